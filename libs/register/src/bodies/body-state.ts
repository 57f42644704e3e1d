import type { FreeText } from '@daybook/ledger';
import { insertInOrder, type Said } from '@daybook/provenance';
import type { BodyAct, RegisterBook } from '../book';
import type { BodyKind } from '../codes';
import { knownById } from './known-by-id';

/** A body beside another, and the UK date from which it holds. */
export interface Following {
  readonly body: string;
  readonly on: string;
}

/** An office that somebody holds. */
export interface Held {
  /** The UK date from which whoever holds it now does. */
  readonly since: string;
  readonly acting: boolean;
  readonly holder: FreeText;
  readonly said: Said;
}

/** What stands of a body or an office after what was said of it. */
export interface BodyState {
  readonly id: string;
  /** Null where it is neither registered nor known by its id. */
  readonly content: {
    readonly kind: BodyKind;
    /** Null where it is not registered. */
    readonly title: string | null;
    readonly within: string | null;
  } | null;
  /** The first registration, by effective date, and the one that stands. */
  readonly registered: { readonly first: Said; readonly latest: Said } | null;
  readonly held: Held | null;
  readonly succeededBy: Following | null;
  /** The bodies whose place it took. */
  readonly succeeds: readonly Following[];
}

/** The fold of what was said of a body, in effective order; deciders and views share it. */
export function bodyState(area: string, id: string, acts: readonly BodyAct[]): BodyState {
  const known = knownById(area, id);
  const beginning: BodyState = {
    ...{ id, registered: null, held: null, succeededBy: null, succeeds: [] },
    content: known && { ...known, title: null },
  };
  return acts.reduce(step, beginning);
}

function step(state: BodyState, act: BodyAct): BodyState {
  switch (act.type) {
    case 'register.body-registered': {
      const { kind, title, within } = act.data;
      const first = state.registered?.first ?? act;
      return { ...state, content: { kind, title, within }, registered: { first, latest: act } };
    }
    case 'register.office-filled': {
      const { acting, holder } = act.data;
      return { ...state, held: { since: act.effectiveOn, acting, holder, said: act } };
    }
    case 'register.office-vacated':
      return { ...state, held: null };
    case 'register.body-succeeded': {
      const { body, successor } = act.data;
      const on = act.effectiveOn;
      if (body === state.id) return { ...state, succeededBy: { body: successor, on } };
      return { ...state, succeeds: [...state.succeeds, { body, on }] };
    }
    default:
      return never(act);
  }
}

function never(act: never): never {
  throw new Error(`Not an act of a body: ${JSON.stringify(act)}`);
}

/** A body as it stands on a day in the book of its area, after all else of that day. */
export function bodyOn({ bodies }: RegisterBook, area: string, id: string, day: string): BodyState {
  const acts = (bodies.get(id) ?? []).filter(({ effectiveOn }) => effectiveOn <= day);
  return bodyState(area, id, acts);
}

/** What was said of a body with one act more, in effective order. */
export function withAct(acts: readonly BodyAct[], act: BodyAct): readonly BodyAct[] {
  const all = [...acts];
  insertInOrder(all, act);
  return all;
}
