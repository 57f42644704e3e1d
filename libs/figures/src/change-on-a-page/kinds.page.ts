import { mayCommandIn, type Person } from '@daybook/identity';
import { longDate } from '@daybook/pages';
import type { Unit } from '../codes';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import { KIND_WORDS, valueWithUnit } from '../see-figures/wording.page';
import type { MeasureItem } from '../see-measures/measures.query';

/** What a person may say of a figure on its own page, as the address names it. */
export const CHANGES = [
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'explained',
  'entered-wrongly',
  'disputed',
  'dispute-withdrawn',
] as const;
export type ChangeKind = (typeof CHANGES)[number];

interface Words {
  readonly command: string;
  /** The heading of its form, and the link on the figure's page. */
  readonly title: string;
  /** As one of the choices, with what it means. */
  readonly choice: string;
  readonly hint: string;
}

export const CHANGE_WORDS: Readonly<Record<ChangeKind, Words>> = {
  revised: {
    command: 'revise-figure',
    title: 'Revise this figure',
    choice: 'Revised',
    hint: 'More data arrived, as was planned',
  },
  corrected: {
    command: 'correct-figure',
    title: 'Correct this figure',
    choice: 'Corrected',
    hint: 'An error was found in what was reported',
  },
  restated: {
    command: 'restate-figures',
    title: 'Restate this figure',
    choice: 'Restated',
    hint: 'Issued again because the definition changed',
  },
  withdrawn: {
    command: 'withdraw-figure',
    title: 'Withdraw this figure',
    choice: 'Withdrawn',
    hint: 'Taken back; no value stands any more',
  },
  explained: {
    command: 'explain-change',
    title: 'Explain this change',
    choice: 'A change is explained',
    hint: 'It was recorded without a reason, and the reason is known now',
  },
  'entered-wrongly': {
    command: 'mark-entered-wrongly',
    title: 'Mark as entered wrongly',
    choice: 'An entry was entered wrongly',
    hint: 'A slip of the pen in this ledger; the paper says something else',
  },
  disputed: {
    command: 'dispute-transcription',
    title: 'Dispute this entry',
    choice: 'An entry is disputed',
    hint: 'It was written down for your body, and is not what your body said',
  },
  'dispute-withdrawn': {
    command: 'withdraw-dispute',
    title: 'Withdraw the dispute',
    choice: 'A dispute is withdrawn',
    hint: 'The entry is right after all',
  },
};

/** What is on record about the figure that a person looks at. */
export interface Subject {
  readonly area: string;
  readonly measure: MeasureItem | undefined;
  readonly standing: FigureItem | undefined;
  readonly vintages: readonly VintageItem[];
}

/** One thing that a person may say, of one entry. */
export interface Offered {
  readonly kind: ChangeKind;
  readonly of: string;
}

/** The kinds that change what stands, for whoever may record figures here. */
export function changesOffered(person: Person, { area, measure, standing }: Subject): readonly Offered[] {
  if (!standing) return [];
  const withdrawn = standing.kind === 'withdrawn';
  const possible: readonly [ChangeKind, boolean][] = [
    ['revised', true],
    ['corrected', true],
    ['restated', !withdrawn && (measure?.breaks.length ?? 0) > 0],
    ['withdrawn', !withdrawn],
  ];
  return possible
    .filter(([kind, open]) => open && mayCommandIn(person, CHANGE_WORDS[kind].command, area))
    .map(([kind]) => ({ kind, of: standing.id }));
}

/** What a person may say of one entry without changing it: each only to the bodies that it concerns. */
export function saidOfEntry(person: Person, { area, measure }: Subject, v: VintageItem): readonly Offered[] {
  const { body } = person;
  const concerned = [v.for, measure?.owner].includes(body);
  const disputed = v.disputed !== null && v.disputed.withdrawn === null;
  const possible: readonly [ChangeKind, boolean][] = [
    ['explained', v.kind === 'unexplained' && mayExplain(person, area, measure?.owner, v)],
    ['entered-wrongly', v.by.body === body],
    ['disputed', v.for !== null && v.for !== v.by.body && v.by.body !== body && concerned && !disputed],
    ['dispute-withdrawn', disputed && v.disputed?.by.body === body],
  ];
  return possible
    .filter(([kind, open]) => open && v.enteredWrongly === null && isGiven(person, kind, area))
    .map(([kind]) => ({ kind, of: v.id }));
}

/** A change is explained by whoever wrote it, whose act it was, the measure's owner, or the office for them. */
export function mayExplain(
  person: Person,
  area: string,
  owner: string | undefined,
  { by, for: whose }: Pick<VintageItem, 'by' | 'for'>,
): boolean {
  const concerned = person.role === 'office' || [by.body, whose, owner].includes(person.body);
  return concerned && isGiven(person, 'explained', area);
}

function isGiven(person: Person, kind: ChangeKind, area: string): boolean {
  return mayCommandIn(person, CHANGE_WORDS[kind].command, area);
}

/** Everything that a person may say of a figure now: of what stands, then of each entry, the latest first. */
export function allOffered(person: Person, subject: Subject): readonly Offered[] {
  const entries = [...subject.vintages].reverse();
  return [...changesOffered(person, subject), ...entries.flatMap((v) => saidOfEntry(person, subject, v))];
}

/** Whether what is said is of any entry, and not only of the one that stands. */
export function isOfEntry(kind: ChangeKind): boolean {
  return ['explained', 'entered-wrongly', 'disputed', 'dispute-withdrawn'].includes(kind);
}

/** An entry as a form names it: "13,574 (first release, effective 14 September 2022)". */
export function entryInWords(
  entry: Pick<VintageItem, 'value' | 'status' | 'kind' | 'withheldBy' | 'effectiveOn' | 'precision'>,
  unit: Unit | null,
): string {
  const since = longDate(entry.effectiveOn, entry.precision);
  return `${valueWithUnit(entry, unit)} (${KIND_WORDS[entry.kind].word.toLowerCase()}, effective ${since})`;
}

/** Whose act a change is: the office writes down what is the measure's owner's; others act for themselves. */
export function actingBody(person: Person, measure: MeasureItem | undefined): string {
  return person.role === 'office' && measure ? measure.owner : person.body;
}

/** Whether the office writes down what another body did. */
export function transcribes(person: Person, acting: string): boolean {
  return acting !== person.body;
}

/** Where on the site a change of a figure is said. */
export function changePath(
  figure: { area: string; measure: string; period: string },
  kind?: ChangeKind,
): string {
  const base = `/${figure.area}/figures/${figure.measure}/${figure.period}/change`;
  return kind ? `${base}/${kind}` : base;
}
