import type { Receipt } from '@daybook/ledger';
import type { Harness } from './harness';

/** A paper, a measure and a line as tests send them; each test changes what it is about. */
export const paper = {
  id: 'kent-performance-2022-09-14',
  area: 'kent',
  title: 'Delivery and performance report',
  issuedBy: 'kent-police',
  dated: '2022-09-14',
};

export const measure = {
  id: 'victim-based-crime',
  area: 'kent',
  title: 'Victim-based crime',
  unit: 'count',
  decimals: 0,
  frequency: 'month',
  definition: 'Recorded crimes that have a victim.',
  effectiveOn: '2022-09-14',
};

export const line = { measure: measure.id, period: '2022-07', value: '12487', place: 'table 1' };

export function returnOf(...lines: readonly object[]) {
  return { area: 'kent', effectiveOn: '2022-09-14', paper: paper.id, lines };
}

/** One paper, one measure, and the figure of July 2022: a ledger of size 4. */
export async function recordSample(harness: Harness): Promise<Receipt> {
  await harness.record('record-paper', paper);
  await harness.record('define-measure', measure);
  return harness.record('submit-return', returnOf(line));
}
