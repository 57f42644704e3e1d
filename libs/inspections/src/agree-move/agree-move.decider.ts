import { isRefusal, Refusal, type Context, type Decider } from '@daybook/ledger';
import {
  actsFor,
  type GivenPaper,
  policingBodyOf,
  sameBody,
  type Setting,
  type Sourced,
} from '@daybook/provenance';
import { needsAssurance } from '../addressees';
import {
  findFinding,
  inspectionsBook,
  stateOn,
  type FindingOnRecord,
  type InspectionOnRecord,
  type InspectionsBook,
} from '../book';
import { stateOf } from '../finding-state';
import type { Move } from '../completion';
import type { MoveAgreed } from '../inspections.events';
import { dayOf, readSetting, refused } from '../setting';
import { addresseeOf } from '../whom';
import { dateNamed, workFact } from '../work-on';

export interface AgreeMoveInput extends Sourced {
  readonly finding: string;
  readonly addressee?: string | null;
  /** The event id of the move; the latest that is not agreed where absent. */
  readonly of?: string | null;
}

/** The word of whoever a date was promised to, or who set it, that it may move. */
export const agreeMove: Decider<AgreeMoveInput, InspectionsBook, MoveAgreed, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const known = findFinding(book, input.finding);
    if (isRefusal(known)) return known;
    // "for" is who agrees, never the addressee.
    const addressee = addresseeOf({ ...input, for: null }, known, context.by.body, context.given.bodies);
    if (typeof addressee !== 'string') return addressee;
    const move = moveAgreed(input, known, addressee, dayOf(input, context));
    if (isRefusal(move)) return move;
    const setting = readAgreeingSetting(input, known, addressee, move, book, context);
    if (!('actor' in setting)) return refused('The move was not agreed.', setting);
    const findings = findingsMoved(book, known, addressee, move, setting.effectiveOn);
    const { data, ...fact } = workFact({ setting, addressee }, input.area, findings);
    return [{ type: 'inspections.move-agreed', ...fact, data: { ...data, of: move.id } }];
  },
};

/** The move that is meant: on record by that day, and not agreed on any. */
function moveAgreed(
  { of, finding }: AgreeMoveInput,
  known: FindingOnRecord,
  addressee: string,
  day: string,
): Move | Refusal {
  const { moves } = stateOn(known, addressee, day).completion;
  const ever = stateOf(known.raised, known.acts, addressee).completion.moves;
  const isAgreed = ({ id }: Move): boolean => ever.some((one) => one.id === id && one.agreed !== null);
  if (!of) {
    const latest = moves.findLast((one) => !isAgreed(one));
    const message = `No move of ${finding}'s date by that day is without agreement.`;
    return latest ?? new Refusal('inspections.nothing-to-agree', message);
  }
  const move = moves.find(({ id, repeated }) => id === of || repeated.includes(of));
  if (!move) {
    const message = `No move "${of}" of ${finding}'s date is on record by that day. Name one by its event id.`;
    return refused(message, [{ field: '/of', code: 'inspections.unknown-move', message }]);
  }
  if (!isAgreed(move)) return move;
  const message = `The move to ${dateNamed(move.to.expected)} is agreed already. Nothing was recorded.`;
  return new Refusal('inspections.already-agreed', message);
}

/** To whom an addressee promised its date: its local policing body, or for any other the inspectorate. */
function promisedTo(area: string, addressee: string, inspectorate: string | undefined): string | undefined {
  return needsAssurance(addressee) ? policingBodyOf(area) : inspectorate;
}

function readAgreeingSetting(
  input: AgreeMoveInput,
  { raised }: FindingOnRecord,
  addressee: string,
  move: Move,
  book: InspectionsBook,
  context: Context<GivenPaper>,
): Setting | ReturnType<typeof notTheirs>[] {
  const inspection: InspectionOnRecord | undefined = book.inspections.get(raised.inspection);
  const inspectorate = inspection?.inspectorate ?? raised.for ?? undefined;
  const promisee = promisedTo(input.area, addressee, inspectorate);
  const mover = move.to.setBy;
  const { by, given } = context;
  const may = [promisee, move.from.setBy].filter(
    (body): body is string => body !== undefined && !sameBody(body, mover, given.bodies),
  );
  const same = may.some((body) => sameBody(by.body, body, given.bodies)) ? by.body : undefined;
  const own = may.find((body) => actsFor(by.body, body, given.bodies)) ?? same;
  const transcribed = by.role === 'office' ? (input.for ?? own ?? may[0]) : own;
  if (transcribed === undefined || !may.some((body) => sameBody(transcribed, body, given.bodies)))
    return [notTheirs(may, mover)];
  return readSetting(input, transcribed, [raised.access, move.said.access], context);
}

function notTheirs(may: readonly string[], mover: string) {
  const who = may.length > 0 ? `Only ${[...new Set(may)].join(' or ')} may agree` : 'Nobody here may agree';
  const message = `${who} to this move: not ${mover}, which made it.`;
  return { field: '/of', code: 'inspections.not-yours', message };
}

/** All findings that the move moved: agreed for one, it is agreed for all. */
function findingsMoved(
  book: InspectionsBook,
  known: FindingOnRecord,
  addressee: string,
  { id }: Move,
  day: string,
): readonly string[] {
  const act = known.acts.find((one) => one.id === id);
  return (act?.data.findings ?? []).filter((finding) => {
    const member = book.findings.get(finding);
    return member && stateOn(member, addressee, day).completion.moves.some((move) => move.id === id);
  });
}
