import { areaOf } from '@daybook/ledger';
import {
  isEmpty,
  positionQuery,
  withQuery,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
  typeInWords,
} from '@daybook/pages';
import type { EventItem, Readings } from '@daybook/runtime';
import { writeCursor } from '../api/cursor';
import { csvOf, sheetOf } from '../api/csv';
import {
  apiQueryOf,
  askedBy,
  choicesOf,
  fieldsOfDate,
  inWords,
  queryOf,
  typedDate,
  type LedgerAsked,
} from './ledger-filter';
import { pathOfReference, subjectOf } from './references';
import { Subjects } from './subjects';

const PAGE = 50;
/** The most records of one file. */
const FILE = 1_000;
/** The most values that a list to choose from shows; where there are more, any can be asked for in the address. */
const CHOICES = 200;
const BAD_DATE = 'Enter a real date, or leave it empty';

/** The browser of the ledger: records by what they are, whose they are and what they are about. */
export function ledgerPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger',
    async answer(visit: Visit) {
      const typed = typedDate(visit.query);
      const asked = askedBy(visit.query);
      if (typed && (typed.date || isEmpty(typed.fields))) {
        const { effectiveOn: _, ...filter } = asked.filter;
        const dated = typed.date ? { ...filter, effectiveOn: typed.date } : filter;
        return { goTo: visit.link('/ledger', queryOf({ ...asked, filter: dated })) };
      }
      const show = await listing(readings, visit, asked);
      if (!typed) return show;
      const errors = { lines: [{ text: BAD_DATE, href: '#date-day' }], codes: ['request.bad-date'] };
      const data = { ...show.data, errors, dateError: BAD_DATE, dateFields: typed.fields, filtering: true };
      return { ...show, status: 422, failed: true, data };
    },
  };
}

/** The same records as a file, as the reader who is signed in may see them. */
export function ledgerFile(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/ledger.csv',
    async answer(visit: Visit) {
      const { filter, oldestFirst, from } = askedBy(visit.query);
      const { basis } = await readings.position(visit.at);
      const { items } = await readings.records.list(visit.person, {
        ...filter,
        basis,
        limit: FILE,
        newestFirst: !oldestFirst,
        ...(from !== undefined && { from }),
      });
      const name = `ledger-${basis}-records.csv`;
      return { download: { name, type: 'text/csv; charset=utf-8', bytes: csvOf(sheetOf('Event', items)) } };
    },
  };
}

async function listing(readings: Readings, visit: Visit, asked: LedgerAsked): Promise<Show> {
  const { filter } = asked;
  const position = await readings.position(visit.at);
  const { person } = visit;
  const [part, count, found] = await Promise.all([
    partOf(readings, visit, position, asked),
    readings.records.count(person, position, filter),
    valuesThere(readings, visit, position),
  ]);
  const references = part.items.flatMap((item) => (item.restricted ? [] : [subjectOf(item.record)]));
  const about = filter.about ? [filter.about] : [];
  const papers = [...(filter.paper ? [filter.paper] : []), ...found.paper].map((id) => `paper:${id}`);
  const subjects = await Subjects.of(readings, visit, position, [...references, ...about, ...papers]);
  const kept = queryOf(asked);
  const narrowed = Object.keys(filter).length > 0;
  const here = { ...apiQueryOf(asked), basis: String(position.basis) };
  const after = asked.from === undefined ? undefined : writeCursor(String(asked.from));
  const wordsOf = filter.about && subjects.words(filter.about);
  return {
    template: 'apps/web/src/pages/ledger.njk',
    title: [...(wordsOf ? [`Records about ${wordsOf}`] : narrowed ? ['Some records'] : []), 'Ledger'],
    position,
    recordApi: withQuery('/api/v1/events', { ...here, after, limit: String(PAGE) }),
    recordCsv: visit.link('/ledger.csv', { ...kept, basis: String(position.basis) }),
    data: {
      records: part.items.map((item) => listed(item, subjects)),
      count,
      narrowed,
      oldestFirst: asked.oldestFirst,
      kept,
      placed: positionQuery(visit.at),
      previous: part.previous && visit.link('/ledger', queryOf({ ...asked, from: part.previous.from })),
      next: part.next !== undefined && visit.link('/ledger', queryOf({ ...asked, from: part.next })),
      about: wordsOf,
      aboutHref: filter.about && pathOfReference(filter.about, undefined),
      active: activeFilters(asked, subjects),
      choices: choices(found, asked, subjects),
      asked: filter,
      dateFields: fieldsOfDate(asked),
      dated: position.asOf < position.today,
    },
  };
}

interface Part {
  readonly items: readonly EventItem[];
  readonly next?: number;
  /** The page before: from a record on, or the first page of all. */
  readonly previous?: { readonly from?: number };
}

/** One page, and where the pages beside it begin: by records, so that nothing new moves them. */
async function partOf(
  { records }: Readings,
  { person }: Visit,
  { basis }: PagePosition,
  { filter, oldestFirst, from }: LedgerAsked,
): Promise<Part> {
  const newestFirst = !oldestFirst;
  const asked = { ...filter, basis, limit: PAGE };
  const { items, next } = await records.list(person, {
    ...asked,
    newestFirst,
    ...(from !== undefined && { from }),
  });
  const found = { items, ...(next !== undefined && { next }) };
  const before = from === undefined ? -1 : newestFirst ? from + 1 : from - 1;
  if (before < 0 || before >= basis) return found;
  const back = await records.list(person, { ...asked, from: before, newestFirst: !newestFirst });
  const first = back.items.at(-1)?.index;
  if (first === undefined) return found;
  return { ...found, previous: back.next === undefined ? {} : { from: first } };
}

/** Each filter in words. */
function activeFilters({ filter }: LedgerAsked, subjects: Subjects): object[] {
  const { stream, type, role, by, paper, about, effectiveOn } = filter;
  const words: [string, string | undefined][] = [
    ['About', about && subjects.words(about)],
    ['Type', type && inWords.type(type)],
    ['Role', role && inWords.role(role)],
    ['By', by],
    ['Paper', paper && subjects.words(`paper:${paper}`)],
    ['Stream', stream],
  ];
  const said = words.flatMap(([name, text]) => (text ? [{ name, text }] : []));
  return effectiveOn ? [...said, { name: 'Effective', date: effectiveOn }] : said;
}

type Values = Readonly<Record<'type' | 'role' | 'stream' | 'paper', readonly string[]>>;

/** What there is to choose from, at the position. */
async function valuesThere(
  { records }: Readings,
  { person }: Visit,
  position: PagePosition,
): Promise<Values> {
  const values = (field: keyof Values) => records.choices(person, position, field, CHOICES);
  const [type, role, stream, paper] = await Promise.all([
    values('type'),
    values('role'),
    values('stream'),
    values('paper'),
  ]);
  return { type, role, stream, paper };
}

function choices(found: Values, { filter }: LedgerAsked, subjects: Subjects) {
  const paper = (id: string): string => {
    const title = subjects.words(`paper:${id}`);
    return title === `paper:${id}` ? id : `${title} (${id})`;
  };
  return {
    type: choicesOf(found.type, filter.type, 'Any type', inWords.type),
    role: choicesOf(found.role, filter.role, 'Any role', inWords.role),
    stream: choicesOf(found.stream, filter.stream, 'Any stream'),
    paper: choicesOf(found.paper, filter.paper, 'Any paper', paper),
  };
}

function listed(item: EventItem, subjects: Subjects): object {
  if (item.restricted) return item;
  const { index, hash, record } = item;
  const subject = subjectOf(record);
  return {
    index,
    hash,
    restricted: false,
    words: typeInWords(record.type),
    subject: subjects.words(subject),
    href: pathOfReference(subject, areaOf(record)),
    effectiveOn: record.effectiveOn,
    precision: record.precision,
    recordedAt: record.recordedAt,
    by: record.by,
    for: record.for ?? null,
  };
}
