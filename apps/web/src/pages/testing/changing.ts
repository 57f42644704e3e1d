import { randomUUID } from 'node:crypto';
import type { Harness } from '../../testing/harness';
import { line, measure, returnOf } from '../../testing/sample';

export const FIGURE = `/kent/figures/${measure.id}/2022-07`;
export const CHANGE = `${FIGURE}/change`;
export const OFFICE = { as: 'office' } as const;

/** Changes of the sample's figure as a form sends them. */
export class Changing {
  constructor(private readonly harness: Harness) {}

  async standing(period = '2022-07'): Promise<string> {
    return String((await this.harness.get(`/figures/kent/${measure.id}/${period}`)).json.item?.id);
  }

  /** What a correction of July needs, but for what a test changes. */
  async fields(more: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
    return {
      'command-id': randomUUID(),
      of: await this.standing(),
      value: '12501',
      severity: 'minor',
      reason: 'two divisions were left out',
      'effectiveOn-day': '31',
      'effectiveOn-month': '10',
      'effectiveOn-year': '2022',
      ...more,
    };
  }

  /** The office writes down what a paper of the force says of August. */
  async transcribe(): Promise<string> {
    const august = returnOf({ ...line, period: '2022-08', value: '11902' });
    await this.harness.record('submit-return', august, OFFICE);
    return this.standing('2022-08');
  }
}
