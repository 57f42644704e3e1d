import type { PositionChangeItem } from '@daybook/figures';
import type { InspectionChangeItem } from '@daybook/inspections';
import type { ScrutinyChangeItem } from '@daybook/scrutiny';

const NO_FIGURE = {
  ...{ measure: null, period: null, breakdown: null, unit: null, before: null, after: null },
  ...{ difference: null, entry: null, definition: null, severity: null, contradictsItself: false },
} as const;
const NO_SUBJECT = { subject: null } as const;
const NO_INSPECTION = { inspection: null, finding: null, addressees: [], graded: null } as const;

/** A change of a figure or of a definition. */
export type ChangeOfFigure = PositionChangeItem &
  typeof NO_INSPECTION &
  typeof NO_SUBJECT & { readonly about: string };
/** A change of an inspection or a finding. */
export type ChangeOfInspection = InspectionChangeItem & typeof NO_FIGURE & typeof NO_SUBJECT;
/** A change of a meeting, a question, a commitment or a decision. */
export type ChangeOfScrutiny = ScrutinyChangeItem & typeof NO_FIGURE & typeof NO_INSPECTION;

/**
 * One change of anything on record. `about` refers to what changed; what only figures have is null for all
 * else, and so on.
 */
export type Change = ChangeOfFigure | ChangeOfInspection | ChangeOfScrutiny;

export function changeOfFigure(item: PositionChangeItem): ChangeOfFigure {
  const { area, measure, period, breakdown } = item;
  const figure = [area, measure, period, breakdown].filter((part) => !!part).join('/');
  const about = period === null ? `measure:${area}/${measure}` : `figure:${figure}`;
  return { ...item, about, ...NO_INSPECTION, ...NO_SUBJECT };
}

export function changeOfInspection(item: InspectionChangeItem): ChangeOfInspection {
  return { ...NO_FIGURE, ...NO_SUBJECT, ...item };
}

export function changeOfScrutiny(item: ScrutinyChangeItem): ChangeOfScrutiny {
  return { ...NO_FIGURE, ...NO_INSPECTION, ...item };
}
