import type { Entry } from '@daybook/ledger';
import type { FigureEvent, ObservationEvent } from '../figures.events';

/*
 * A second reading of the rules on how a figure changes (10 to 27 and 30 of the README), written from their
 * words, to compare the fold with. It is slow on purpose: it keeps no running state, and asks of each entry
 * by itself what stood before it.
 */

type Told = Entry<FigureEvent>;
type Observed = Entry<ObservationEvent>;

/** What the rules make of one entry. */
export interface Ruled {
  readonly id: string;
  readonly kind: string;
  readonly flagged: boolean;
  readonly difference: string | undefined;
}

/** What stands: the vintage with what its confirmations carried. */
export interface Stands {
  readonly id: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly value: string | null;
  readonly printed: string | undefined;
  readonly status: string;
  readonly withheldBy: string | undefined;
  readonly named: readonly string[];
}

/** The position of one figure at (asOf, basis), by the words of the rules alone. */
export function position(
  ledger: readonly Told[],
  asOf: string,
  basis: number,
): { ruled: Ruled[]; stands?: Stands } {
  const seen = ledger.filter(({ index, record }) => index < basis && record.effectiveOn <= asOf);
  const reading = new Reading(seen);
  return {
    ruled: reading.entries.map((e) => reading.ruled(e)),
    stands: reading.stoodAfter(reading.entries.length),
  };
}

/** What can be read from these events, asked of each entry by itself. */
class Reading {
  /** In order of date, and of the ledger within a day. */
  readonly entries: readonly Observed[];
  private readonly memory = new Map<string, string>();

  constructor(private readonly seen: readonly Told[]) {
    this.entries = seen
      .filter((e): e is Observed => 'value' in e.record.data)
      .sort((a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index);
  }

  ruled(e: Observed): Ruled {
    const before = this.counts(e) ? this.stoodAfter(this.entries.indexOf(e)) : undefined;
    return {
      id: e.record.id,
      kind: this.kindOf(e),
      flagged:
        this.contradicted(e).length > 0 || this.entries.some((other) => this.contradicted(other).includes(e)),
      difference:
        this.kindOf(e) === 'confirmed' ? undefined : less(e.record.data.value, before?.value ?? null),
    };
  }

  /** What stood when the first so many entries, in order of date, had been made. */
  stoodAfter(many: number): Stands | undefined {
    const valid = this.entries.slice(0, many).filter((e) => this.counts(e));
    const last = valid.findLastIndex((e) => this.kindOf(e) !== 'confirmed');
    const vintage = valid[last];
    if (!vintage) return undefined;
    const confirming = valid.slice(last + 1);
    const newest = (confirming.at(-1) ?? vintage).record.data;
    const finest = mostPrecise([vintage, ...confirming]).record.data;
    return {
      id: vintage.record.id,
      kind: this.kindOf(vintage),
      effectiveOn: vintage.record.effectiveOn,
      value: finest.value,
      printed: finest.printed,
      status: newest.status,
      withheldBy: (finest.value === null ? newest : vintage.record.data).withheldBy,
      named: [vintage, ...confirming].map((e) => e.record.id),
    };
  }

  private counts(e: Observed): boolean {
    return !['entered-wrongly', 'contradicts'].includes(this.kindOf(e));
  }

  private kindOf(e: Observed): string {
    const kind = this.memory.get(e.record.id) ?? this.decide(e);
    this.memory.set(e.record.id, kind);
    return kind;
  }

  private decide(e: Observed): string {
    if (this.isWrong(e)) return 'entered-wrongly';
    if (this.contradicted(e).length > 0) return 'contradicts';
    const declared = e.record.type.replace('figures.figure-', '');
    if (declared !== 'reported') return declared;
    const told = this.explained(e);
    if (told) return told;
    const before = this.stoodAfter(this.entries.indexOf(e));
    const { value } = e.record.data;
    if (!before) return value === null ? 'missing' : 'first-release';
    if (sayTheSame(value, before.value)) return 'confirmed';
    return before.kind === 'missing' ? 'first-release' : 'unexplained';
  }

  private isWrong(e: Observed): boolean {
    return this.seen.some(
      ({ record }) => record.type === 'figures.entry-marked-wrong' && record.data.of === e.record.id,
    );
  }

  private explained(e: Observed): string | undefined {
    const told = this.seen.flatMap(({ index, record }) =>
      record.type === 'figures.change-explained' && record.data.of === e.record.id
        ? [{ at: `${record.effectiveOn} ${String(index).padStart(6, '0')}`, as: record.data.as }]
        : [],
    );
    return told.sort((a, b) => a.at.localeCompare(b.at))[0]?.as;
  }

  /** What its own paper said at another place and put on record earlier, where that says otherwise. */
  private contradicted(e: Observed): readonly Observed[] {
    if (e.record.type !== 'figures.figure-reported' || this.isWrong(e)) return [];
    return this.entries
      .filter((other) => other.index < e.index && !this.isWrong(other))
      .filter((other) => this.contradicted(other).length === 0)
      .filter(
        (other) =>
          other.record.source !== undefined &&
          other.record.source.paper === e.record.source?.paper &&
          other.record.source.place !== e.record.source.place &&
          !sayTheSame(other.record.data.value, e.record.data.value),
      );
  }
}

/** The earliest of the exact ones with the most decimals; the first of all where none is exact. */
function mostPrecise(group: readonly Observed[]): Observed {
  const digits = (e: Observed): number => {
    const { value } = e.record.data;
    return value === null || !isExact(value) ? -1 : (value.split('.')[1] ?? '').length;
  };
  return group.reduce((best, e) => (digits(e) > digits(best) ? e : best));
}

function isExact(value: string): boolean {
  return /^-?[0-9.]+$/.test(value) && !value.includes('..');
}

/** Rule 30 in whole ten-thousandths, which plain numbers hold exactly; for the small values of the specs. */
export function sayTheSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === null && b === null;
  if (!isExact(a) && !isExact(b)) return a === b;
  if (!isExact(a)) return sayTheSame(b, a);
  const units = (decimal: string): number => Math.round(Number(decimal) * 10_000);
  const half = (decimal: string): number => 5_000 / 10 ** (decimal.split('.')[1] ?? '').length;
  if (isExact(b)) return Math.abs(units(a) - units(b)) < half(a) + half(b);
  const [, sign, rest] = /^(~|>=|<=|>|<)?(.*)$/.exec(b) ?? [];
  if (sign === '~') return rest === a;
  const [low, high] = (rest ?? '').split('..').map(units);
  const n = units(a);
  if (sign === '>=') return n >= low!;
  if (sign === '<=') return n <= low!;
  if (sign === '>') return n > low!;
  if (sign === '<') return n < low!;
  return n >= low! && n <= high!;
}

function less(later: string | null, earlier: string | null): string | undefined {
  if (later === null || earlier === null || !isExact(later) || !isExact(earlier)) return undefined;
  const places = Math.max(...[later, earlier].map((d) => (d.split('.')[1] ?? '').length));
  const units = Math.round(Number(later) * 10_000) - Math.round(Number(earlier) * 10_000);
  return (units / 10_000).toFixed(places).replace(/^-(?=[0.]*$)/, '');
}
