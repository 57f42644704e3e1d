import { Refusal, type Context, type Decider, type FreeText } from '@daybook/ledger';
import {
  bodyOf,
  headed,
  policingBodyOf,
  secondHand,
  type GivenPaper,
  type Setting,
} from '@daybook/provenance';
import { known, scrutinyBook, type ScrutinyBook } from '../../book';
import type { AskingMode } from '../../codes';
import { accessesAbout, checkAbout } from '../../references';
import { priorityRef, subjectRef, type QuestionAsked } from '../../scrutiny.events';
import {
  accessOfPlace,
  checkBodyKnown,
  checkPlace,
  dayOf,
  notYours,
  officeOf,
  readPartysSetting,
  refused,
  type Placed,
  type Spoken,
} from '../../setting';

export interface AskQuestionInput extends Spoken, Placed {
  readonly id: string;
  readonly title: string;
  readonly words?: FreeText;
  /** The body or office that is asked. */
  readonly to: string;
  readonly mode?: AskingMode | null;
  readonly about?: readonly string[] | null;
  readonly priority?: string | null;
}

/** A question is put; what is said to it are acts of their own. */
export const askQuestion: Decider<AskQuestionInput, ScrutinyBook, QuestionAsked, GivenPaper> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const { area, id, to, about } = input;
    if (known(book, 'question', id))
      return new Refusal('scrutiny.question-exists', `Question "${id}" is on record in this area already.`);
    const day = dayOf(input, context);
    const asker = askerOf(input, book, context);
    const accesses = [accessOfPlace(input, day, book), ...accessesAbout(area, about, book)];
    const setting = mayAsk(input, asker, context)
      ? readPartysSetting(input, asker, accesses, context)
      : [notYours(`${asker} puts no questions here. The policing body does, and the panel.`)];
    const problems = [
      ...('actor' in setting ? [] : setting),
      ...checkBodyKnown(area, to, '/to', context),
      ...checkPlace(input, day, book, context),
      ...checkAbout(area, about, book, context),
    ];
    if (problems.length > 0 || !('actor' in setting))
      return refused('The question was not recorded.', problems);
    return [asked(input, setting, context)];
  },
};

/** Whoever it is put for; at a meeting that the office writes down, the body that meets. */
function askerOf(input: AskQuestionInput, book: ScrutinyBook, { by, given }: Context<GivenPaper>): string {
  if (input.for || by.role !== 'office') return input.for || by.body;
  const meeting = input.meeting ? known(book, 'meeting', input.meeting) : undefined;
  return meeting ? bodyOf(meeting.began.data.body, given.bodies) : by.body;
}

/** The policing body of the area, whatever succeeded it, or its panel. */
function mayAsk({ area }: AskQuestionInput, asker: string, { by, given }: Context<GivenPaper>): boolean {
  if (asker === policingBodyOf(area) || asker === `${area}-panel`) return true;
  const kind = given.bodies?.get(asker)?.kind;
  return kind === 'local-policing-body' || kind === 'panel' || (by.role === 'office' && asker === by.body);
}

function asked(input: AskQuestionInput, setting: Setting, context: Context<GivenPaper>): QuestionAsked {
  const { area, id: question, title, words = null, to, paper } = input;
  const [meeting, item, priority] = [input.meeting || null, input.item || null, input.priority || null];
  const about = [
    subjectRef({ kind: 'question', id: question }, area),
    ...(meeting ? [subjectRef({ kind: 'meeting', id: meeting }, area)] : []),
    `body:${to}`,
    ...(priority ? [priorityRef(area, priority)] : []),
    ...(input.about ?? []),
    ...(paper ? [`paper:${paper}`] : []),
  ];
  return {
    type: 'scrutiny.question-asked',
    ...headed(setting),
    about: [...new Set(about)],
    data: {
      ...{ area, office: officeOf(input, setting.actor, context), question, title, words, to },
      ...{ mode: input.mode ?? 'oral', meeting, item, priority, ...secondHand(setting) },
    },
  };
}
