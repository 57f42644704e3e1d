import {
  isRefusal,
  type Access,
  type Context,
  type Decider,
  type FreeText,
  type Problem,
  type Refusal,
} from '@daybook/ledger';
import { accessOf, headed, secondHand, type GivenPaper, type Setting } from '@daybook/provenance';
import { find, known, knownTo, scrutinyBook, type OnRecord, type ScrutinyBook } from '../book';
import { figuresIn, readCites, type Cited, type Citing } from '../citing/cites';
import { subjectRef } from '../scrutiny.events';
import { accessOfPlace, dayOf, officeOf, readPartysSetting, refused, type Spoken } from '../setting';
import { eventTypeOf, fits, misfit, subjectOf, type Deed, type Doing, type EventOf } from './acting-on';
import { commitmentOn, type CommitmentState } from './commitment-state';
import { beforeMade } from './due';
import { eitherSide, promisee } from './sides';

/** What every command about what becomes of a commitment says. */
export interface DeedInput extends Spoken, Citing {
  readonly commitment: string;
  /** The move that is answered, the claim that is accepted or refused; the one that stands where absent. */
  readonly of?: string | null;
}

/** What an event says that the rules of its deed give; the rest is the same for all. */
export type Own<D extends Deed> = Omit<
  EventOf<D>['data'],
  'area' | 'secondHand' | 'office' | 'commitment' | ('to' extends keyof EventOf<D>['data'] ? never : 'of')
>;

/** What the rules of a deed may look at besides the command. */
export interface Standing {
  readonly state: CommitmentState;
  readonly setting: Setting;
  /** The figures that it rests on; only a claim does. */
  readonly cited: Cited;
  readonly book: ScrutinyBook;
  readonly context: Context<GivenPaper>;
}

/** How one deed differs from the others. What fits which state is none of it: that is `step`'s. */
export interface DeedRules<D extends Deed, Input extends DeedInput> {
  readonly deed: D;
  /** Whose part it is: the owner's, that of whoever it was promised to, or of either. */
  readonly party: 'owner' | 'promisee' | 'either';
  /** What is done, after "can": "accept its discharge". */
  readonly does: string;
  /** The refusal of whoever would do it about their own promise. */
  readonly own?: 'scrutiny.own-discharge' | 'scrutiny.own-move';
  /** What is wrong with an act that a body records of its own; read in a paper, it may be missing there. */
  needs?(input: Input): readonly Problem[];
  says(input: Input, standing: Standing): Own<D> | readonly Problem[];
  /** The other commitment that it names. */
  namesOther?(input: Input): string | null | undefined;
}

/** The decider of one deed: whose part it is, what it says, and whether it fits what stood on its day. */
export function actOnCommitment<D extends Deed, Input extends DeedInput>(
  rules: DeedRules<D, Input>,
): Decider<Input, ScrutinyBook, EventOf<D>, GivenPaper> {
  return {
    ...scrutinyBook,
    decide(input, book, context) {
      const found = find(context, book, 'commitment', input.commitment);
      if (isRefusal(found)) return found;
      const party = partyOf(rules, input, found, context);
      if (isRefusal(party)) return party;
      const setting = readPartysSetting(input, party, accessesOf(input, found, book, context), context);
      if (!('actor' in setting)) return refused(NOT_RECORDED, setting);
      const early = beforeMade(found.began, setting.effectiveOn);
      const state = commitmentOn(found.acts, setting.effectiveOn);
      if (early.length > 0 || !state) return refused(NOT_RECORDED, early);
      const cited = readCites(input, setting.effectiveOn, context);
      const figures = 'cites' in cited ? cited : NO_FIGURES;
      const standing = { state, setting, cited: figures, book, context };
      const said = rules.says(input, standing);
      const problems = [
        ...('cites' in cited ? [] : cited),
        ...(setting.acting.for ? [] : (rules.needs?.(input) ?? [])),
        ...checkOther(rules.namesOther?.(input), input, book, context),
        ...(isWrong(said) ? said : []),
      ];
      if (problems.length > 0 || isWrong(said)) return refused(NOT_RECORDED, problems);
      const doing = doingOf(rules.deed, input, state, said);
      if (!fits(state, doing)) return misfit(doing, setting.effectiveOn, state);
      return [eventFor(rules, input, said, { ...standing, party, of: doing.of })];
    },
  };
}

const NOT_RECORDED = 'This was not recorded.';
const NO_FIGURES: Cited = { cites: [], access: 'public' };

function isWrong(said: object): said is readonly Problem[] {
  return Array.isArray(said);
}

function partyOf<D extends Deed, Input extends DeedInput>(
  { party, does, own = undefined }: DeedRules<D, Input>,
  input: Input,
  { began }: OnRecord<'commitment'>,
  context: Context<GivenPaper>,
): string | Refusal {
  if (party === 'owner') return began.data.owner;
  if (party === 'either') return eitherSide(began.data, does, input, context);
  return promisee(began.data, { code: own ?? 'scrutiny.not-yours', does }, input, context);
}

/** Of the commitment, and of where it was made. */
function accessesOf(
  input: DeedInput,
  { began }: OnRecord<'commitment'>,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
): readonly (Access | undefined)[] {
  return [began.access, accessOfPlace(began.data, dayOf(input, context), book)];
}

/** Of what an act speaks of besides: what it answers, the date that it repeats, the end that it undoes. */
function accessesBehind(
  deed: Deed,
  { of, state, book }: Pick<Written, 'of' | 'state' | 'book'>,
  other: string | null | undefined,
): readonly (Access | undefined)[] {
  const moved = state.asked.find(({ asked }) => asked.id === state.standing?.id);
  const ids = [
    of,
    ...(deed === 'ask-commitment-move' ? [state.standing?.id, moved?.answered?.id] : []),
    deed === 'reopen-commitment' ? state.ended?.id : null,
  ];
  return [
    ...ids.map((id) => book.entries.get(id ?? '')?.access),
    other ? known(book, 'commitment', other)?.began.access : undefined,
  ];
}

/** What takes its place is another commitment of the area. */
function checkOther(
  id: string | null | undefined,
  { commitment }: DeedInput,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
): readonly Problem[] {
  if (!id || (id !== commitment && knownTo(context, book, 'commitment', id))) return [];
  const message = `${id} is no other commitment on record in this area. Record it first, or leave it out.`;
  return [{ field: '/supersededBy', code: 'scrutiny.not-another-commitment', message }];
}

function doingOf(deed: Deed, input: DeedInput, state: CommitmentState, said: object): Doing {
  const to = 'to' in said ? (said as Own<'ask-commitment-move'>).to : undefined;
  return { deed, of: input.of ?? subjectOf(state, deed), ...(to && { to }) };
}

interface Written extends Standing {
  readonly party: string;
  readonly of: string | null;
}

function eventFor<D extends Deed, Input extends DeedInput>(
  rules: DeedRules<D, Input>,
  input: Input,
  said: object,
  written: Written,
): EventOf<D> {
  const { area, commitment, paper } = input;
  const { party, of, state, setting, cited, context } = written;
  const { owner, to } = state.made.data;
  const ref = (id: string): string => subjectRef({ kind: 'commitment', id }, area);
  const other = rules.namesOther?.(input);
  const about = [
    ...[ref(commitment), `body:${owner}`, ...(to ? [`body:${to}`] : []), ...(other ? [ref(other)] : [])],
    ...figuresIn(cited.cites),
    ...(paper ? [`paper:${paper}`] : []),
  ];
  const access = accessOf(setting.access, [cited.access, ...accessesBehind(rules.deed, written, other)]);
  const office = officeOf(input, party, context);
  return {
    type: eventTypeOf(rules.deed),
    ...headed({ ...setting, access }),
    about: [...new Set(about)],
    data: { area, office, commitment, ...(of && { of }), ...said, ...secondHand(setting) },
    // The rules of a deed give the data of its own event.
  } as unknown as EventOf<D>;
}

/** A free text as an event keeps it. */
export function textIn(text: FreeText | undefined): FreeText {
  return text ?? null;
}

/** The problem of an own act that lacks what it needs. */
export function missing(field: string, code: string, message: string): readonly Problem[] {
  return [{ field, code, message }];
}

/** Who acts of their own accord says why. */
export function needsReason(message: string) {
  return ({ reason }: { readonly reason?: FreeText }): readonly Problem[] =>
    reason ? [] : missing('/reason', 'scrutiny.reason-missing', message);
}
