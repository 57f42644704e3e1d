import { morePrecise } from './value';
import type { Vintage } from './vintages';

/**
 * What became of an entry by a position. Exactly one of these is true of each entry:
 *
 * `stands`: the value that answers for the figure is its own, or one that it confirms. `revised` to
 * `unexplained`: the first change that took its place was of that kind. `released`: it stated that there was
 * no value, and one has come. `contradicts`: its paper had said otherwise at another place, so it never
 * stood. `entered-wrongly`: it is a slip of the pen, marked as one.
 */
export const BECAME = [
  'stands',
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'released',
  'contradicts',
  'entered-wrongly',
] as const;
export type Became = (typeof BECAME)[number];

/** What stood when an entry came: the vintage, with the value that its confirmations made finer. */
export interface Before {
  readonly vintage: Vintage;
  readonly value: string | null;
}

/** An entry, what was before it, and what became of it since. */
export interface Since {
  readonly vintage: Vintage;
  readonly became: Became;
  /** What took its place. */
  readonly changedBy?: Vintage;
  /** The vintage that it only confirms. */
  readonly confirms?: Vintage;
  /** Later reports of other papers that confirm it, while it stood. */
  readonly confirmedBy: readonly Vintage[];
  /** What it changed, where it is a change. */
  readonly before?: Before;
}

/**
 * What became of every entry of one figure, in the order of its vintages, which is that of (effectiveOn,
 * ledger order). A vintage and the reports that confirm it stand and fall together.
 */
export function sinceThen(vintages: readonly Vintage[]): readonly Since[] {
  const told: Since[] = [];
  let group: Vintage[] = [];
  let before: Before | undefined;
  const close = (changedBy?: Vintage): void => {
    for (const [i, vintage] of group.entries())
      told.push({
        vintage,
        became: changedBy ? becauseOf(changedBy) : 'stands',
        ...(changedBy && { changedBy }),
        ...(i > 0 && group[0] && { confirms: group[0] }),
        confirmedBy: group.slice(i + 1).filter((later) => later.source?.paper !== vintage.source?.paper),
        ...(i === 0 && before && { before }),
      });
  };
  for (const vintage of vintages) {
    if (vintage.kind === 'entered-wrongly' || vintage.kind === 'contradicts')
      told.push({ vintage, became: vintage.kind, confirmedBy: [] });
    else if (vintage.kind === 'confirmed' && group.length > 0) group.push(vintage);
    else {
      close(vintage);
      before = carried(group);
      group = [vintage];
    }
  }
  close();
  const place = new Map(vintages.map(({ id }, i) => [id, i]));
  return told.sort((a, b) => (place.get(a.vintage.id) ?? 0) - (place.get(b.vintage.id) ?? 0));
}

function becauseOf({ kind }: Vintage): Became {
  // Only a stated absence is followed by a first release.
  return kind === 'first-release' ? 'released' : (BECAME.find((known) => known === kind) ?? 'stands');
}

function carried([vintage, ...confirming]: readonly Vintage[]): Before | undefined {
  if (!vintage) return undefined;
  const finest = confirming.reduce(
    (value, next) => (morePrecise(next.value, value) ? next.value : value),
    vintage.value,
  );
  return { vintage, value: finest };
}

/** How many of some entries became what; the nine of `BECAME` add up to `figures`, the rest counts across. */
export interface Totals {
  readonly figures: number;
  readonly stands: number;
  readonly revised: number;
  readonly corrected: number;
  readonly restated: number;
  readonly withdrawn: number;
  readonly unexplained: number;
  readonly released: number;
  readonly contradicts: number;
  readonly enteredWrongly: number;
  /** Confirmed by a later paper, whether they still stand or not. */
  readonly confirmedSince: number;
  /** Those that only confirm what was on record before them. */
  readonly confirmsEarlier: number;
  /** Those of which their own paper gives another value at another place; of each pair one stood first. */
  readonly contradictsItself: number;
}

export function totalsOf(entries: readonly Since[]): Totals {
  const became = (what: Became): number => entries.filter((e) => e.became === what).length;
  return {
    figures: entries.length,
    stands: became('stands'),
    revised: became('revised'),
    corrected: became('corrected'),
    restated: became('restated'),
    withdrawn: became('withdrawn'),
    unexplained: became('unexplained'),
    released: became('released'),
    contradicts: became('contradicts'),
    enteredWrongly: became('entered-wrongly'),
    confirmedSince: entries.filter((e) => e.confirmedBy.length > 0).length,
    confirmsEarlier: entries.filter((e) => e.confirms !== undefined).length,
    contradictsItself: entries.filter((e) => e.vintage.contradictsItself).length,
  };
}
