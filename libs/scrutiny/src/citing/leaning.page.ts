import type { SaidWithFigure } from '@daybook/figures';
import {
  nameOf,
  refuseUnknownArea,
  whoWrote,
  withQuery,
  type AreaReadings,
  type Page,
  type Visit,
} from '@daybook/pages';
import type { LeaningReads, LeaningTold } from '../readings.page';
import type { CitedInWords } from './cited.page';
import type { LeaningKind } from './leaning';

const KIND_WORDS: Readonly<Record<LeaningKind, string>> = {
  answer: 'Answer',
  decision: 'Decision',
  claim: 'Claim that it is kept',
};

/** What was said that rests on a figure which stands no longer as it was quoted. */
export function leaningPage(readings: LeaningReads & AreaReadings, citedInWords: CitedInWords): Page {
  return {
    method: 'GET',
    path: '/:area/leaning',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const { measure, period, breakdown } = visit.query;
      const asked = { area, measure: measure || undefined, period: period || undefined, breakdown };
      const { position, items } = await readings.leaning.list(visit.person, visit.at, asked);
      if (items.length === 0) await refuseUnknownArea(readings, visit, area);
      return {
        template: 'libs/scrutiny/src/citing/leaning.njk',
        title: [`What leans on revised figures, ${nameOf(area)}`],
        position,
        api: withQuery('/api/v1/leaning', asked),
        csv: withQuery('/api/v1/leaning.csv', asked),
        data: {
          ...{ area, measure: asked.measure },
          lines: items.map((item) => ({
            ...item,
            kindWord: KIND_WORDS[item.kind],
            path: pathOf(item),
            who: whoSaid(item),
            cited: citedInWords(item.cites),
          })),
        },
      };
    },
  };
}

/** "Said with this figure", for the page of the figure. */
export function saidWithFigure(readings: LeaningReads): SaidWithFigure {
  return async (person, at, figure) => {
    const { items } = await readings.leaning.said(person, at, figure);
    return items.map((item) => ({
      ...{ text: `${KIND_WORDS[item.kind]}: ${item.title}`, path: pathOf(item), who: whoSaid(item) },
      ...{ effectiveOn: item.effectiveOn, precision: item.precision },
      ...{ vintage: item.cites.vintage, value: item.cites.value, stands: item.cites.stands },
    }));
  };
}

function whoSaid(item: LeaningTold): string {
  return item.office ? `${nameOf(item.office)} (${whoWrote(item)})` : whoWrote(item);
}

/** `question:kent/…` has its page at `/kent/questions/…`. */
function pathOf({ about, area }: LeaningTold): string {
  const [, kind = '', id = ''] = /^([a-z]+):[^/]+\/(.+)$/.exec(about) ?? [];
  return `/${area}/${kind}s/${encodeURIComponent(id)}`;
}
