import { refuse } from '@daybook/ledger';
import { samePosition, type PagePosition, type Visit } from '@daybook/pages';
import type { FindingReads, InspectionReads } from '../readings.page';
import type { FindingItem } from '../see-findings/finding-item';
import type { InspectionItem } from '../see-inspections/inspections.query';

export { crumbsTo, dateQuestion, idsIn, notYours, sourceQuestions } from '@daybook/pages';

/** An inspection that a form is about, with its findings, each once. */
export interface InspectionFound {
  readonly position: PagePosition;
  readonly inspection: InspectionItem;
  readonly findings: readonly FindingItem[];
}

/** Throws a RefusalError where it is not on record there. */
export async function findInspectionOf(
  readings: FindingReads & InspectionReads,
  visit: Visit,
): Promise<InspectionFound> {
  const { area = '', inspection: id = '' } = visit.params;
  const { person } = visit;
  const { position, items } = await readings.inspections.list(person, visit.at, { area });
  const inspection = items.find((one) => one.id === id);
  if (!inspection)
    return refuse('inspections.inspection-not-on-record', 'Nothing has been recorded about this.');
  const found = await readings.findings.list(person, samePosition(position), { area, inspection: id });
  const findings = [...new Map(found.items.map((one) => [one.finding, one])).values()];
  return { position, inspection, findings };
}
