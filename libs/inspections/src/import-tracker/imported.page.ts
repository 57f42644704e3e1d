import { refuse, type Recorded } from '@daybook/ledger';
import { nameOf, samePosition, whoWrote, type Page, type Visit } from '@daybook/pages';
import type { InspectionsEvent, TrackerImported } from '../inspections.events';
import type { TrackerReadings } from './tracker-readings.page';

/** One import by the ledger index of its first record: the receipt for who sent it. */
export function importedPage(readings: TrackerReadings): Page {
  return {
    method: 'GET',
    path: '/:area/findings/imported/:index',
    async answer({ person, params, at }: Visit) {
      const { area = '', index: asked = '' } = params;
      if (!/^\d{1,15}$/.test(asked)) noImport(area);
      const index = Number(asked);
      const { position, item } = await readings.event(person, at, index);
      const record = item.restricted ? undefined : (item.record as Recorded<InspectionsEvent>);
      if (record?.type !== 'inspections.tracker-imported' || record.data.area !== area) return noImport(area);
      const { items: papers } = await readings.papers(person, samePosition(position), { area });
      const paper = record.source?.paper;
      return {
        template: 'libs/inspections/src/import-tracker/imported.njk',
        title: [`Tracker imported, ${nameOf(area)}`, 'Findings'],
        position,
        data: {
          area,
          ...said(record),
          paper,
          paperTitle: papers.find(({ id }) => id === paper)?.title ?? paper,
          first: index,
          last: index + record.commit.of - 1,
          file: await readings.returnFiles.of(person, index),
        },
      };
    },
  };
}

function said(record: Recorded<TrackerImported>): object {
  const { data, commit, effectiveOn, precision, recordedAt, by, for: body } = record;
  const who = whoWrote({ by, for: body });
  return { lines: data.lines, acts: commit.of - 1, effectiveOn, precision, recordedAt, who };
}

function noImport(area: string): never {
  return refuse('ledger.not-on-record', `No import of a tracker of ${nameOf(area)} begins there.`);
}
