import { expectedWithDay, slipInWords } from '@daybook/due-dates';
import { mayCommandIn, type Person } from '@daybook/identity';
import { RefusalError, type Refusal } from '@daybook/ledger';
import {
  counted,
  errorSummary,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type AreaReadings,
  type Page,
  type Visit,
} from '@daybook/pages';
import { inspectionForms, type WayToForm } from '../act-on-a-page/offer.page';
import { STATUSES } from '../codes';
import type { FindingReads, InspectionReads } from '../readings.page';
import type { InspectionItem } from '../see-inspections/inspections.query';
import type { FindingItem } from './finding-item';
import { partiesInWords } from './parties.page';
import {
  TRACKER_SORTS,
  apiAsked,
  askedInWords,
  fieldOfParameter,
  sentByForm,
  sortHead,
  trackerAsked,
  trackerForm,
  type TrackerAsked,
} from './tracker-asked.page';
import { STATUS_WORDS, findingPath, kindAndNumber } from './wording.page';

const MOST = 50;

/** The tracker: every finding that has not ended, or those that are asked for. */
export function findingsPage(readings: FindingReads & InspectionReads & AreaReadings): Page {
  return {
    method: 'GET',
    path: '/:area/findings',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { person } = visit;
      const { after } = visit.query;
      const asked = trackerAsked(visit);
      if (sentByForm(visit)) return { goTo: visit.link(withQuery(visit.path, { ...asked })) };
      const { position, items: all } = await readings.findings.list(person, visit.at, { area });
      if (all.length === 0) await refuseUnknownArea(readings, visit, area);
      const at = samePosition(position);
      const wanted = apiAsked(area, asked);
      const [inspections, found] = await Promise.all([
        readings.inspections.list(person, at, { area }),
        readings.findings.list(person, at, { ...wanted, after, limit: MOST }).catch(asRefusal),
      ]);
      const refusal = 'refusal' in found ? found.refusal : undefined;
      const { items, next } = 'refusal' in found ? { items: [], next: undefined } : found;
      const titles = new Map(inspections.items.map(({ id, title }) => [id, title]));
      const cursor = after && Buffer.from(after, 'utf8').toString('base64url');
      const query = { ...wanted, limit: String(MOST), after: cursor };
      return {
        ...(refusal && { status: 422, failed: true }),
        template: 'libs/inspections/src/see-findings/findings.njk',
        title: [`Findings, ${nameOf(area)}`],
        position,
        ...(!refusal && {
          api: withQuery('/api/v1/findings', query),
          csv: withQuery('/api/v1/findings.csv', query),
        }),
        data: {
          ...{ area, any: all.length > 0 },
          mayImport: all.length > 0 && mayCommandIn(person, 'import-tracker', area),
          parts: askedInWords(asked, titles),
          everyStatus: asked.status === 'any',
          sorted: TRACKER_SORTS.find(([one]) => one === (asked.sort ?? 'id'))?.[1],
          counts: countsOf(visit, all),
          form: trackerForm(visit, asked, all, titles),
          errors: refusal && errorSummary(refusal, fieldOfParameter),
          findings: items.map((item) => lineOf(item, titles)),
          heads: headsOf(visit, asked),
          clear: visit.link(visit.path),
          forms: formsOf(person, inspections.items, asked.inspection),
          first: after && visit.link(visit.path, { ...asked }),
          next: next && visit.link(visit.path, { ...asked, after: next }),
          key: STATUSES.filter((status) => items.some((item) => item.status === status)).map(
            (status) => STATUS_WORDS[status],
          ),
        },
      };
    },
  };
}

/** What may be recorded of the one inspection that is asked for. */
function formsOf(person: Person, all: readonly InspectionItem[], asked: string | undefined): WayToForm[] {
  const inspection = all.find(({ id }) => id === asked);
  return inspection ? Object.values(inspectionForms(person, inspection)) : [];
}

/** The heads of what can be sorted by, each with the way to it; what counts up begins with the most. */
function headsOf(visit: Visit, asked: TrackerAsked): object {
  const heads = ['id', 'due', '-moves', '-slip', '-gap'];
  return Object.fromEntries(heads.map((first) => [first.replace('-', ''), sortHead(visit, asked, first)]));
}

/** How many stand in each status, each with the way to them. */
function countsOf(visit: Visit, all: readonly FindingItem[]): { text: string; href: string }[] {
  const statuses = STATUSES.map((status) => ({
    status,
    count: all.filter((item) => item.status === status).length,
  }));
  return statuses
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => ({
      text: `${count} ${STATUS_WORDS[status].word.toLowerCase()}`,
      href: visit.link(visit.path, { status }),
    }));
}

function lineOf(item: FindingItem, titles: ReadonlyMap<string, string>): object {
  const { area, finding, inspection, addressee, status, moves, slipDays, overdueDays } = item;
  const due = item.anticipated !== null || item.noDateGiven;
  return {
    ...item,
    path: findingPath(area, finding),
    kindWord: kindAndNumber(item),
    inspectionTitle: titles.get(inspection) ?? inspection,
    owner: addressee === null ? 'addressed to nobody' : nameOf(addressee),
    statusWord: status && STATUS_WORDS[status],
    due: due ? expectedWithDay(item) : 'none on record',
    first: moves > 0 ? expectedWithDay({ anticipated: item.originalAnticipated }) : undefined,
    slip: moves > 0 ? (slipDays === null ? 'not known' : slipInWords(slipDays)) : undefined,
    overdue: overdueDays === null ? undefined : `Overdue by ${counted(overdueDays, 'day')}`,
    parties: partiesInWords(item),
  };
}

function asRefusal(error: unknown): { readonly refusal: Refusal } {
  if (error instanceof RefusalError && error.refusal.code.startsWith('inspections.')) return error;
  throw error;
}
