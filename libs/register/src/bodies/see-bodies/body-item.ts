import type { SealedText } from '@daybook/ledger';
import { nameOf } from '@daybook/pages';
import { saidItem, type ReadText, type SaidItem } from '@daybook/provenance';
import { bodyState, type BodyState, type Following } from '../body-state';
import type { BodyAct } from '../../book';
import type { BodyKind } from '../../codes';
import type { BodyRow } from './bodies.view';

/** Who holds an office; the name only as far as it was given, and is not erased. */
export interface HeldItem {
  /** The UK date from which whoever holds it now does. */
  readonly since: string;
  readonly acting: boolean;
  readonly holder: string | null;
  readonly holderErased: boolean;
  readonly said: SaidItem;
}

/** A body or an office at a position. */
export interface BodyItem {
  readonly area: string;
  readonly id: string;
  readonly kind: BodyKind;
  /** In own words; of one that is not registered, its id in words. */
  readonly title: string;
  /** The body that an office, or a board, is within. */
  readonly within: string | null;
  /** The UK date from which it is on record; null where its id alone makes it known. */
  readonly registeredOn: string | null;
  /** Of an office: who holds it, and since when. */
  readonly held: HeldItem | null;
  /** The bodies whose place it took, and from when. */
  readonly succeeds: readonly Following[];
  readonly succeededBy: Following | null;
  /** The body that does, at the position, what this one had to do; itself, where nothing took its place. */
  readonly dutiesWith: string;
  /** Who said so last, and when. */
  readonly said: SaidItem | null;
}

/** One event about a body, with what it says; what it does not speak of is null. */
export interface BodyHistoryItem extends SaidItem, ReadText {
  readonly type: BodyAct['type'];
  readonly body: string;
  readonly kind: BodyKind | null;
  readonly title: string | null;
  readonly within: string | null;
  readonly acting: boolean | null;
  readonly holder: string | null;
  readonly holderErased: boolean;
  readonly successor: string | null;
}

/** Reads a sealed text as far as its key exists. */
export type Reading = (text: SealedText | null) => ReadText;

/** Every body of an area as it stands at a position. */
export class BodiesOfArea {
  private readonly states: ReadonlyMap<string, BodyState>;

  constructor(
    readonly area: string,
    rows: readonly BodyRow[],
  ) {
    this.states = new Map(rows.map(({ id, acts }) => [id, bodyState(area, id, acts)]));
  }

  get all(): readonly BodyState[] {
    return [...this.states.values()].filter(({ content }) => content !== null);
  }

  /** The titles of the registered ones. */
  names(): ReadonlyMap<string, string> {
    return new Map(
      this.all.flatMap(({ id, content }): [string, string][] =>
        content?.title ? [[id, content.title]] : [],
      ),
    );
  }

  item({ id, content, registered, held, succeededBy, succeeds }: BodyState, read: Reading): BodyItem[] {
    if (content === null) return [];
    const { kind, title, within } = content;
    return [
      {
        ...{ area: this.area, id, kind, title: title ?? nameOf(id), within },
        registeredOn: registered?.first.effectiveOn ?? null,
        held: held && heldItem(held, read),
        ...{ succeeds, succeededBy },
        dutiesWith: this.dutiesOf(id),
        said: registered && saidItem(registered.latest),
      },
    ];
  }

  /** Where a chain of successions ends. */
  dutiesOf(id: string): string {
    const seen = new Set<string>();
    let body = id;
    for (let next = this.successor(body); next && !seen.has(next); next = this.successor(body)) {
      seen.add(body);
      body = next;
    }
    return body;
  }

  private successor(id: string): string | undefined {
    return this.states.get(id)?.succeededBy?.body;
  }
}

function heldItem({ since, acting, holder, said }: NonNullable<BodyState['held']>, read: Reading): HeldItem {
  const { reason, reasonErased } = read(holder);
  return { since, acting, holder: reason, holderErased: reasonErased, said: saidItem(said) };
}

/** The free text of an act: why, or who holds the office. */
export function textOf(act: BodyAct): SealedText | null {
  if (act.type === 'register.office-filled') return act.data.holder;
  return act.type === 'register.body-succeeded' ? act.data.reason : null;
}

export function historyItem(act: BodyAct, read: Reading): BodyHistoryItem {
  const { data } = act;
  const text = read(textOf(act));
  const filled = act.type === 'register.office-filled';
  const none: ReadText = { reason: null, reasonErased: false };
  return {
    ...saidItem(act),
    ...(filled ? none : text),
    type: act.type,
    body: 'office' in data ? data.office : data.body,
    kind: 'kind' in data ? data.kind : null,
    title: 'title' in data ? data.title : null,
    within: 'within' in data ? data.within : null,
    acting: 'acting' in data ? data.acting : null,
    holder: filled ? text.reason : null,
    holderErased: filled && text.reasonErased,
    successor: 'successor' in data ? data.successor : null,
  };
}
