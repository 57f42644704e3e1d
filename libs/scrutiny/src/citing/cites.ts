import type { Access, Context, Problem } from '@daybook/ledger';
import type { FigureNamed, FigureOnRecord } from '@daybook/provenance';
import type { Citation } from '../scrutiny.events';
import type { GivenPaper } from '../setting';

/** A figure as a command cites it. */
export interface Cite extends FigureNamed {
  /** As it was quoted. */
  readonly value?: string | null;
  /** The event that gave the vintage quoted; the one that stood on the day of the act where absent. */
  readonly vintage?: string | null;
}

/** What every command that may cite figures says of them. */
export interface Citing {
  readonly cites?: readonly Cite[] | null;
}

/** What an event says of the figures that it rests on. */
export interface Cited {
  readonly cites: readonly Citation[];
  /** Restricted where a figure, or the vintage quoted, is: nobody learns of it by reading what was said. */
  readonly access: Access;
}

/**
 * The figures that a command cites, each at the vintage quoted: the one that it names, or the one that
 * stood on the day of the act. Every problem comes back at once.
 */
export function readCites(
  { cites }: Citing,
  day: string,
  { given }: Pick<Context<GivenPaper>, 'given'>,
): Cited | Problem[] {
  const read = (cites ?? []).map((cite, i) => readCite(cite, i, given.figures?.[i], day));
  const problems = read.flatMap((one) => ('code' in one ? [one] : []));
  if (problems.length > 0) return problems;
  const found = read.flatMap((one) => ('code' in one ? [] : [one]));
  const access = found.some((one) => one.access === 'restricted') ? 'restricted' : 'public';
  return { cites: found.map(({ citation }) => citation), access };
}

interface Found {
  readonly citation: Citation;
  readonly access: Access;
}

function readCite(cite: Cite, i: number, figure: FigureOnRecord | undefined, day: string): Found | Problem {
  const field = `/cites/${i}`;
  const stood = figure?.stoodOn(day);
  const named = [cite.measure, cite.period, cite.breakdown].filter(Boolean).join(', ');
  if (!figure || (!stood && !cite.vintage)) {
    const message = `No figure of ${named} is on record by ${day}. Submit it first, or cite another.`;
    return { field, code: 'scrutiny.unknown-figure', message };
  }
  const id = cite.vintage ?? stood ?? '';
  const vintage = figure.vintages.get(id);
  if (!vintage || vintage.effectiveOn > day) {
    const standing = stood ? ` What stood then is entry ${stood}.` : '';
    const message = `No entry ${id} about this figure is on record by ${day}.${standing}`;
    return { field: `${field}/vintage`, code: 'scrutiny.unknown-vintage', message };
  }
  if (vintage.withdraws) {
    const message = `The figure was withdrawn on ${day}. Name the entry that was quoted, or cite another figure.`;
    return { field, code: 'scrutiny.figure-withdrawn', message };
  }
  const value = cite.value === vintage.value ? null : (cite.value ?? null);
  const access = figure.access === 'restricted' ? figure.access : vintage.access;
  return { citation: { figure: figure.ref, vintage: id, value }, access };
}

/** References to the figures that are cited, each once. */
export function figuresIn(cites: readonly Citation[]): readonly string[] {
  return [...new Set(cites.map(({ figure }) => figure))];
}
