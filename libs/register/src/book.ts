import type { Recorded } from '@daybook/ledger';
import { insertInOrder, saidIn, type Said } from '@daybook/provenance';
import type { BodiesEvent, PlansEvent, RegisterEvent } from './register.events';

type ActOf<Event extends RegisterEvent> = Event extends RegisterEvent
  ? Said & { readonly type: Event['type']; readonly data: Event['data'] }
  : never;
export type BodyAct = ActOf<BodiesEvent>;
export type PlanAct = ActOf<PlansEvent>;

/** The state of `register-<area>`: the bodies that an area deals with, its offices and its plans. */
export interface RegisterBook {
  /** What was said of each body or office, by its id, in effective order. */
  readonly bodies: Map<string, BodyAct[]>;
  /** What was said of each plan, by its id, in effective order. */
  readonly plans: Map<string, PlanAct[]>;
}

export function registerStream(area: string): string {
  return `register-${area}`;
}

export const registerBook = {
  initial: (): RegisterBook => ({ bodies: new Map(), plans: new Map() }),

  evolve(book: RegisterBook, event: Recorded<RegisterEvent>): RegisterBook {
    const act = { ...saidIn(event, event.revision), type: event.type, data: event.data };
    const { data } = event;
    if ('plan' in data) add(book.plans, data.plan, act as PlanAct);
    else add(book.bodies, 'office' in data ? data.office : data.body, act as BodyAct);
    return book;
  },
};

function add<Act extends Said>(all: Map<string, Act[]>, id: string, act: Act): void {
  const known = all.get(id) ?? [];
  insertInOrder(known, act);
  all.set(id, known);
}
