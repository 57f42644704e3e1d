import { Refusal, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import {
  accessOf,
  actsFor,
  bodyOf,
  headed,
  secondHand,
  type GivenPaper,
  type Setting,
} from '@daybook/provenance';
import { known, scrutinyBook, type ScrutinyBook } from '../../book';
import { figuresIn, readCites, type Cited, type Citing } from '../../citing/cites';
import { accessesAbout, checkAbout } from '../../references';
import { priorityRef, subjectRef, type DecisionRecorded } from '../../scrutiny.events';
import {
  accessOfPlace,
  checkBodyKnown,
  checkPlace,
  dayOf,
  readPartysSetting,
  refused,
  type Placed,
  type Spoken,
} from '../../setting';
import { checkDays, checkReasons, type Dated } from '../act-on-decision';
import { officeThatDecided } from '../decision-state';

export interface RecordDecisionInput extends Spoken, Placed, Dated, Citing {
  readonly id: string;
  readonly number?: string | null;
  /** The office that decides. */
  readonly office: string;
  readonly title: string;
  readonly reasons?: FreeText;
  readonly about?: readonly string[] | null;
  readonly priority?: string | null;
}

/** A named office decides, with its reasons; what becomes of the decision are acts of their own. */
export const recordDecision: Decider<RecordDecisionInput, ScrutinyBook, DecisionRecorded, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const { area, id, office, about } = input;
    if (known(book, 'decision', id))
      return new Refusal('scrutiny.decision-exists', `Decision "${id}" is on record in this area already.`);
    const day = dayOf(input, context);
    const cited = readCites(input, day, context);
    const accesses = [accessOfPlace(input, day, book), ...accessesAbout(area, about, book)];
    const setting = readPartysSetting(input, office, accesses, context);
    const problems = [
      ...('actor' in setting ? checkReasons(input.reasons, '/reasons', setting, WHY) : setting),
      ...checkBodyKnown(area, office, '/office', context),
      ...checkPlace(input, day, book, context),
      ...checkAbout(area, about, book, context),
      ...checkDays(input, context),
      ...checkNumber(input, book, context.given),
      ...('cites' in cited ? [] : cited),
    ];
    if (problems.length > 0 || !('actor' in setting) || !('cites' in cited))
      return refused('The decision was not recorded.', problems);
    return [recorded(input, setting, cited)];
  },
};

const WHY = 'Say why it was decided so.';

/** A number names one decision of a body, whichever of its offices decided. */
function checkNumber(
  { number, office }: RecordDecisionInput,
  book: ScrutinyBook,
  { bodies }: GivenPaper,
): Problem[] {
  if (!number) return [];
  const body = bodyOf(office, bodies);
  for (const id of book.decision.keys()) {
    const other = known(book, 'decision', id)?.began;
    if (other?.data.number !== number) continue;
    const its = bodyOf(officeThatDecided(other), bodies);
    if (!actsFor(body, its, bodies) && !actsFor(its, body, bodies)) continue;
    const message = `Number ${number} of ${body} is that of decision "${id}" already.`;
    return [{ field: '/number', code: 'scrutiny.number-taken', message }];
  }
  return [];
}

function recorded(input: RecordDecisionInput, setting: Setting, { cites, access }: Cited): DecisionRecorded {
  const { area, id: decision, office, title, reasons = null, paper } = input;
  const [meeting, item, priority] = [input.meeting || null, input.item || null, input.priority || null];
  const about = [
    subjectRef({ kind: 'decision', id: decision }, area),
    ...(meeting ? [subjectRef({ kind: 'meeting', id: meeting }, area)] : []),
    ...(priority ? [priorityRef(area, priority)] : []),
    ...(input.about ?? []),
    ...figuresIn(cites),
    ...(paper ? [`paper:${paper}`] : []),
  ];
  return {
    type: 'scrutiny.decision-recorded',
    ...headed({ ...setting, access: accessOf(setting.access, [access]) }),
    about: [...new Set(about)],
    data: {
      ...{ area, office, decision, number: input.number || null, title, reasons },
      ...{ takesEffectOn: input.takesEffectOn || null, publishedOn: input.publishedOn || null },
      ...{ exempt: input.exempt ?? [], meeting, item, priority, cites, ...secondHand(setting) },
    },
  };
}
