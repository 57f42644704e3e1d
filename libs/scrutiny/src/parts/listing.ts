import type { Part } from '@daybook/identity';
import { CommitmentsHandler } from '../commitments/see-commitments/commitments.query';

/** What is seen of commitments. */
export const listing: Part = { commands: [], handlers: [CommitmentsHandler] };
