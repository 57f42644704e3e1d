import { Rows, type Audience, type Filter, type Position } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { daysBetween } from '@daybook/ledger';
import { periodsDue, type DuePeriod, type ExpectedFrequency } from '../calendar';
import { measureRef } from '../figures.events';
import { figuresView } from '../see-figures/figures.view';
import { contentOf, measuresView } from '../see-measures/measures.view';
import { pageOf } from '../see-unexplained/unexplained.query';
import type { Vintage } from '../vintages';
import { calendarsView, type CalendarsRow } from './calendars.view';

/** `overdue`: it was due and has not come. `due`: it is the next one, and its day is still to come or is today. */
export const EXPECTED_STATES = ['received', 'received-late', 'overdue', 'due'] as const;
export type ExpectedState = (typeof EXPECTED_STATES)[number];

/** A period that a measure's calendar asks for, and whether it has come by the position. */
export interface ExpectedItem {
  readonly area: string;
  readonly measure: string;
  readonly title: string | null;
  /** The body whose measure it is. */
  readonly owner: string | null;
  readonly period: string;
  readonly frequency: ExpectedFrequency;
  readonly daysAfter: number;
  readonly due: string;
  readonly state: ExpectedState;
  /** How late it came, or how long it has not come; 0 otherwise. */
  readonly days: number;
  readonly receivedOn: string | null;
  readonly precision: 'day' | 'month' | null;
  readonly paper: string | null;
  /** The first entry's event id and its place in the ledger. */
  readonly entry: string | null;
  readonly index: number | null;
  /** The event that set the calendar. */
  readonly calendar: string;
}

/** What is expected in an area by a position, in order of measure and due date. */
export class ExpectedQuery {
  constructor(
    readonly filter: { readonly area: string; readonly measure?: string; readonly state?: ExpectedState },
    readonly position: Position,
    readonly audience: Audience,
    readonly page: { readonly after?: string; readonly limit?: number } = {},
  ) {}
}

export interface ExpectedList {
  readonly items: readonly ExpectedItem[];
  readonly next?: string;
}

@QueryHandler(ExpectedQuery)
export class ExpectedHandler implements IQueryHandler<ExpectedQuery> {
  constructor(private readonly rows: Rows) {}

  async execute({ filter, position, audience, page }: ExpectedQuery): Promise<ExpectedList> {
    const { area, measure, state } = filter;
    const wanted: Filter = measure ? { measure, area } : { area };
    const { rows } = this.rows.list(calendarsView, wanted, position, audience);
    const all = rows.flatMap(({ row }) => this.ofMeasure(row, position, audience));
    const wantedOnes = state ? all.filter((item) => item.state === state) : all;
    const sorted = wantedOnes.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return pageOf(sorted, placeOf, page);
  }

  private ofMeasure(row: CalendarsRow, position: Position, audience: Audience): ExpectedItem[] {
    const { area, measure } = row;
    const known = this.rows.at(measuresView, measureRef(row), position, audience);
    const content = known && contentOf(known);
    const first = this.firstEntries(row, (content?.dimensions ?? []).length > 0, position, audience);
    const due = periodsDue(row.calendars, position.asOf, (period) => first.has(period));
    const about = { area, measure, title: content?.title ?? null, owner: content?.owner ?? null };
    return due.map((one) => ({
      ...about,
      ...judged(one, first.get(one.period.canonical), position.asOf),
    }));
  }

  /**
   * The first entry about each period by effective date, a stated absence included. What was entered wrongly
   * never came. Where a measure has dimensions, its parts answer for the period as well as the whole.
   */
  private firstEntries(
    { area, measure }: CalendarsRow,
    partsCount: boolean,
    position: Position,
    audience: Audience,
  ): ReadonlyMap<string, Vintage> {
    const first = new Map<string, Vintage>();
    const { rows } = this.rows.list(figuresView, { measure, area }, position, audience);
    for (const { row } of rows) {
      const { period, breakdown } = row.figure;
      if (breakdown !== '' && !partsCount) continue;
      for (const came of row.vintages) {
        const known = first.get(period);
        if (came.kind === 'entered-wrongly' || (known && startOf(known) <= startOf(came))) continue;
        first.set(period, came);
      }
    }
    return first;
  }
}

type Judged = Omit<ExpectedItem, 'area' | 'measure' | 'title' | 'owner'>;

function judged({ period, due, calendar }: DuePeriod, came: Vintage | undefined, asOf: string): Judged {
  const { frequency, daysAfter, id } = calendar;
  const day = came ? startOf(came) : asOf;
  const days = Math.max(0, daysBetween(due, day));
  const state = came ? (days > 0 ? 'received-late' : 'received') : days > 0 ? 'overdue' : 'due';
  return {
    ...{ period: period.canonical, frequency, daysAfter, due, state, days },
    receivedOn: came?.effectiveOn ?? null,
    precision: came?.precision ?? null,
    paper: came?.source?.paper ?? null,
    entry: came?.id ?? null,
    index: came?.order ?? null,
    calendar: id,
  };
}

/** Of what is known by its month alone, the earliest day that it can have been: nobody is late by a guess. */
function startOf({ effectiveOn, precision }: Vintage): string {
  return precision === 'month' ? `${effectiveOn.slice(0, 7)}-01` : effectiveOn;
}

function placeOf({ measure, due, period }: ExpectedItem): string {
  return `${measure} ${due} ${period}`;
}
