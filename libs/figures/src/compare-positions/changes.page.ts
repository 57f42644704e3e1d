import { Refusal, RefusalError, daysAfter } from '@daybook/ledger';
import {
  counted,
  errorSummary,
  longDate,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Answer,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { AnyChange, ChangesReadings, FigureReadings } from '../readings.page';
import { changeShown, countInWords, type ChangeShown } from './change-words.page';
import {
  anchors,
  askedIn,
  comparisonPath,
  formOf,
  isElsewhere,
  isSent,
  readForm,
  type ComparisonAsked,
  type ComparisonForm,
} from './changes-form.page';
import type { PositionChangeItem } from './changes.query';

/** What other slices say of their own changes, given by whoever puts the slices together. */
export interface OtherChanges {
  /** The kinds that occur, counted, in words. */
  counted(kinds: readonly { readonly kind: string; readonly count: number }[]): readonly string[];
  /** The changes of a page, by what changed; `papers` are titles by id. */
  told(
    items: readonly AnyChange[],
    papers: ReadonlyMap<string, string>,
    where: Pick<Visit, 'person' | 'at'> & { readonly area: string },
  ): Promise<readonly OtherGroup[]>;
}

export interface OtherGroup {
  readonly title: string;
  readonly href: string;
  readonly changes: readonly OtherChange[];
}

export interface OtherChange {
  readonly what: string;
  readonly notes: readonly string[];
  /** Empty where no reason was given. */
  readonly why: string;
  readonly who: string;
  readonly paperTitle: string | null;
  readonly item: object;
}

const TEMPLATE = 'libs/figures/src/compare-positions/changes.njk';
const PAGE = 200;
/** How many papers are offered: what did each of them change? */
const PAPERS = 6;

/** What is wrong with the first position, in the words of the form. */
const WORDS: Readonly<Record<string, string>> = {
  'changes.backwards /from': 'The first date must be the second date or an earlier one',
  'changes.backwards /fromBasis': 'The first ledger size must be the second one or smaller',
  'position.bad-date /from': 'Enter a real first date',
  'position.future-date /from': 'The first date must be today or in the past',
  'position.bad-basis /fromBasis': 'Enter the first ledger size as a whole number',
  'position.beyond-ledger /fromBasis': 'This ledger does not hold so many records yet',
};

type Readings = Pick<FigureReadings, 'knowsArea' | 'measures' | 'papers'> & ChangesReadings;

/** What changed between two positions of an area; the later one is that of the page. */
export function changesPage(readings: Readings, others: OtherChanges): Page {
  return {
    method: 'GET',
    path: '/:area/changes',
    async answer(visit: Visit): Promise<Answer> {
      const { area = '' } = visit.params;
      if (isSent(visit)) {
        const read = readForm(visit);
        if ('asked' in read) return { goTo: comparisonPath(area, read.asked) };
        return formAgain(readings, visit, read.form, read.refusal);
      }
      const asked = askedIn(visit);
      if (isElsewhere(visit)) return { goTo: comparisonPath(area, asked) };
      if (!asked.from && !asked.fromBasis) return formAlone(readings, visit, formOf(asked));
      try {
        return await compared(readings, others, visit, asked);
      } catch (error) {
        if (!(error instanceof RefusalError) || !isAboutTheFirst(error.refusal)) throw error;
        return formAgain(readings, visit, formOf(asked), error.refusal);
      }
    },
  };
}

/** What is wrong with the page's own position is said by its time bar. */
function isAboutTheFirst({ code, fields }: Refusal): boolean {
  return code.startsWith('changes.') || fields.some(({ field }) => /^\/from/.test(field));
}

async function formAlone(readings: Readings, visit: Visit, form: ComparisonForm): Promise<Show> {
  const { area = '' } = visit.params;
  const { position, items } = await readings.papers(visit.person, visit.at, { area });
  if (items.length === 0) await refuseUnknownArea(readings, visit, area);
  const papers = [...items]
    .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
    .slice(0, PAPERS)
    .map(({ title, effectiveOn }) => ({
      title,
      effectiveOn,
      href: comparisonPath(area, {
        from: daysAfter(effectiveOn, -1),
        to: effectiveOn,
        toBasis: visit.at.basis,
      }),
    }));
  return {
    template: TEMPLATE,
    title: [`What changed, ${nameOf(area)}`, 'Figures'],
    position,
    data: { area, form, papers, path: visit.path },
  };
}

async function formAgain(
  readings: Readings,
  visit: Visit,
  form: ComparisonForm,
  refusal: Refusal,
): Promise<Show> {
  const show = await formAlone(readings, visit, form);
  const fields = refusal.fields.map((f) => ({ ...f, message: WORDS[`${f.code} ${f.field}`] ?? f.message }));
  const said = new Refusal(refusal.code, refusal.message, refusal.retryable, fields);
  const errors = errorSummary(said, anchors);
  return { ...show, status: 422, failed: true, data: { ...show.data, errors, message: errors.at } };
}

async function compared(
  readings: Readings,
  others: OtherChanges,
  visit: Visit,
  asked: ComparisonAsked,
): Promise<Show> {
  const { area = '' } = visit.params;
  const { person } = visit;
  const { measure } = asked;
  const counting = await readings.changes.counted(person, asked, { area, measure });
  const { position, from, summary } = counting;
  const settled = {
    ...{ from: from.asOf, fromBasis: String(from.basis), measure },
    ...{ to: position.asOf, toBasis: String(position.basis) },
  };
  const page = { area, measure, after: visit.query.after, limit: PAGE };
  const at = samePosition(position);
  const [{ items, next }, measures, papers] = await Promise.all([
    readings.changes.between(person, settled, page),
    readings.measures(person, at, { area }),
    readings.papers(person, at, { area }),
  ]);
  if (measures.items.length === 0 && items.length === 0) await refuseUnknownArea(readings, visit, area);
  const titles = new Map(measures.items.map(({ id, title }) => [id, title]));
  const paperTitles = new Map(papers.items.map((p) => [p.id, p.title]));
  const here = comparisonPath(area, settled);
  return {
    template: TEMPLATE,
    title: [`What changed, ${nameOf(area)}`, 'Figures'],
    position,
    own: ownAddresses(area, here, settled),
    data: {
      ...{ area, form: formOf(settled), path: visit.path },
      measure: measure && { id: measure, title: titles.get(measure) ?? measure },
      between: betweenInWords(from, position),
      rounded: from.roundedFrom !== undefined && from.basis,
      summary,
      kinds: [
        ...summary.kinds.map(({ kind, count }) => countInWords(kind, count)),
        ...others.counted(counting.others),
      ],
      groups: grouped(items.filter(isOfFigure), titles, paperTitles),
      others: await others.told(
        items.filter((item) => !isOfFigure(item)),
        paperTitles,
        { person, at, area },
      ),
      next: next && withQuery(here, { after: next }),
      first: visit.query.after && here,
      everyMeasure: comparisonPath(area, { ...settled, measure: undefined }),
    },
  };
}

/** The addresses of this very comparison: they carry both positions. */
function ownAddresses(
  area: string,
  here: string,
  { measure, from = '', fromBasis = '', to = '', toBasis = '' }: ComparisonAsked,
): NonNullable<Show['own']> {
  const of = { area, ...(measure && { measure }), from, fromBasis, to, toBasis };
  const query = new URLSearchParams(of).toString();
  const [json, csv] = [`/api/v1/changes?${query}`, `/api/v1/changes.csv?${query}`];
  return { here, json, csv, sizes: ['from-basis'] };
}

/** The two positions in words; what they have in common is said once. */
function betweenInWords(from: PagePosition, to: PagePosition): string {
  const size = ({ basis }: PagePosition): string =>
    basis === 0 ? 'nothing of this ledger' : `the first ${counted(basis, 'record')}`;
  const [a, b] = [from, to].map(({ asOf }) => longDate(asOf));
  if (from.basis === to.basis) return `Between the position on ${a} and that on ${b}, using ${size(to)}`;
  if (from.asOf === to.asOf)
    return `Between the position on ${a} using ${size(from)} and the same using ${size(to)}`;
  return `Between the position on ${a} using ${size(from)} and that on ${b} using ${size(to)}`;
}

function isOfFigure(item: AnyChange): item is PositionChangeItem {
  return item.measure !== null;
}

interface Group {
  readonly measure: string;
  readonly title: string;
  readonly changes: readonly ChangeShown[];
}

/** The changes of a page by measure, in the order in which they come. */
function grouped(
  items: readonly PositionChangeItem[],
  titles: ReadonlyMap<string, string>,
  papers: ReadonlyMap<string, string>,
): Group[] {
  const groups = new Map<string, ChangeShown[]>();
  for (const item of items) {
    const known = groups.get(item.measure) ?? [];
    known.push(changeShown(item, papers));
    groups.set(item.measure, known);
  }
  return [...groups].map(([measure, changes]) => ({
    measure,
    title: titles.get(measure) ?? measure,
    changes,
  }));
}
