import type { Problem } from '@daybook/ledger';

/** One dimension of a measure. Only parts that are exclusive and complete must add up to the whole. */
export interface Dimension {
  readonly name: string;
  readonly exclusive: boolean;
  readonly complete: boolean;
}

/** Dimensions in order of name, with nothing else that came along. */
export function dimensionsIn(given: readonly Dimension[]): readonly Dimension[] {
  return given
    .map(({ name, exclusive, complete }) => ({ name, exclusive, complete }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A dimension is named once. */
export function checkDimensions(dimensions: readonly Dimension[]): Problem[] {
  const names = dimensions.map((d) => d.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice === undefined) return [];
  const message = `The dimension "${twice}" is named twice.`;
  return [{ field: '/dimensions', code: 'figures.duplicate-dimension', message }];
}

const PART = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Reads `dimension=value;dimension=value` in any order into its canonical form, sorted by dimension; '' is
 * the whole. Undefined where the text is not of that form or names a dimension twice.
 */
export function parseBreakdown(text: string): string | undefined {
  if (text.trim() === '') return '';
  const parts = text.split(';').map((part) => part.split('=').map((word) => word.trim()));
  const names = new Set(parts.map(([name]) => name));
  const wellFormed = parts.every((part) => part.length === 2 && part.every((word) => PART.test(word)));
  if (!wellFormed || names.size !== parts.length) return undefined;
  return parts
    .map((part) => part.join('='))
    .sort()
    .join(';');
}

/** The dimensions that a canonical breakdown names. */
export function dimensionsOf(breakdown: string): readonly string[] {
  return breakdown === '' ? [] : breakdown.split(';').map((part) => part.slice(0, part.indexOf('=')));
}
