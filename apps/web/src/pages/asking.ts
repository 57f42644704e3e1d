import { isWanted, readFindingsWanted, type FindingItem, type FindingsAsked } from '@daybook/inspections';
import type { OpenResponse } from '@daybook/inspections';
import { counted, longDate, samePosition, withQuery, type PagePosition, type Visit } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';
import { askingOfScrutiny, meetingsAround, type Question } from './asking-scrutiny';

export interface Asking {
  readonly scrutiny: readonly Question[];
  readonly meetings: ReturnType<typeof meetingsAround>;
  readonly unexplained: number;
  readonly overdue: number;
  /** Whether any reporting calendar holds at the position; without one nothing can be overdue. */
  readonly calendars: boolean;
  readonly findings: readonly Question[];
  readonly clocks: readonly Question[];
}

/** What is asked of findings: the filter of the tracker that lists them, and how they are counted in words. */
const OF_FINDINGS: readonly (readonly [asked: FindingsAsked, one: string, many: string, note: string])[] = [
  [
    { overdue: 'yes' },
    'finding overdue',
    'findings overdue',
    'Past the latest day of the date that stands, and not claimed as done',
  ],
  [
    { agreed: 'no' },
    'date moved and not agreed',
    'dates moved and not agreed',
    'Whoever was promised the date has not said that they agree',
  ],
  [
    { status: 'claimed' },
    'claim not assured',
    'claims not assured',
    'The addressee says that it is done; nobody else has yet',
  ],
  [
    { status: 'assured' },
    'assured and not closed',
    'assured and not closed',
    'The local policing body is satisfied; the inspectorate has not closed it',
  ],
];

/** The most clocks that are named one by one. */
const MOST_CLOCKS = 5;

/**
 * What somebody should ask about at the position, counted as the lists behind the links count it. `findings`:
 * every line of the area's tracker at that position.
 */
export async function needsAsking(
  readings: Pick<Readings, 'returns' | 'overview'>,
  { person }: Visit,
  position: PagePosition,
  area: string,
  findings: readonly FindingItem[],
): Promise<Asking> {
  const at = samePosition(position);
  const [unexplained, expected, raised] = await Promise.all([
    readings.returns.unexplained(person, at, { area }),
    readings.returns.expected(person, at, { area }),
    readings.overview.toRaise(person, at, { area }),
  ]);
  return {
    unexplained: unexplained.items.length,
    overdue: expected.items.filter(({ state }) => state === 'overdue').length,
    calendars: expected.items.length > 0,
    findings: OF_FINDINGS.flatMap(([asked, one, many, note]) => {
      const wanted = readFindingsWanted({ status: 'live', ...asked });
      const count = findings.filter((item) => isWanted(item, wanted)).length;
      const href = withQuery(`/${area}/findings`, { ...asked });
      return count === 0 ? [] : [{ text: counted(count, one, many), href, note, each: [] }];
    }),
    clocks: clocksOf(area, raised.item.responses),
    scrutiny: askingOfScrutiny(raised.item),
    meetings: meetingsAround(raised.item),
  };
}

function clocksOf(area: string, all: readonly OpenResponse[]): Question[] {
  const running = all.filter(({ status }) => status === 'running');
  // The latest first: that is the one that somebody may still be asked about.
  const past = all.filter(({ status }) => status === 'none-recorded').reverse();
  const of = (some: readonly OpenResponse[], text: string, note: string): Question[] => {
    if (some.length === 0) return [];
    const each = some.slice(0, MOST_CLOCKS).map((one) => ({
      text: one.title,
      href: `/${area}/inspections/${encodeURIComponent(one.inspection)}/response`,
      note: clockInWords(one),
    }));
    return [{ text, href: `/${area}/inspections`, note, each }];
  };
  const law = 'Section 55, Police Act 1996: a published response within 56 days';
  return [
    ...of(running, `${counted(running.length, 'response')} to be published`, law),
    ...of(past, `${counted(past.length, 'report')} with no response recorded here`, law),
  ];
}

function clockInWords({ day, dueOn, daysPast }: OpenResponse): string {
  return daysPast === null
    ? `day ${day} of 56, the last being ${longDate(dueOn)}`
    : `${counted(daysPast, 'day')} past the last day, ${longDate(dueOn)}`;
}
