import type { Dispatcher } from '@daybook/identity';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Decisions. Methods throw RefusalError. */
export class DecisionReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}
}
