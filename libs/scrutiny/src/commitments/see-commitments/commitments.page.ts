import { expectedWithDay, slipInWords } from '@daybook/due-dates';
import { RefusalError, type Refusal } from '@daybook/ledger';
import {
  counted,
  errorSummary,
  longDate,
  nameIn,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type AreaReadings,
  type Names,
  type Page,
  type Visit,
} from '@daybook/pages';
import { commitmentPath, makingOffer } from '../act-on-a-page/offers.page';
import { COMMITMENT_STATUSES } from '../../codes';
import type { BodyReads, CommitmentReads } from '../../readings.page';
import type { CommitmentItem } from './commitment-item';
import {
  apiAsked,
  askedInWords,
  fieldOfParameter,
  isEveryStatus,
  LIST_SORTS,
  listAsked,
  listForm,
  sentByForm,
  sortHead,
  type ListAsked,
} from './commitments-asked.page';
import { COMMITMENT_KIND_WORDS, STATUS_WORDS, VERDICT_WORDS } from './wording.page';

const MOST = 50;

/** What was promised and is still to be kept, or what is asked for. */
export function commitmentsPage(readings: CommitmentReads & BodyReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/commitments',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { after } = visit.query;
      const asked = listAsked(visit);
      if (sentByForm(visit)) return { goTo: visit.link(withQuery(visit.path, { ...asked })) };
      const { position, items: all } = await readings.commitments.list(person, visit.at, { area });
      if (all.length === 0) await refuseUnknownArea(readings, visit, area);
      const at = samePosition(position);
      const wanted = apiAsked(area, asked);
      const [names, found] = await Promise.all([
        readings.bodies.names(person, at, area),
        readings.commitments.list(person, at, { ...wanted, after, limit: MOST }).catch(asRefusal),
      ]);
      const refusal = 'refusal' in found ? found.refusal : undefined;
      const { items, next } = 'refusal' in found ? { items: [], next: undefined } : found;
      const cursor = after && Buffer.from(after, 'utf8').toString('base64url');
      const query = { ...wanted, limit: String(MOST), after: cursor };
      return {
        ...(refusal && { status: 422, failed: true }),
        template: 'libs/scrutiny/src/commitments/see-commitments/commitments.njk',
        title: [`Commitments, ${nameOf(area)}`],
        position,
        ...(!refusal && {
          api: withQuery('/api/v1/commitments', query),
          csv: withQuery('/api/v1/commitments.csv', query),
        }),
        data: {
          ...{ area, any: all.length > 0 },
          parts: askedInWords(asked, names),
          everyStatus: isEveryStatus(asked),
          sorted: LIST_SORTS.find(([one]) => one === (asked.sort ?? 'id'))?.[1],
          counts: countsOf(visit, all),
          form: listForm(visit, asked, all, names),
          errors: refusal && errorSummary(refusal, fieldOfParameter),
          commitments: items.map((item) => lineOf(item, names)),
          heads: headsOf(visit, asked),
          forms: [makingOffer(person, area)].filter((way) => way !== undefined),
          clear: visit.link(visit.path),
          first: after && visit.link(visit.path, { ...asked }),
          next: next && visit.link(visit.path, { ...asked, after: next }),
          key: COMMITMENT_STATUSES.filter((status) => items.some((item) => item.status === status)).map(
            (status) => STATUS_WORDS[status],
          ),
        },
      };
    },
  };
}

/** The heads of what can be sorted by, each with the way to it; what counts up begins with the most. */
function headsOf(visit: Visit, asked: ListAsked): object {
  const heads = ['id', 'due', '-moves', '-slip', '-overdue'];
  return Object.fromEntries(heads.map((first) => [first.replace('-', ''), sortHead(visit, asked, first)]));
}

interface Count {
  readonly text: string;
  readonly href: string;
}

/** How many stand in each status, and what is overdue or moved of what is to be kept, each with the way to them. */
function countsOf(visit: Visit, all: readonly CommitmentItem[]): Count[] {
  const count = (items: readonly CommitmentItem[], words: string, asked: ListAsked): Count[] =>
    items.length > 0 ? [{ text: `${items.length} ${words}`, href: visit.link(visit.path, asked) }] : [];
  return [
    ...COMMITMENT_STATUSES.flatMap((status) =>
      count(
        all.filter((item) => item.status === status),
        STATUS_WORDS[status].word.toLowerCase(),
        { status },
      ),
    ),
    ...count(
      all.filter(({ overdueDays }) => overdueDays !== null),
      'overdue',
      { overdue: 'yes' },
    ),
    ...count(
      all.filter(({ pendingMove }) => pendingMove !== null),
      'asked to move',
      { pending: 'yes' },
    ),
  ];
}

function lineOf(item: CommitmentItem, names: Names): object {
  const { area, id, kind, owner, to, due, dueLatest, originalDue, moves, slipDays, overdueDays } = item;
  return {
    title: item.title,
    path: commitmentPath(area, id),
    kindWord: COMMITMENT_KIND_WORDS[kind],
    meeting: item.meeting,
    owner: nameIn(names, owner),
    to: to === null ? 'not said' : nameIn(names, to),
    due: expectedWithDay({ anticipated: due, latest: dueLatest }),
    first: moves > 0 ? expectedWithDay({ anticipated: originalDue }) : undefined,
    pending: item.pendingMove && expectedWithDay({ anticipated: item.pendingMove }),
    moves,
    slip: moves > 0 ? (slipDays === null ? 'not known' : slipInWords(slipDays)) : undefined,
    overdue: overdueDays === null ? undefined : `Overdue by ${counted(overdueDays, 'day')}`,
    silence: silenceOf(item),
    status: STATUS_WORDS[item.status],
    verdict: item.verdict && VERDICT_WORDS[item.verdict],
  };
}

/** What is not on record is no failure: it says since when nothing was recorded. */
export function silenceOf({ overdueDays, lastWordOn }: CommitmentItem): string | undefined {
  return overdueDays === null ? undefined : `Nothing recorded since ${longDate(lastWordOn)}`;
}

function asRefusal(error: unknown): { readonly refusal: Refusal } {
  if (error instanceof RefusalError && error.refusal.code.startsWith('scrutiny.')) return error;
  throw error;
}
