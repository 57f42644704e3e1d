import {
  dateFields,
  isEmpty,
  nameOf,
  readDate,
  readOrSayWhen,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Answer,
  type Page,
  type PagePosition,
  type PositionAsked,
  type Show,
  type Visit,
} from '@daybook/pages';
import { changeShown } from '../compare-positions/change-words.page';
import { UNITS } from '../codes';
import type { FigureReadings, ReplayReadings } from '../readings.page';
import type { MeasureItem } from '../see-measures/measures.query';
import type { FigureItem } from '../see-figures/figures.query';
import {
  KIND_WORDS,
  breakdownInWords,
  figurePath,
  keyOf,
  periodInWords,
  valueInWords,
} from '../see-figures/wording.page';
import type { ReplayItem, ReplayStep } from './replay.query';

const TEMPLATE = 'libs/figures/src/replay-history/replay.njk';

type Readings = Pick<FigureReadings, 'knowsArea' | 'measure' | 'measures' | 'papers'> & ReplayReadings;

/** What a visit asks to see: whose history, in which order, and where in it. */
interface Asked {
  readonly area: string;
  readonly measure?: string;
  readonly order: 'effective' | 'recorded';
  readonly from?: string;
  readonly n?: number;
}

/** The history of an area or a measure, one event at a time, with the position after it. */
export function replayPage(readings: Readings): Page {
  return {
    method: 'GET',
    path: '/:area/replay',
    async answer(visit: Visit): Promise<Answer> {
      const asked = askedIn(visit);
      if (!('from-day' in visit.query)) return shown(readings, visit, asked);
      const typed = dateFields(visit.query, 'from');
      const from = readDate(typed);
      if (from) return { goTo: `${stepPath(asked, visit.at, { from })}#step` };
      const text = isEmpty(typed) ? 'Enter a date' : 'Enter a real date';
      const show = await shown(readings, visit, { ...asked, from: undefined });
      const errors = { lines: [{ text, href: '#from-day' }], codes: ['position.bad-date'], at: {} };
      return {
        ...show,
        status: 422,
        failed: true,
        data: { ...show.data, errors, goTo: { typed, message: text } },
      };
    },
  };
}

function askedIn({ params, query }: Visit): Asked {
  const { measure, from, step } = query;
  return {
    area: params.area ?? '',
    measure: measure || undefined,
    order: query.order === 'recorded' ? 'recorded' : 'effective',
    from: from || undefined,
    ...(/^\d{1,9}$/.test(step ?? '') && { n: Number(step) }),
  };
}

/** Where a step has its page: by its number, or the first from a day on. */
function stepPath(
  { area, measure, order }: Asked,
  { asOf, basis }: PositionAsked,
  at: { readonly n?: number; readonly from?: string },
): string {
  return withQuery(`/${area}/replay`, {
    measure,
    order: order === 'recorded' ? order : undefined,
    from: at.from,
    step: at.n === undefined ? undefined : String(at.n),
    ...{ 'as-of': asOf, basis },
  });
}

async function shown(readings: Readings, visit: Visit, asked: Asked): Promise<Show> {
  const { area, measure: id } = asked;
  const { person } = visit;
  const named =
    id === undefined
      ? undefined
      : await readOrSayWhen(
          visit,
          (at) => readings.measure(person, at, { area, measure: id }),
          ({ item }) => ({ effectiveOn: item.start }),
        );
  const { position, step } = await readings.replay.step(
    person,
    named ? samePosition(named.position) : visit.at,
    asked,
  );
  if (step.total === 0) await refuseUnknownArea(readings, visit, area);
  const at = samePosition(position);
  const [{ items: measures }, { items: papers }] = await Promise.all([
    readings.measures(person, at, { area }),
    readings.papers(person, at, { area }),
  ]);
  const measure = named?.item ?? measures.find((one) => one.id === step.item?.measure);
  const whose = named ? `${named.item.title}, ${nameOf(area)}` : nameOf(area);
  const query = new URLSearchParams({ area, ...(id && { measure: id }), order: asked.order }).toString();
  return {
    template: TEMPLATE,
    title: [`${step.item ? `Step ${step.item.n} of ${step.total}, ` : ''}${whose}`, 'Replay'],
    position,
    api: `/api/v1/replay?${query}`,
    csv: `/api/v1/replay.csv?${query}`,
    data: {
      ...{ area, order: asked.order, path: visit.path, total: step.total },
      measure: id && named ? { id, title: named.item.title } : undefined,
      at: { 'as-of': visit.at.asOf, basis: visit.at.basis },
      beyond: isBeyond(asked, step) && asked.from,
      links: linksOf(asked, visit, position, step),
      onRecord: step.onRecord,
      ...(step.item && {
        item: step.item,
        told: changeShown(step.item, new Map(papers.map((p) => [p.id, p.title]))),
        rejudged: step.item.rejudged.map((one) => ({
          ...one,
          words: KIND_WORDS[one.kind].word.toLowerCase(),
          wordsBefore: KIND_WORDS[one.kindBefore].word.toLowerCase(),
        })),
        ...after(step.figures, step.item, measure),
      }),
    },
  };
}

/** Whether the day asked for lies after every step, so that the last one is shown. */
function isBeyond({ from, n, order }: Asked, { item, total }: ReplayStep): boolean {
  if (!from || n !== undefined || !item || item.n < total) return false;
  return (order === 'recorded' ? item.recordedAt.slice(0, 10) : item.effectiveOn) < from;
}

interface Links {
  readonly [name: string]: string | undefined;
}

/** The steps around this one, at one and the same position, and the other ways to go through the history. */
function linksOf(asked: Asked, visit: Visit, position: PagePosition, { item, total }: ReplayStep): Links {
  const to = (n: number): string => `${stepPath(asked, samePosition(position), { n })}#step`;
  const other = asked.order === 'recorded' ? 'effective' : 'recorded';
  const day = item?.effectiveOn;
  const common = {
    other: stepPath({ ...asked, order: other }, visit.at, {}),
    whole: asked.measure && stepPath({ ...asked, measure: undefined }, visit.at, { from: day }),
    alone:
      asked.measure || !item
        ? undefined
        : stepPath({ ...asked, measure: item.measure }, visit.at, { from: day }),
  };
  if (!item) return common;
  const { n } = item;
  return {
    ...common,
    ...(n > 1 && { first: to(1), previous: to(n - 1) }),
    ...(n < total && { next: to(n + 1), last: to(total) }),
  };
}

/** The measure's figures as they stood after a step, the one that it is about marked. */
function after(figures: readonly FigureItem[], item: ReplayItem, measure: MeasureItem | undefined): object {
  const rows = figures.map((figure) => ({
    ...figure,
    href: figurePath(figure),
    periodWords: periodInWords(figure.period),
    breakdownWords: breakdownInWords(figure.breakdown) || 'All',
    words: valueInWords(figure),
    kindWord: KIND_WORDS[figure.kind].word,
    touched: figure.period === item.period && figure.breakdown === item.breakdown,
  }));
  return {
    figures: rows,
    broken: figures.some(({ breakdown }) => breakdown !== ''),
    gone: item.period !== null && !rows.some(({ touched }) => touched),
    key: keyOf(figures),
    titled: measure?.title ?? item.measure,
    unit: item.unit && UNITS[item.unit].label,
  };
}
