import { RefusalError } from '@daybook/ledger';
import {
  changeInWords,
  inWords,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  whoWrote,
  withQuery,
  type Page,
  type Visit,
} from '@daybook/pages';
import { UNITS, type Unit } from '../codes';
import { parseBreakdown } from '../breakdown';
import {
  CHANGE_WORDS,
  changePath,
  changesOffered,
  saidOfEntry,
  type Offered,
} from '../change-on-a-page/kinds.page';
import type { SaidWith, SaidWithFigure } from '../cite-figures/said-with.page';
import { figureRef, type OfFigure } from '../figures.events';
import type { FigureReadings } from '../readings.page';
import type { FigureItem, VintageItem } from './figures.query';
import { sentIn, type SentIn } from './sent-in.page';
import { KIND_WORDS, figureHeading, keyOf, valueWithUnit } from './wording.page';

/** One figure: what stands, then everything that was ever entered about it, newest first. */
export function figurePage(readings: FigureReadings, saidWith: SaidWithFigure): Page {
  return {
    method: 'GET',
    path: '/:area/figures/:measure/:period',
    async answer(visit: Visit) {
      const { area = '', measure: id = '', period: spelled = '' } = visit.params;
      const asked = { area, measure: id, period: spelled, breakdown: visit.query.breakdown };
      const { person } = visit;
      const { position, items } = await readOrSayWhen(
        visit,
        (there) => readings.history(person, there, asked),
        ({ items: all }) => all[0],
      );
      const at = samePosition(position);
      const [standing, measure, papers, sent] = await Promise.all([
        standingFigure(readings.figure(person, at, asked)),
        readings.measure(person, at, { area, measure: id }).catch(unlessAbsent),
        readings.papers(person, at, { area }),
        Promise.all(items.map(async (v) => [v.id, await sentIn(readings, person, v.index)] as const)),
      ]);
      const paperTitles = new Map(papers.items.map((p) => [p.id, p.title]));
      const period = standing?.period ?? spelled;
      const breakdown = standing?.breakdown ?? parseBreakdown(visit.query.breakdown ?? '') ?? '';
      const unit = measure?.item.unit ?? null;
      const title = measure?.item.title ?? id;
      const figure = { area, measure: id, period, breakdown };
      const heading = figureHeading(figure, title);
      const subject = { area, measure: measure?.item, standing, vintages: items };
      const api = `/api/v1/figures/${area}/${id}/${encodeURIComponent(period)}/history`;
      const query = breakdown === '' ? '' : `?${new URLSearchParams({ breakdown }).toString()}`;
      return {
        template: 'libs/figures/src/see-figures/figure.njk',
        title: [`${heading}, ${nameOf(area)}`, 'Figures'],
        position,
        api: `${api}${query}`,
        csv: `${api}.csv${query}`,
        data: {
          area,
          heading,
          measure: { id, title },
          standing: standing && standingInWords(standing, unit, paperTitles),
          unit: unit && UNITS[unit].label,
          vintages: entries(items, unit, paperTitles).map((told) => ({
            ...told,
            sent: new Map<string, SentIn>(sent).get(told.id),
            said: saidOfEntry(person, subject, told).map((one) => linkTo(figure, one)),
          })),
          key: keyOf([...items, ...(standing ? [standing] : [])]),
          report: { measure: id, period, breakdown },
          changes: changesOffered(person, subject).map((one) => linkTo(figure, one)),
          change: withQuery(changePath(figure), { breakdown }),
          recorded: recordedHere(visit.query.recorded, items),
          saidWith: (await saidWith(person, at, figure)).map(saidInWords),
          onRecord: await recordsAbout(readings, visit, position, figureRef(figure)),
        },
      };
    },
  };
}

/** What was said with the figure, with the value as it was quoted. */
function saidInWords(one: SaidWith): object {
  return { ...one, quoted: one.value === null ? 'no value' : inWords(one.value) };
}

function standingInWords(
  standing: FigureItem,
  unit: Unit | null,
  papers: ReadonlyMap<string, string>,
): object {
  return {
    ...standing,
    words: valueWithUnit(standing, unit),
    kindWord: KIND_WORDS[standing.kind].word,
    valueTitle: papers.get(standing.valueFrom?.source?.paper ?? ''),
  };
}

/** Where a person says something of the figure or of one entry. */
function linkTo(figure: OfFigure, { kind, of }: Offered): { text: string; href: string } {
  const query = { breakdown: figure.breakdown, of };
  return { text: CHANGE_WORDS[kind].title, href: withQuery(changePath(figure, kind), query) };
}

/** The record that a form just wrote about this figure: no address can claim one that is not there. */
function recordedHere(asked: string | undefined, items: readonly VintageItem[]): number | undefined {
  const notes = items.flatMap((v) => [v, v.explanation, v.enteredWrongly, v.disputed, v.disputed?.withdrawn]);
  return notes.find((note) => note && String(note.index) === asked)?.index;
}

/** Entries may be on record about a figure of which none stands: all of them were entered wrongly. */
async function standingFigure(found: Promise<{ item: FigureItem }>): Promise<FigureItem | undefined> {
  return found.then(({ item }) => item).catch(unlessAbsent);
}

function unlessAbsent(error: unknown): undefined {
  if (error instanceof RefusalError && error.refusal.code.endsWith('not-on-record')) return undefined;
  throw error;
}

type Told = VintageItem & Readonly<Record<string, unknown>>;

/** The history newest first, each entry with what stood before it. */
function entries(
  items: readonly VintageItem[],
  unit: Unit | null,
  papers: ReadonlyMap<string, string>,
): Told[] {
  let before: VintageItem | undefined;
  const told = items.map((item): Told => {
    const was = before;
    if (item.kind !== 'entered-wrongly' && item.kind !== 'contradicts' && item.kind !== 'confirmed')
      before = item;
    return {
      ...item,
      words: valueWithUnit(item, unit),
      kindWord: KIND_WORDS[item.kind].word,
      who: whoWrote(item),
      // A confirmation to other decimals differs by rounding alone, and a first release differs from nothing.
      from: was && changes(item) ? valueWithUnit(was, unit) : undefined,
      change: changes(item) && item.difference !== null ? changeInWords(item.difference) : undefined,
      paperTitle: item.source && (papers.get(item.source.paper) ?? item.source.paper),
    };
  });
  return told.reverse();
}

function changes({ kind }: VintageItem): boolean {
  return kind !== 'confirmed' && kind !== 'first-release' && kind !== 'missing';
}
