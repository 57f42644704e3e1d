import { mayCommandIn } from '@daybook/identity';
import {
  counted,
  nameOf,
  refuseUnknownArea,
  samePosition,
  withQuery,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { INSPECTION_KINDS } from '../codes';
import type { InspectionReadings } from '../readings.page';
import type { GradeInHistory } from '../see-grades/grade-history';
import type { ScaleItem } from '../see-scales/scales.query';
import type { InspectionItem } from './inspections.query';
import {
  INSPECTION_KIND_WORDS,
  findingsInWords,
  gradeInWords,
  inspectedBy,
  programmeInWords,
  publishedInWords,
  responseInWords,
} from './wording.page';

const MOST = 100;

/** The inspections of an area, the newest first: by whom, the grades in words, the findings by status. */
export function inspectionsPage(readings: InspectionReadings): Page {
  return {
    method: 'GET',
    path: '/:area/inspections',
    async answer(visit: Visit) {
      const { area = '' } = visit.params;
      const kind = INSPECTION_KINDS.find((one) => one === visit.query.kind);
      const asked = { area, kind, after: visit.query.after, limit: MOST };
      const { position, items, next } = await readings.inspections.list(visit.person, visit.at, asked);
      if (items.length === 0) await refuseUnlessKnown(readings, visit, area);
      const at = samePosition(position);
      const grades = await readings.inspections.grades(visit.person, at, { area });
      const scales = await readings.inspections.scales(visit.person, at, { area });
      const inScaleOrder = byGrade(scales.items);
      const query = { area, kind };
      return {
        template: 'libs/inspections/src/see-inspections/inspections.njk',
        title: [`Inspections, ${nameOf(area)}`],
        position,
        api: withQuery('/api/v1/inspections', query),
        csv: withQuery('/api/v1/inspections.csv', query),
        data: {
          area,
          kind,
          kinds: kindLinks(visit, kind),
          records: mayCommandIn(visit.person, 'record-inspection', area),
          inspections: await linesOf(readings, visit, position, items, [...grades.items].sort(inScaleOrder)),
          next: next && visit.link(visit.path, { kind, after: next }),
        },
      };
    },
  };
}

/** An area is known, too, by an inspection that is on record there today. */
export async function refuseUnlessKnown(
  readings: InspectionReadings,
  visit: Visit,
  area: string,
): Promise<void> {
  const { items } = await readings.inspections.list(visit.person, {}, { area, limit: 1 });
  if (items.length === 0) await refuseUnknownArea(readings, visit, area);
}

function kindLinks(visit: Visit, chosen: string | undefined) {
  const all = { text: 'All', href: visit.link(visit.path), current: chosen === undefined };
  const kinds = INSPECTION_KINDS.map((kind) => ({
    text: INSPECTION_KIND_WORDS[kind],
    href: visit.link(visit.path, { kind }),
    current: kind === chosen,
  }));
  return [all, ...kinds];
}

async function linesOf(
  readings: InspectionReadings,
  visit: Visit,
  position: PagePosition,
  items: readonly InspectionItem[],
  grades: readonly GradeInHistory[],
): Promise<object[]> {
  const newestFirst = [...items].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  return Promise.all(
    newestFirst.map(async (item) => {
      const { area, id } = item;
      const response = await readings.responses.one(visit.person, samePosition(position), { id, area });
      return {
        ...item,
        kindWord: INSPECTION_KIND_WORDS[item.kind],
        by: inspectedBy(item),
        of: programmeInWords(item),
        published: publishedInWords(item.publishedOn),
        grades: gradesInWords(grades.filter(({ inspection }) => inspection === id)),
        states: findingsInWords(item),
        response: responseInWords(response.item, item.replyDueOn),
      };
    }),
  );
}

/** When it came out; what has no known date goes by its own. */
function dayOf({ publishedOn, effectiveOn }: InspectionItem): string {
  return publishedOn ?? effectiveOn;
}

/** The best grades first, each by its own scale; what was not graded last. */
function byGrade(scales: readonly ScaleItem[]): (a: GradeInHistory, b: GradeInHistory) => number {
  const rank = ({ scale, grade }: GradeInHistory): number =>
    grade === null ? Infinity : (scales.find(({ id }) => id === scale)?.grades.indexOf(grade) ?? -1);
  return (a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1);
}

/** "Good on 3 questions, Adequate on 5 questions", in the order in which they come. */
function gradesInWords(grades: readonly GradeInHistory[]): string {
  const counts = new Map<string, number>();
  for (const { grade } of grades) {
    const word = gradeInWords(grade);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, n]) => `${word} on ${counted(n, 'question')}`).join(', ');
}
