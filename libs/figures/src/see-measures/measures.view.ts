import type { Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import { redefined } from '../book';
import {
  measureRef,
  type FiguresEvent,
  type MeasureContent,
  type MeasureDefined,
  type MeasureEvent,
  type MeasureRedefined,
} from '../figures.events';

type Stamped = {
  readonly id: string;
  readonly index: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
};

/** A change of definition: a break in the series from `fromPeriod` on, or from an unknown period. */
export interface Break extends Stamped {
  readonly change: string;
  readonly fromPeriod: string | null;
}

export interface MeasureRow {
  readonly area: string;
  readonly measure: string;
  /** The definitions and redefinitions it was folded from. */
  readonly definitions: readonly (Stamped & { readonly content: MeasureContent })[];
  readonly redefinitions: readonly (Break & { readonly data: MeasureRedefined['data'] })[];
}

function isMeasureEvent(record: Recorded): record is Recorded<MeasureEvent> {
  const { type } = record as Recorded<FiguresEvent>;
  return type === 'figures.measure-defined' || type === 'figures.measure-redefined';
}

/** A measure's content at the row's position; undefined while only a redefinition is known. */
export function contentOf(row: MeasureRow): MeasureContent | undefined {
  const first = row.definitions[0];
  return first && row.redefinitions.reduce((content, { data }) => redefined(content, data), first.content);
}

function definitionOf(record: Recorded<MeasureDefined>, stamped: Stamped): MeasureRow['definitions'][number] {
  const { area: _area, measure: _measure, ...content } = record.data;
  return { ...stamped, content };
}

export const measuresView: View<MeasureRow> = {
  name: 'measures',
  version: 1,
  key: (record) => (isMeasureEvent(record) ? [measureRef(record.data)] : []),
  fold(row, { index, record }) {
    if (!isMeasureEvent(record)) return row;
    const { area, measure } = record.data;
    const { id, effectiveOn, recordedAt } = record;
    const stamped = { id, index, effectiveOn, recordedAt };
    const known = row ?? { area, measure, definitions: [], redefinitions: [] };
    if (record.type === 'figures.measure-defined')
      return { ...known, definitions: [...known.definitions, definitionOf(record, stamped)] };
    const { change, fromPeriod } = record.data;
    return {
      ...known,
      redefinitions: [...known.redefinitions, { ...stamped, change, fromPeriod, data: record.data }],
    };
  },
  columns: ['area'],
  values: ({ area }) => ({ area }),
};
