import { RefusalError, type Refusal } from '@daybook/ledger';
import {
  dateFields,
  errorSummary,
  fieldsOf,
  inThePast,
  isEmpty,
  longDate,
  nameOf,
  readDate,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Answer,
  type DateFields,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { STATUSES, type Kind, type Status } from '../codes';
import type { FigureReadings, PaperNamed } from '../readings.page';
import type { MeasureItem } from '../see-measures/measures.query';
import type { FigureItem } from './figures.query';
import { figureRow } from './series.page';
import { KIND_WORDS, keyOf, periodInWords, valueWithUnit } from './wording.page';

/** How many figures a page of a list shows. */
const MOST = 50;

/** The kinds that the entry of a figure which stands can have. */
const STANDING_KINDS = [
  'first-release',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'missing',
] as const satisfies readonly Kind[];

/** What the page's address may ask for; the date may also come in the three parts of its field. */
const ASKED = ['measure', 'period', 'status', 'kind', 'paper', 'changed-since', 'sort'] as const;
type Asked = Readonly<Partial<Record<(typeof ASKED)[number], string>>>;

const SORTED: readonly (readonly [sort: string, words: string])[] = [
  ['measure', 'measure'],
  ['-measure', 'measure, Z to A'],
  ['period', 'period, earliest first'],
  ['-period', 'period, latest first'],
  ['value', 'value, smallest first'],
  ['-value', 'value, largest first'],
  ['effective', 'effective date, earliest first'],
  ['-effective', 'effective date, latest first'],
];

/** Whether the address of an area's figures asks for figures, and not for the list of measures. */
export function asksForFigures({ query }: Visit): boolean {
  return [...ASKED, 'changed-since-day', 'changed-since-month', 'changed-since-year'].some((n) => n in query);
}

/** The figures of an area that were asked for: in words, as a table, with ways to sort and to ask again. */
export async function findFigures(readings: FigureReadings, visit: Visit): Promise<Answer> {
  const { area = '' } = visit.params;
  const typed = dateFields(visit.query, 'changed-since');
  const asked = askedIn(visit.query, typed);
  const tidy = withQuery(visit.path, { ...asked, after: visit.query.after });
  if (sentByForm(visit.query) && !badDate(typed)) return { goTo: visit.link(tidy) };
  const { position, items: measures } = await readings.measures(visit.person, visit.at, { area });
  if (measures.length === 0) await refuseUnknownArea(readings, visit, area);
  const at = samePosition(position);
  const papers = await readings.papers(visit.person, at, { area });
  const wanted = { area, ...apiNames(asked), after: visit.query.after, limit: MOST };
  if (badDate(typed)) wanted.changedSince = 'none';
  const found = await readings.figures(visit.person, at, wanted).catch(asRefusal);
  const refusal = 'refusal' in found ? found.refusal : undefined;
  const { items, next } = 'refusal' in found ? { items: [], next: undefined } : found;
  const after = visit.query.after && Buffer.from(visit.query.after, 'utf8').toString('base64url');
  const query = { area, ...apiNames(asked), limit: String(MOST), after };
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/see-figures/find-figures.njk',
    title: [`Figures found, ${nameOf(area)}`, 'Figures'],
    position,
    ...(!refusal && {
      api: withQuery('/api/v1/figures', query),
      csv: withQuery('/api/v1/figures.csv', query),
    }),
    data: {
      ...foundData(visit, { asked, items, next, measures, papers: papers.items }),
      form: findForm(visit, { position, measures, papers: papers.items, asked, typed }),
      errors: refusal && errorSummary(refusal, (id) => (id === 'changedSince' ? 'changed-since-day' : id)),
    },
  };
}

interface Found {
  readonly asked: Asked;
  readonly items: readonly FigureItem[];
  readonly next: string | undefined;
  readonly measures: readonly MeasureItem[];
  readonly papers: readonly PaperNamed[];
}

function foundData(visit: Visit, { asked, items, next, measures, papers }: Found): object {
  const { area = '' } = visit.params;
  const titles = new Map(measures.map((m) => [m.id, m.title]));
  const papersById = new Map(papers.map((p) => [p.id, p.title]));
  const { after } = visit.query;
  return {
    area,
    words: inFilterWords(asked, titles, papersById),
    clear: visit.link(visit.path),
    broken: items.some((i) => i.breakdown !== ''),
    figures: items.map((item) => ({
      ...figureRow(item, papersById),
      title: titles.get(item.measure) ?? item.measure,
      words: valueWithUnit(item, item.unit),
    })),
    key: keyOf(items),
    heads: Object.fromEntries(
      ['measure', 'period', 'value', 'effective'].map((field) => [field, sortHead(visit, asked, field)]),
    ),
    first: after && visit.link(visit.path, { ...asked }),
    next: next && visit.link(visit.path, { ...asked, after: next }),
  };
}

/** A column's head: the way it is sorted now, and the link that sorts by it, the other way about where it is. */
function sortHead(visit: Visit, asked: Asked, field: string): object {
  const now = asked.sort ?? 'measure';
  const to = now === field ? `-${field}` : field;
  return {
    sorted: now === field ? 'ascending' : now === `-${field}` ? 'descending' : undefined,
    href: visit.link(visit.path, { ...asked, sort: to }),
    does: `sort by ${SORTED.find(([sort]) => sort === to)?.[1] ?? to}`,
  };
}

/** What the filter asks for, as parts of a sentence. */
function inFilterWords(
  asked: Asked,
  titles: ReadonlyMap<string, string>,
  papers: ReadonlyMap<string, string>,
): object {
  const { measure, period, status, kind, paper, sort = 'measure' } = asked;
  const since = asked['changed-since'];
  const parts = [
    measure && `measure: ${titles.get(measure) ?? measure}`,
    period && `period: ${periodInWords(period)}`,
    status && `status: ${(STATUSES[status as Status]?.meaning ?? status).toLowerCase()}`,
    kind && `how it came: ${(KIND_WORDS[kind as Kind]?.word ?? kind).toLowerCase()}`,
    paper && `paper: ${papers.get(paper) ?? paper}`,
    since && `changed after ${/^\d{4}-\d{2}-\d{2}$/.test(since) ? longDate(since) : since}`,
  ].filter((part) => part !== undefined && part !== '');
  return { parts, sorted: SORTED.find(([one]) => one === sort)?.[1] };
}

/** The form that asks for figures: its choices, and what was asked or typed last. */
export function findForm(
  visit: Visit,
  {
    position,
    measures,
    papers,
    asked = {},
    typed,
  }: {
    position: PagePosition;
    measures: readonly MeasureItem[];
    papers: readonly PaperNamed[];
    asked?: Asked;
    typed?: DateFields;
  },
): object {
  const choose = (
    all: string,
    chosen: string | undefined,
    options: readonly (readonly [string, string])[],
  ) => [
    { value: '', text: all, selected: !chosen },
    ...options.map(([value, text]) => ({ value, text, selected: value === chosen })),
  ];
  const byTitle = [...measures].sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  const statuses = Object.entries(STATUSES).map(
    ([code, { meaning }]) => [code, `${code}: ${meaning}`] as const,
  );
  const since = asked['changed-since'] ?? '';
  return {
    action: visit.path,
    kept: inThePast(position) ? { 'as-of': visit.at.asOf, basis: visit.at.basis } : {},
    measures: choose(
      'Every measure',
      asked.measure,
      byTitle.map((m) => [m.id, m.title] as const),
    ),
    period: asked.period,
    statuses: choose('Any status', asked.status, statuses),
    kinds: choose(
      'Any way',
      asked.kind,
      STANDING_KINDS.map((kind) => [kind, KIND_WORDS[kind].word] as const),
    ),
    papers: choose(
      'Any paper',
      asked.paper,
      papers.map((p) => [p.id, p.title] as const),
    ),
    sorts: SORTED.map(([value, text]) => ({
      value,
      text: text.charAt(0).toUpperCase() + text.slice(1),
      selected: value === (asked.sort ?? 'measure'),
    })),
    since: typed && !isEmpty(typed) ? typed : since ? fieldsOf(since) : { day: '', month: '', year: '' },
  };
}

function askedIn(query: Visit['query'], typed: DateFields): Asked {
  const given = ASKED.flatMap((name) => (query[name]?.trim() ? [[name, query[name].trim()] as const] : []));
  const date = readDate(typed);
  return { ...Object.fromEntries(given), ...(date && { 'changed-since': date }) };
}

/** A form sends what was left empty too, and the date in parts; the address that people keep has neither. */
function sentByForm(query: Visit['query']): boolean {
  return 'changed-since-day' in query || ASKED.some((name) => query[name] === '');
}

function badDate(typed: DateFields): boolean {
  return !isEmpty(typed) && readDate(typed) === undefined;
}

function apiNames({ 'changed-since': changedSince, ...asked }: Asked): Asked & { changedSince?: string } {
  return { ...asked, ...(changedSince !== undefined && { changedSince }) };
}

function asRefusal(error: unknown): { refusal: Refusal } {
  if (error instanceof RefusalError && error.refusal.code.startsWith('figures.')) return error;
  throw error;
}
