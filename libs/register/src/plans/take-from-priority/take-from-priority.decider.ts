import type { Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { registerBook, type RegisterBook } from '../../book';
import type { TakenFromPriority } from '../../register.events';
import { hang, type HangingInput } from '../hanging';
import { problem } from '../plan-setting';

/** What no longer hangs from a priority; until then it did. */
export const takeFromPriority: Decider<HangingInput, RegisterBook, TakenFromPriority, GivenPaper> = {
  ...registerBook,
  decide: (input, book, context) =>
    hang('register.taken-from-priority', input, { book, context }, (reference, hangs, field) =>
      hangs
        ? []
        : [
            problem(
              field,
              'register.not-placed',
              `"${reference}" was not placed under ${input.priority} by that day.`,
            ),
          ],
    ),
};
