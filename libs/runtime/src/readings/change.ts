import type { PositionChangeItem } from '@daybook/figures';
import type { InspectionChangeItem } from '@daybook/inspections';

const NO_FIGURE = {
  ...{ measure: null, period: null, breakdown: null, unit: null, before: null, after: null },
  ...{ difference: null, entry: null, definition: null, severity: null, contradictsItself: false },
} as const;
const NO_INSPECTION = { inspection: null, finding: null, addressees: [], graded: null } as const;

/** A change of a figure or of a definition. */
export type ChangeOfFigure = PositionChangeItem & typeof NO_INSPECTION & { readonly about: string };
/** A change of an inspection or a finding. */
export type ChangeOfInspection = InspectionChangeItem & typeof NO_FIGURE;

/**
 * One change of anything on record. `about` refers to what changed; what only figures have is null for an
 * inspection or a finding, and the other way about.
 */
export type Change = ChangeOfFigure | ChangeOfInspection;

export function changeOfFigure(item: PositionChangeItem): ChangeOfFigure {
  const { area, measure, period, breakdown } = item;
  const figure = [area, measure, period, breakdown].filter((part) => !!part).join('/');
  const about = period === null ? `measure:${area}/${measure}` : `figure:${figure}`;
  return { ...item, about, ...NO_INSPECTION };
}

export function changeOfInspection(item: InspectionChangeItem): ChangeOfInspection {
  return { ...NO_FIGURE, ...item };
}
