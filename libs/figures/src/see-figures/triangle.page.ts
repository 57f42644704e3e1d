import {
  longDate,
  nameOf,
  readOrSayWhen,
  samePosition,
  changeInWords,
  type Page,
  type Visit,
} from '@daybook/pages';
import { UNITS } from '../codes';
import type { FigureReadings } from '../readings.page';
import type { TriangleCell, TriangleRow } from './triangle';
import { KIND_WORDS, breakdownInWords, figurePath, periodInWords, valueInWords } from './wording.page';

/** The most figures, and the most days, that one page shows. */
const MOST_ROWS = 60;
const MOST_DAYS = 8;

/** The revision triangle of a measure: its figures by the days on which something about them became effective. */
export function trianglePage(readings: FigureReadings): Page {
  return {
    method: 'GET',
    path: '/:area/figures/:measure/triangle',
    async answer(visit: Visit) {
      const { area = '', measure: id = '' } = visit.params;
      const { position, item: measure } = await readOrSayWhen(
        visit,
        (there) => readings.measure(visit.person, there, { area, measure: id }),
        ({ item }) => ({ effectiveOn: item.start }),
      );
      const at = samePosition(position);
      const { after, until } = visit.query;
      const asked = { area, measure: id, after, limit: MOST_ROWS };
      const [{ items, next }, papers] = await Promise.all([
        readings.triangles.of(visit.person, at, asked),
        readings.papers(visit.person, at, { area }),
      ]);
      const titles = new Map(papers.items.map((p) => [p.id, p.title]));
      const { days, earlier, later } = daysShown(items, until);
      const api = `/api/v1/measures/${area}/${id}/triangle`;
      const cursor = after && Buffer.from(after, 'utf8').toString('base64url');
      const query = `?${new URLSearchParams({ limit: String(MOST_ROWS), ...(cursor && { after: cursor }) }).toString()}`;
      return {
        template: 'libs/figures/src/see-figures/triangle.njk',
        title: [`Revisions of ${measure.title}, ${nameOf(area)}`, 'Figures'],
        position,
        api: `${api}${query}`,
        csv: `${api}.csv${query}`,
        data: {
          measure,
          unit: UNITS[measure.unit].label,
          days: days.map((day) => ({ day, words: longDate(day), papers: papersOf(items, day, titles) })),
          rows: items.map((row) => rowShown(row, days)),
          changed: items.filter(({ cells }) => cells.some(isChange)).length,
          earlier: earlier && visit.link(visit.path, { after, until: earlier }),
          later: later && visit.link(visit.path, { after }),
          first: after && visit.link(visit.path, { until }),
          next: next && visit.link(visit.path, { after: next, until }),
        },
      };
    },
  };
}

/** The last days of all, or those up to one; and the day up to which the ones before go. */
function daysShown(
  rows: readonly TriangleRow[],
  until: string | undefined,
): { days: readonly string[]; earlier?: string; later: boolean } {
  const all = [...new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell.effectiveOn)))].sort();
  const upTo = all.filter((day) => until === undefined || day <= until);
  const days = upTo.slice(-MOST_DAYS);
  const earlier = upTo.at(-MOST_DAYS - 1);
  return { days, later: upTo.length < all.length, ...(earlier !== undefined && { earlier }) };
}

function papersOf(rows: readonly TriangleRow[], day: string, titles: ReadonlyMap<string, string>): object[] {
  const cells = rows.flatMap((row) => row.cells.filter(({ effectiveOn }) => effectiveOn === day));
  const ids = [...new Set(cells.flatMap(({ papers }) => papers))].sort();
  return ids.map((id) => ({ id, title: titles.get(id) ?? id }));
}

function isChange({ change }: TriangleCell): boolean {
  return change !== 'first' && change !== 'unchanged';
}

/** One figure through the days: on each the value that stands then, and what the day made of it. */
function rowShown(row: TriangleRow, days: readonly string[]): object {
  const cells = days.map((day) => {
    const standing = row.cells.filter(({ effectiveOn }) => effectiveOn <= day).at(-1);
    if (!standing) return { words: '' };
    const own = standing.effectiveOn === day ? standing : undefined;
    return {
      words: valueOf(standing),
      said: own && wordsOf(own),
      changed: own !== undefined && isChange(own),
    };
  });
  const part = breakdownInWords(row.breakdown);
  return { href: figurePath(row), period: periodInWords(row.period), part, cells };
}

function valueOf({ value, status, kind, withheldBy, change }: TriangleCell): string {
  if (change === 'none' || status === null || kind === null) return 'nothing stands';
  return valueInWords({ value, status, kind, withheldBy });
}

function wordsOf({ change, kind, difference }: TriangleCell): string {
  const by = difference === null ? '' : ` ${changeInWords(difference)}`;
  const said = kind === null ? '' : KIND_WORDS[kind].word.toLowerCase();
  switch (change) {
    case 'first':
      return 'first on record';
    case 'changed':
      return `${said}${by}`;
    case 'refined':
      return `confirmed, more exactly or with a newer status${by}`;
    case 'explained':
      return `explained: ${said}`;
    case 'unchanged':
      return 'unchanged';
    case 'none':
      return 'entries marked wrong';
    default: {
      const never: never = change;
      throw new Error(`Unknown change ${String(never)}`);
    }
  }
}
