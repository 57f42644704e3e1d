import {
  Refusal,
  isRefusal,
  type Access,
  type Context,
  type Decider,
  type FreeText,
  type Problem,
} from '@daybook/ledger';
import { accessOf, headed, secondHand, type GivenPaper, type Setting } from '@daybook/provenance';
import { find, scrutinyBook, type OnRecord, type ScrutinyBook } from '../book';
import {
  subjectRef,
  type QuestionAnswered,
  type QuestionFollowedUp,
  type QuestionSettled,
} from '../scrutiny.events';
import {
  accessOfPlace,
  checkPlace,
  dayOf,
  officeOf,
  readPartysSetting,
  refused,
  type Placed,
  type Spoken,
} from '../setting';
import { questionOn, type QuestionState } from './question-state';

/** What every command about what is said to a question says. */
export interface QuestionInput extends Spoken, Placed {
  readonly question: string;
}

type Later = QuestionAnswered | QuestionFollowedUp | QuestionSettled;
export type LaterType = Later['type'];
type EventOf<Type extends LaterType> = Extract<Later, { readonly type: Type }>;
type Own<Type extends LaterType> = Omit<EventOf<Type>['data'], 'area' | 'office' | 'question' | 'secondHand'>;

/** What the rules of an act may look at besides its command. */
export interface Asked {
  readonly state: QuestionState;
  readonly setting: Setting;
  readonly context: Context<GivenPaper>;
}

/** What an act says, the figures that it rests on, and who may read those. */
export interface Saying<Type extends LaterType> {
  readonly data: Own<Type>;
  readonly about?: readonly string[];
  readonly access?: Access;
}

/** How one act on a question differs from the others. */
export interface QuestionRules<Type extends LaterType, Input extends QuestionInput> {
  readonly type: Type;
  /** Whose part it is: of the body that asked, or of whoever is asked. */
  partyOf(asked: OnRecord<'question'>['began']): string;
  /** Why it cannot be said of what stood on its day; undefined where it can. */
  misfit(input: Input, asked: Asked): Refusal | undefined;
  says(input: Input, asked: Asked): Saying<Type> | readonly Problem[];
}

/** The decider of one act on a question: whose part it is, what it says, and whether it fits its day. */
export function actOnQuestion<Type extends LaterType, Input extends QuestionInput>(
  rules: QuestionRules<Type, Input>,
): Decider<Input, ScrutinyBook, EventOf<Type>, GivenPaper> {
  return {
    ...scrutinyBook,
    decide(input, book, context) {
      const found = find(context, book, 'question', input.question);
      if (isRefusal(found)) return found;
      const party = rules.partyOf(found.began);
      const accesses = accessesOf(input, found, book, context);
      const setting = readPartysSetting(input, party, accesses, context);
      if (!('actor' in setting)) return refused(NOT_RECORDED, setting);
      const state = questionOn(found.acts, setting.effectiveOn);
      if (!state) return refused(NOT_RECORDED, [beforeAsked(found)]);
      const misfit = rules.misfit(input, { state, setting, context });
      if (misfit) return misfit;
      const said = rules.says(input, { state, setting, context });
      const problems = [
        ...checkPlace(input, setting.effectiveOn, book, context),
        ...(isWrong(said) ? said : []),
      ];
      if (problems.length > 0 || isWrong(said)) return refused(NOT_RECORDED, problems);
      return [eventFor(rules.type, input, said, { party, setting, context })];
    },
  };
}

const NOT_RECORDED = 'This was not recorded.';

function isWrong(said: object): said is readonly Problem[] {
  return Array.isArray(said);
}

function accessesOf(
  input: QuestionInput,
  { began }: OnRecord<'question'>,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
): readonly (Access | undefined)[] {
  return [began.access, accessOfPlace(input, dayOf(input, context), book)];
}

function beforeAsked({ began }: OnRecord<'question'>): Problem {
  const message = `The question was put on ${began.effectiveOn}. Give that day or a later one.`;
  return { field: '/effectiveOn', code: 'scrutiny.before-it-was-asked', message };
}

function eventFor<Type extends LaterType>(
  type: Type,
  input: QuestionInput,
  { data, about = [], access }: Saying<Type>,
  { party, setting, context }: { party: string; setting: Setting; context: Context<GivenPaper> },
): EventOf<Type> {
  const { area, question, meeting, paper } = input;
  const references = [
    subjectRef({ kind: 'question', id: question }, area),
    ...(meeting ? [subjectRef({ kind: 'meeting', id: meeting }, area)] : []),
    `body:${party}`,
    ...about,
    ...(paper ? [`paper:${paper}`] : []),
  ];
  const office = officeOf(input, party, context);
  return {
    type,
    ...headed({ ...setting, access: accessOf(setting.access, [access]) }),
    about: [...new Set(references)],
    data: { area, office, question, ...data, ...secondHand(setting) },
    // The rules of an act give the data of its own event.
  } as unknown as EventOf<Type>;
}

/** What stands of a question, for whoever came too late to say something else. */
export function standsAlready(code: string, { state }: Pick<Asked, 'state'>, message: string): Refusal {
  const by = state.settled ?? state.closedBy;
  const detail = { status: state.status, standing: by?.id ?? null, since: by?.effectiveOn ?? null };
  return new Refusal(code, message, false, [], detail);
}

/** The body that asked, whoever wrote it down. */
export function askerOf({ by, ...asked }: OnRecord<'question'>['began']): string {
  return asked.for ?? by.body;
}

/** A free text as an event keeps it. */
export function textIn(text: FreeText | undefined): FreeText {
  return text ?? null;
}

export function missing(field: string, code: string, message: string): Problem {
  return { field, code, message };
}
