/** Units of measures: how each is said, and whether a value may fall below nought. */
export const UNITS = {
  count: { label: 'number', signed: false },
  headcount: { label: 'people', signed: false },
  fte: { label: 'full-time equivalents', signed: false },
  gbp: { label: '£', signed: true },
  seconds: { label: 'seconds', signed: false },
  minutes: { label: 'minutes', signed: false },
  hours: { label: 'hours', signed: false },
  days: { label: 'days', signed: false },
  months: { label: 'months', signed: false },
  years: { label: 'years', signed: false },
  'years-of-sentence': { label: 'years of sentence', signed: false },
  percent: { label: '%', signed: true },
  'percentage-points': { label: 'percentage points', signed: true },
  'per-1000-people': { label: 'per 1,000 people', signed: false },
  'per-1000-households': { label: 'per 1,000 households', signed: false },
  'per-million-people': { label: 'per million people', signed: false },
  kilograms: { label: 'kg', signed: false },
  rank: { label: 'rank', signed: false },
} as const;
export type Unit = keyof typeof UNITS;
