import type { Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { registerBook, type RegisterBook } from '../../book';
import type { PlacedUnderPriority } from '../../register.events';
import { hang, type HangingInput } from '../hanging';
import { problem } from '../plan-setting';

/** What comes to hang from a priority; each thing once, and from as many priorities as it serves. */
export const placeUnderPriority: Decider<HangingInput, RegisterBook, PlacedUnderPriority, GivenPaper> = {
  ...registerBook,
  decide: (input, book, context) =>
    hang('register.placed-under-priority', input, { book, context }, (reference, hangs, field) =>
      hangs
        ? [
            problem(
              field,
              'register.already-placed',
              `"${reference}" hangs from ${input.priority} on that day already.`,
            ),
          ]
        : [],
    ),
};
