import {
  Refusal,
  isDate,
  isRefusal,
  type Access,
  type Context,
  type Decider,
  type FreeText,
  type Problem,
} from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Setting } from '@daybook/provenance';
import { find, scrutinyBook, type OnRecord, type ScrutinyBook } from '../book';
import { subjectRef, type DecisionEvent } from '../scrutiny.events';
import { officeOf, readPartysSetting, refused, type Spoken } from '../setting';
import { decisionOn, type DecisionState } from './decision-state';

/** What every command about a decision on record says. */
export interface DecisionInput extends Spoken {
  readonly decision: string;
}

type LaterType = Exclude<DecisionEvent['type'], 'scrutiny.decision-recorded'>;
type EventOf<Type extends LaterType> = Extract<DecisionEvent, { readonly type: Type }>;

/** What the rules of an act may look at besides its command. */
export interface Standing {
  readonly state: DecisionState;
  readonly setting: Setting;
  readonly book: ScrutinyBook;
  readonly context: Context<GivenPaper>;
}

/** What an act says, and what else it is about. */
export interface Saying<Type extends LaterType> {
  readonly data: Omit<EventOf<Type>['data'], 'area' | 'office' | 'decision' | 'secondHand'>;
  readonly about?: readonly string[];
}

/** How one act on a decision differs from the others. */
export interface DecisionRules<Type extends LaterType, Input extends DecisionInput> {
  readonly type: Type;
  /** Whose part it is: of the office that decided, or of the panel; a refusal where it cannot be theirs. */
  partyOf(
    decided: OnRecord<'decision'>['began'],
    input: Input,
    context: Context<GivenPaper>,
  ): string | Refusal;
  /** Who may read what else it names. */
  accessesOf?(input: Input, book: ScrutinyBook): readonly (Access | undefined)[];
  /** Why it cannot be said of what stood on its day; undefined where it can. */
  misfit(input: Input, standing: Standing): Refusal | undefined;
  says(input: Input, standing: Standing): Saying<Type> | readonly Problem[];
}

/** The decider of one act on a decision: whose part it is, what it says, and whether it fits its day. */
export function actOnDecision<Type extends LaterType, Input extends DecisionInput>(
  rules: DecisionRules<Type, Input>,
): Decider<Input, ScrutinyBook, EventOf<Type>, GivenPaper> {
  return {
    ...scrutinyBook,
    decide(input, book, context) {
      const found = find(context, book, 'decision', input.decision);
      if (isRefusal(found)) return found;
      const party = rules.partyOf(found.began, input, context);
      if (isRefusal(party)) return party;
      const accesses = [found.began.access, ...(rules.accessesOf?.(input, book) ?? [])];
      const setting = readPartysSetting(input, party, accesses, context);
      if (!('actor' in setting)) return refused(NOT_RECORDED, setting);
      const state = decisionOn(found.acts, setting.effectiveOn);
      if (!state) return refused(NOT_RECORDED, [beforeDecided(found)]);
      const standing = { state, setting, book, context };
      const misfit = rules.misfit(input, standing);
      if (misfit) return misfit;
      const said = rules.says(input, standing);
      if (isWrong(said)) return refused(NOT_RECORDED, said);
      return [eventFor(rules.type, input, said, { setting, office: officeOf(input, party, context) })];
    },
  };
}

const NOT_RECORDED = 'This was not recorded.';

function isWrong(said: object): said is readonly Problem[] {
  return Array.isArray(said);
}

function beforeDecided({ began }: OnRecord<'decision'>): Problem {
  const message = `It was decided on ${began.effectiveOn}. Give that day or a later one.`;
  return { field: '/effectiveOn', code: 'scrutiny.before-it-was-decided', message };
}

function eventFor<Type extends LaterType>(
  type: Type,
  { area, decision, paper }: DecisionInput,
  { data, about = [] }: Saying<Type>,
  { setting, office }: { readonly setting: Setting; readonly office: string | null },
): EventOf<Type> {
  const own = subjectRef({ kind: 'decision', id: decision }, area);
  return {
    type,
    ...headed(setting),
    about: [...new Set([own, ...about, ...(paper ? [`paper:${paper}`] : [])])],
    data: { area, office, decision, ...data, ...secondHand(setting) },
    // The rules of an act give the data of its own event.
  } as unknown as EventOf<Type>;
}

/** What has ended stays as it was. */
export function endedAlready({ state }: Standing): Refusal | undefined {
  const { status, ended, recorded } = state;
  if (!ended) return undefined;
  const message = `Decision "${recorded.data.decision}" was ${status} on ${ended.effectiveOn}. Record another decision.`;
  const detail = { status, standing: ended.id, since: ended.effectiveOn };
  return new Refusal('scrutiny.decision-ended', message, false, [], detail);
}

/** A body gives reasons for its own acts; a paper may not. */
export function checkReasons(
  text: FreeText | undefined,
  field: string,
  { acting }: Pick<Setting, 'acting'>,
  message: string,
): Problem[] {
  return text || acting.for ? [] : [{ field, code: 'scrutiny.reason-missing', message }];
}

/** Days and exempt parts of a decision, as commands give them. */
export interface Dated {
  readonly takesEffectOn?: string | null;
  readonly publishedOn?: string | null;
  readonly exempt?: readonly string[] | null;
}

/** It may take effect on a day to come; it is published only when it has been. */
export function checkDays(
  { takesEffectOn, publishedOn }: Dated,
  { today }: Pick<Context<GivenPaper>, 'today'>,
): Problem[] {
  const bad = (text: string | null | undefined, field: string): Problem[] => {
    if (!text || isDate(text)) return [];
    return [
      { field, code: 'scrutiny.bad-date', message: `"${text}" is not a date. Write it as 2023-03-15.` },
    ];
  };
  const ahead = publishedOn && isDate(publishedOn) && publishedOn > today;
  const message = `${publishedOn} is in the future: it is not published yet. Leave it out until it is.`;
  return [
    ...bad(takesEffectOn, '/takesEffectOn'),
    ...bad(publishedOn, '/publishedOn'),
    ...(ahead ? [{ field: '/publishedOn', code: 'scrutiny.future-date', message }] : []),
  ];
}
