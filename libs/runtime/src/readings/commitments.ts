import type { Dispatcher } from '@daybook/identity';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Commitments. Methods throw RefusalError. */
export class CommitmentReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}
}
