import { expectedInWords } from '@daybook/due-dates';
import { periodInWords, valueWithUnit, type Unit } from '@daybook/figures';
import { nameIn, type Names } from '@daybook/pages';
import type { MovedItem, MovedKind } from '@daybook/runtime';

const WORDS: Readonly<Record<MovedKind, string>> = {
  'hangs-since': 'Hangs from this priority since',
  'no-longer-hangs': 'Hangs from it no longer',
  'figure-published': 'Figure published',
  'figure-changed': 'Figure changed',
  'status-changed': 'Status changed',
  'date-moved': 'Date moved',
  amended: 'Amended',
};

/** What moved, as a line of a list: the thing by its title, and what of it. */
export interface MovedShown {
  readonly title: string;
  readonly what: string;
  /** How it stood and how it stands; '' where the kind says all. */
  readonly how: string;
}

/** `units` are those of the measures that hang from the priority, by their ids. */
export function movedInWords(item: MovedItem, names: Names, units: ReadonlyMap<string, Unit>): MovedShown {
  const { kind, title, period, addressee } = item;
  const whose = addressee === null ? '' : ` (${nameIn(names, addressee)})`;
  const of = period === null ? whose : `, ${periodInWords(period)}`;
  return { title: `${title}${of}`, what: WORDS[kind], how: howOf(item, units) };
}

function howOf(item: MovedItem, units: ReadonlyMap<string, Unit>): string {
  const { kind, before, after } = item;
  switch (kind) {
    case 'hangs-since':
      return after === null ? '' : `${inWords(after)} now`;
    case 'no-longer-hangs':
    case 'amended':
      return '';
    case 'figure-published':
    case 'figure-changed': {
      const said = (value: string | null) => valueInWords(item, value, units);
      return kind === 'figure-published' ? said(after) : `${said(before)} before, ${said(after)} now`;
    }
    case 'status-changed':
      return `${inWords(before ?? 'no status')} before, ${inWords(after ?? 'no status')} now`;
    case 'date-moved':
      return `${dueInWords(before)} before, ${dueInWords(after)} now`;
    default: {
      const never: never = kind;
      throw new Error(`Unknown move ${String(never)}`);
    }
  }
}

function valueInWords(
  { reference }: MovedItem,
  value: string | null,
  units: ReadonlyMap<string, Unit>,
): string {
  if (value === null) return 'no value';
  const [, measure = ''] = reference.split('/');
  return valueWithUnit({ value, status: 'A', withheldBy: null }, units.get(measure) ?? null);
}

function dueInWords(anticipated: string | null): string {
  return expectedInWords({ anticipated });
}

function inWords(status: string): string {
  return status.replaceAll('-', ' ');
}
