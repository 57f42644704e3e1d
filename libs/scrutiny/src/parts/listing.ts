import type { Part } from '@daybook/identity';
import { CommitmentHandler } from '../commitments/see-commitments/commitment.query';
import { CommitmentsHandler } from '../commitments/see-commitments/commitments.query';

/** What is seen of commitments. */
export const listing: Part = { commands: [], handlers: [CommitmentsHandler, CommitmentHandler] };
