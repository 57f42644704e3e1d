import type { Entry } from '@daybook/ledger';
import { dayNumber } from './day';

/**
 * What a row was from a day on, once a record had come; until a later record makes another version of that
 * day.
 */
export interface Version {
  /** Days since 1970. */
  readonly day: number;
  /** Index of the record that made it. */
  readonly from: number;
  /** The row as JSON; null where there is none. */
  readonly text: string | null;
  /** The row itself, where it is at hand. */
  readonly row?: object | undefined;
}

/**
 * A day with records of the key: the version that stands, and the day's records where a re-fold may need
 * them.
 */
export interface Day {
  version: Version;
  readonly entries: Entry[];
}

/** A fold of one key: the row after one more record. */
export type Fold = (row: object | undefined, entry: Entry) => object | undefined;

function rowOf(version: Version): object | undefined {
  if (version.row !== undefined || version.text === null) return version.row;
  return JSON.parse(version.text) as object;
}

/**
 * The days of one key in order, with the version that stands on each. A record in order of dates adds a
 * version or replaces that of its own day; a late one also re-folds the days after it, as far as their rows
 * come out different.
 */
export class Timeline {
  /** The versions to insert, in the order they were made. */
  readonly added: Version[] = [];

  /** `days` in order. Only those after a late record need their entries. */
  constructor(
    private readonly fold: Fold,
    private readonly days: Day[],
  ) {}

  get head(): Version | undefined {
    return this.days.at(-1)?.version;
  }

  /** Takes the next record by index. What the fold throws comes out. */
  insert(entry: Entry): void {
    const day = dayNumber(entry.record.effectiveOn);
    let at = this.days.length - 1;
    while (at >= 0 && this.days[at]!.version.day > day) at--;
    const before = this.days[at];
    let row = this.fold(before && rowOf(before.version), entry);
    if (before?.version.day === day) {
      before.entries.push(entry);
      before.version = this.add(day, entry.index, row);
    } else {
      at++;
      this.days.splice(at, 0, { version: this.add(day, entry.index, row), entries: [entry] });
    }
    for (let next = at + 1; next < this.days.length; next++) {
      const later = this.days[next]!;
      for (const own of later.entries) row = this.fold(row, own);
      if (textOf(row) === later.version.text) break;
      later.version = this.add(later.version.day, entry.index, row);
    }
  }

  private add(day: number, from: number, row: object | undefined): Version {
    const version = { day, from, text: textOf(row), row };
    this.added.push(version);
    return version;
  }
}

function textOf(row: object | undefined): string | null {
  return row === undefined ? null : JSON.stringify(row);
}
