import { Refusal, type Decider, type SealedText } from '@daybook/ledger';
import { figuresBook, type FiguresBook } from '../book';
import { bodyRef, type FourEyesSwitched } from '../figures.events';

export interface SwitchFourEyesInput {
  readonly area: string;
  readonly on: boolean;
  readonly reason?: SealedText | null;
}

/** A body rules for itself whether two of its people must agree to what it puts on record. */
export const switchFourEyes: Decider<SwitchFourEyesInput, FiguresBook, FourEyesSwitched, unknown> = {
  ...figuresBook,
  decide({ area, on, reason }, book, { by: { body }, today }) {
    if (book.fourEyes.has(body) === on) {
      const message = `Four eyes are switched ${on ? 'on' : 'off'} already for ${body} in ${area}.`;
      return new Refusal('figures.four-eyes-unchanged', message);
    }
    return [
      {
        type: 'figures.four-eyes-switched',
        schema: 1,
        effectiveOn: today,
        precision: 'day',
        about: [bodyRef(body)],
        access: 'public',
        data: { area, body, on, reason: reason ?? null },
      },
    ];
  },
};
