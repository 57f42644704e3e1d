import type { Dispatcher } from '@daybook/identity';
import type { PositionRequest, ResolvedPosition } from '../positions';

/** Questions. Methods throw RefusalError. */
export class QuestionReadings {
  constructor(
    protected readonly resolve: (at: PositionRequest) => Promise<ResolvedPosition>,
    protected readonly dispatcher: Pick<Dispatcher, 'query'>,
  ) {}
}
