import type { Person } from '@daybook/identity';
import { nameOf } from '@daybook/pages';
import { DECLARATIONS, SEVERITIES, STATUSES, UNITS, type Declaration, type Status } from '../codes';
import type { MeasureItem } from '../see-measures/measures.query';

/** One entry of a GOV.UK select. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

const DECLARED: Readonly<Record<Declaration, string>> = {
  report: 'Reported: what the paper says',
  revised: 'Revised: changed as planned, because more data arrived',
  corrected: 'Corrected: an error was found',
  restated: 'Restated: the definition changed',
  withdrawn: 'Withdrawn: taken back, no value stands',
  unexplained: 'Changed, and the paper does not say why',
};

/** What a line may declare. Only the office, transcribing, may say that a paper gives no reason. */
export function declarations({ role }: Person): readonly Choice[] {
  const open = DECLARATIONS.filter((d) => d !== 'unexplained' || role === 'office');
  return open.map((d) => ({ value: d === 'report' ? '' : d, text: DECLARED[d] }));
}

/** A declaration as the check page says it. */
export function declaredInWords(kind: string): string {
  return DECLARED[DECLARATIONS.find((d) => d === kind) ?? 'report'];
}

export function severities(): readonly Choice[] {
  const said = SEVERITIES.map((severity) => ({
    value: severity,
    text: `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`,
  }));
  return [{ value: '', text: 'Not a correction' }, ...said];
}

/** The SDMX statuses, normal first. */
export function statuses(): readonly Choice[] {
  const codes = Object.keys(STATUSES).filter((code) => code !== 'A') as Status[];
  return [
    { value: '', text: 'Normal value (A)' },
    ...codes.map((code) => ({ value: code, text: `${STATUSES[code].meaning} (${code})` })),
  ];
}

export function measuresToChoose(measures: readonly MeasureItem[]): readonly Choice[] {
  const named = measures.map(({ id, title, unit }) => ({
    value: id,
    text: `${title} (${UNITS[unit].label})`,
  }));
  return [
    { value: '', text: 'Choose a measure' },
    ...named.sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
  ];
}

export function papersToChoose(
  papers: readonly { readonly id: string; readonly title: string; readonly effectiveOn?: string }[],
): readonly Choice[] {
  const latestFirst = [...papers].sort((a, b) => (b.effectiveOn ?? '').localeCompare(a.effectiveOn ?? ''));
  return [
    { value: '', text: 'Choose a paper' },
    ...latestFirst.map(({ id, title }) => ({ value: id, text: title })),
  ];
}

/** Whose figures the office may record: those of each body that owns a measure here, and its own. */
export function bodiesToChoose({ role, body }: Person, measures: readonly MeasureItem[]): readonly Choice[] {
  if (role !== 'office') return [];
  const owners = [...new Set([...measures.map((m) => m.owner), body])];
  return owners.map((id) => ({ value: id, text: id === body ? `${nameOf(id)} (your own)` : nameOf(id) }));
}
