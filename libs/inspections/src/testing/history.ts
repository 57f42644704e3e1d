import type { Actor, Fact } from '@daybook/ledger';
import { recorded, type Example } from '@daybook/ledger/testing';

/** An example in which facts stand besides, by whom they were recorded: `eventId(n)` is the n-th fact of all. */
export function given<Command, State, Event extends Fact, Given>(
  example: Example<Command, State, Event, Given>,
  ...facts: readonly (readonly [Event, Actor])[]
): Example<Command, State, Event, Given> {
  const from = example.history.length;
  return example.given(facts.map(([fact, by], i) => recorded(fact, { index: from + i, by })));
}
