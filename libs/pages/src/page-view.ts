import type { Person } from '@daybook/identity';
import type { NavigationItem } from './navigation';
import type { Show } from './page';
import type { Provenance } from './provenance';
import type { TimeBar } from './time-bar';

/** What the layout shows around every page. */
export interface PageView {
  readonly title: string;
  readonly styles: string;
  readonly area?: string;
  readonly areaName?: string;
  readonly navigation: readonly NavigationItem[];
  /** Absent where nobody can say who asks: an address outside the pages. */
  readonly person?: Person;
  readonly canSignIn: boolean;
  /** Whether the person could record something here, were it not the past. */
  readonly mayRecord: boolean;
  readonly demonstration?: string;
  readonly csrf?: string;
  readonly timeBar?: TimeBar;
  /** On a page of the present: what tells of records made since, and the ledger size that it begins at. */
  readonly newRecords?: { readonly script: string; readonly since: number };
  readonly provenance?: Provenance;
}

/** "Error: " first where there is one; the position, where it is a past one, before "Daybook". */
export function pageTitle(
  { title, failed }: Pick<Show, 'title' | 'failed'>,
  timeBar: TimeBar | undefined,
): string {
  const parts = [...title, ...(timeBar?.title ? [timeBar.title] : []), 'Daybook'];
  return `${failed || timeBar?.problem ? 'Error: ' : ''}${parts.join(' - ')}`;
}
