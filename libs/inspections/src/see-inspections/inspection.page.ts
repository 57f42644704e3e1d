import { mayCommandIn, type Person } from '@daybook/identity';
import {
  counted,
  longDate,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  whoWrote,
  type Page,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { inspectionForms } from '../act-on-a-page/offer.page';
import { STATUSES } from '../codes';
import { inspectionRef } from '../inspections.events';
import type { InspectionReadings } from '../readings.page';
import type { FindingItem } from '../see-findings/finding-item';
import { STATUS_WORDS, findingPath, kindAndNumber } from '../see-findings/wording.page';
import type { StandingGrade } from '../see-grades/standing-grades';
import type { ResponseItem } from '../see-response/response-item';
import type { InspectionInFull } from './inspections.query';
import {
  INSPECTION_KIND_WORDS,
  gradeInWords,
  inspectedBy,
  programmeInWords,
  publishedInWords,
  responseInWords,
} from './wording.page';

/** One inspection: what it is, its grades, its findings by status, and where the response to it stands. */
export function inspectionPage(readings: InspectionReadings): Page {
  return {
    method: 'GET',
    path: '/:area/inspections/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (at) => readings.inspections.one(person, at, { id, area }),
        (found) => found.item,
      );
      const at = samePosition(position);
      const [findings, response, scales, papers] = await Promise.all([
        readings.findings.list(person, at, { area, inspection: id }),
        readings.responses.one(person, at, { id, area }),
        readings.inspections.scales(person, at, { area }),
        readings.papers(person, at, { area }),
      ]);
      const titles = new Map(papers.items.map((paper) => [paper.id, paper.title]));
      const paper = (of: string | null) =>
        of && { text: titles.get(of) ?? of, href: visit.link(`/${area}/papers/${of}`) };
      const from = item.publishedOn?.length === 10 ? item.publishedOn : item.effectiveOn;
      const { recorded } = visit.query;
      return {
        template: 'libs/inspections/src/see-inspections/inspection.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Inspections'],
        position,
        api: `/api/v1/inspections/${encodeURIComponent(id)}?area=${area}`,
        data: {
          ...{ area, item },
          kindWord: INSPECTION_KIND_WORDS[item.kind],
          facts: factsOf(item),
          paper: paper(item.source?.paper ?? null),
          scale: scales.items.find((scale) => scale.id === item.scale),
          grades: item.grades.map((grade) => gradeShown(grade, paper)),
          states: statesOf(findings.items),
          response: responsesShown(response.item, item.replyDueOn),
          givesGrades: givesGrades(person, item),
          forms: Object.values(inspectionForms(person, item)),
          changes: { href: visit.link(`/${area}/changes`, { from }), since: longDate(from) },
          recorded: wroteIt(item, recorded, position),
          onRecord: await recordsAbout(readings, visit, position, inspectionRef(area, id)),
        },
      };
    },
  };
}

/** The place in the ledger of what the visitor has just recorded about it; undefined for any other number. */
function wroteIt(item: InspectionInFull, recorded: string | undefined, { basis }: PagePosition) {
  const own = [item.index, ...item.grades.flatMap(({ history }) => history.map(({ index }) => index))];
  return own.find((index) => String(index) === recorded && index < basis);
}

function givesGrades(person: Person, { area, scale, inspectorate }: InspectionInFull): boolean {
  if (scale === null || !mayCommandIn(person, 'give-grade', area)) return false;
  return person.role === 'office' || person.body === inspectorate || inspectorate === 'hmic';
}

function factsOf(item: InspectionInFull): { readonly name: string; readonly value: string }[] {
  const comparing =
    item.comparable === null ? [] : [item.comparable ? 'Can be compared' : 'Cannot be compared'];
  const facts: readonly (readonly [string, string | null])[] = [
    ['By', inspectedBy(item)],
    ['Programme', programmeInWords(item)],
    ['Published', publishedInWords(item.publishedOn)],
    ['Asks for a reply by', item.replyDueOn && longDate(item.replyDueOn)],
    ['On comparing its grades', [...comparing, item.comparability ?? []].flat().join('. ')],
    ['Recorded by', whoWrote(item)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function gradeShown(
  { history, ...grade }: StandingGrade,
  paper: (of: string | null) => object | '' | null,
): object {
  return {
    ...grade,
    word: gradeInWords(grade.grade),
    first: paper(grade.firstPublishedIn),
    paper: paper(grade.source?.paper ?? null),
    who: whoWrote(grade),
    others: history
      .filter(({ id }) => id !== grade.id)
      .map((one) => ({ ...one, word: gradeInWords(one.grade), who: whoWrote(one) })),
  };
}

/** The findings under the status that they are in, in order of the statuses; those of nobody last. */
function statesOf(findings: readonly FindingItem[]): object[] {
  const shown = (items: readonly FindingItem[]) =>
    items.map((item) => ({
      ...item,
      path: findingPath(item.area, item.finding),
      kindWord: kindAndNumber(item),
      owner: item.addressee === null ? 'addressed to nobody' : nameOf(item.addressee),
    }));
  const groups = [...STATUSES, null].map((status) => ({
    word: status ? STATUS_WORDS[status].word : 'Addressed to nobody',
    items: findings.filter((item) => item.status === status),
  }));
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ word, items }) => ({ word, count: counted(items.length, 'finding'), items: shown(items) }));
}

function responsesShown(item: ResponseItem, replyDueOn: string | null): object[] {
  return [item, ...item.accelerated].map((one) => ({
    title: one.concern === null ? undefined : one.title,
    words: responseInWords(one, one.concern === null ? replyDueOn : null),
  }));
}
