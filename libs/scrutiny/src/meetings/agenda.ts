import type { Context, Problem } from '@daybook/ledger';
import type { GivenPaper, Setting } from '@daybook/provenance';
import type { AgendaItem } from '../scrutiny.events';
import { checkCited } from '../setting';

/** An item of an agenda as it is sent. */
export interface AgendaItemSent {
  readonly item: string;
  readonly title: string;
  readonly private?: boolean | null;
  readonly papers?: readonly string[] | null;
}

/** What everybody reads of a private item: that there is one. */
export const PRIVATE_TITLE = 'Private item';

/** Papers that an agenda names, so that they are looked up. */
export function papersIn(items: readonly AgendaItemSent[] | null | undefined): readonly string[] {
  return [...new Set((items ?? []).flatMap(({ papers }) => papers ?? []))];
}

export function readItems(items: readonly AgendaItemSent[] | null | undefined): readonly AgendaItem[] {
  return (items ?? []).map(({ item, title, papers, ...sent }) => ({
    item,
    title,
    private: sent.private ?? false,
    papers: [...new Set(papers ?? [])],
  }));
}

/** Each number stands once, and papers are on record. */
export function checkItems(
  area: string,
  items: readonly AgendaItem[],
  context: Context<GivenPaper>,
): Problem[] {
  return items.flatMap(({ item, papers }, i) => {
    const twice = items.findIndex((one) => one.item === item) < i;
    return [
      ...(twice ? [itemTwice(`/items/${i}/item`, item)] : []),
      ...papers.flatMap((paper, n) => checkCited(area, paper, `/items/${i}/papers/${n}`, context)),
    ];
  });
}

export function itemTwice(field: string, item: string): Problem {
  return { field, code: 'scrutiny.item-twice', message: `Item ${item} stands here twice. Name it once.` };
}

/** Items as everybody may read them, and in full those of which that is not all. */
export interface AgendaTold {
  readonly open: readonly AgendaItem[];
  readonly hidden: readonly AgendaItem[];
}

/**
 * What a public act may say of an agenda: of a private item that there is one, and no paper that is
 * restricted. The rest is said in a restricted one beside it.
 */
export function told(
  items: readonly AgendaItem[],
  { access }: Pick<Setting, 'access'>,
  { given }: Context<GivenPaper>,
): AgendaTold {
  if (access === 'restricted') return { open: items, hidden: [] };
  const isOpen = (paper: string): boolean =>
    given.cited?.find(({ id }) => id === paper)?.access !== 'restricted';
  const open = items.map((item) =>
    item.private
      ? { ...item, title: PRIVATE_TITLE, papers: [] }
      : { ...item, papers: item.papers.filter(isOpen) },
  );
  return { open, hidden: items.filter((item, i) => !sameItem(item, open[i])) };
}

export function sameItem(a: AgendaItem, b: AgendaItem | undefined): boolean {
  if (!b) return false;
  const { item, title, papers } = a;
  if (item !== b.item || title !== b.title || a.private !== b.private) return false;
  return papers.length === b.papers.length && papers.every((paper, i) => paper === b.papers[i]);
}
