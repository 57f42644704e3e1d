import type { Dispatcher } from '@daybook/identity';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** What needs asking, the timeline, and the pack for a meeting. Methods throw RefusalError. */
export class OverviewReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}
}
