import { expectedWithDay } from '@daybook/due-dates';
import type { Person } from '@daybook/identity';
import {
  longDate,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import { formsOffered, markPath, mayMark } from '../act-on-a-page/offer.page';
import { STATUSES } from '../codes';
import { findingRef } from '../inspections.events';
import type { FindingReads, PaperReads } from '../readings.page';
import { driftOf } from './drift.page';
import type { FindingInFull } from './finding.query';
import { timelineOf, type Titles } from './history.page';
import { partiesOf } from './parties.page';
import { STATUS_WORDS, findingLink, kindAndNumber, questionInWords } from './wording.page';

/** One finding: the three parties side by side, how its date moved, and everything that was said of it. */
export function findingPage(readings: FindingReads & PaperReads & OnRecord): Page {
  return {
    method: 'GET',
    path: '/:area/findings/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.findings.one(person, there, { id, area }),
        (found) => found.item.raised,
      );
      const at = samePosition(position);
      const [papers, others] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.findings.list(person, at, { area }),
      ]);
      const titles = {
        papers: new Map(papers.items.map((paper) => [paper.id, paper.title])),
        findings: new Map(others.items.map((one) => [one.finding, one.title])),
      };
      const api = `/api/v1/findings/${encodeURIComponent(id)}`;
      return {
        template: 'libs/inspections/src/see-findings/finding.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Findings'],
        position,
        api: `${api}?area=${area}`,
        csv: `${api}/history.csv?area=${area}`,
        data: {
          ...findingShown(visit, item, titles),
          ...standingShown(person, item, position.asOf),
          recorded: recordedHere(visit.query.recorded, item),
          onRecord: await recordsAbout(readings, visit, position, findingRef(area, id)),
        },
      };
    },
  };
}

/** What it is, what belongs with it, and what was said of it. */
function findingShown(visit: Visit, item: FindingInFull, titles: Titles): object {
  const { area, id, inspection, inspectionTitle, group, raised } = item;
  const linkTo = (one: string) => findingLink(visit, area, one, titles.findings);
  const several = item.addressees.length > 1;
  return {
    area,
    item,
    several,
    kindWord: kindAndNumber(item),
    facts: factsOf(item),
    paperTitle: titles.papers.get(raised.source?.paper ?? '') ?? raised.source?.paper,
    inspection: {
      text: inspectionTitle ?? inspection,
      href: visit.link(`/${area}/inspections/${inspection}`),
    },
    group: group && {
      title: group.title ?? group.id,
      others: group.findings.filter((one) => one !== id).map(linkTo),
    },
    recommendations: item.recommendations.map(linkTo),
    about: item.about.map((reference) => ({
      text: reference,
      href: visit.link('/ledger', { about: reference }),
    })),
    events: timelineOf(visit, { area, id, several }, item.history, titles).map((one) => ({
      ...one,
      mark: mayMark(visit.person, area, one) && markPath(area, id, one.id),
    })),
  };
}

/** Where it stands with each addressee, what the person may record there, and what the words mean. */
function standingShown(person: Person, item: FindingInFull, asOf: string): object {
  const { area, inspectorate, addressees } = item;
  const forms = formsOffered(person, item);
  return {
    addressees: addressees.map((one) => ({
      ...partiesOf(area, inspectorate, one),
      drift: driftOf(one, asOf),
      forms: forms(one.addressee),
    })),
    key: STATUSES.filter((status) => addressees.some((one) => one.status === status)).map(
      (status) => STATUS_WORDS[status],
    ),
  };
}

/** The record that a form just wrote about this finding: no address can claim one that is not there. */
function recordedHere(asked: string | undefined, { history }: FindingInFull): number | undefined {
  return history
    .flatMap((entry) => [entry, entry.enteredWrongly])
    .find((entry) => entry && String(entry.index) === asked)?.index;
}

/** What the inspectorate said of it, as a list of parts. */
function factsOf(item: FindingInFull): { readonly name: string; readonly value: string }[] {
  const { raised, reference, question, priority, completeBy, acceleratedOn } = item;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Raised', longDate(raised.effectiveOn, raised.precision)],
    ['By', item.inspectorate && nameOf(item.inspectorate)],
    ['Reference', reference],
    ['Area of assessment', question && questionInWords(question)],
    ['Priority', priority],
    ['Set to be complete by', completeBy?.anticipated ? expectedWithDay(completeBy) : null],
    ['Published before its report', acceleratedOn && longDate(acceleratedOn)],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
