import type { Dispatcher } from '@daybook/identity';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Bodies and offices. Methods throw RefusalError. */
export class BodyReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}
}
