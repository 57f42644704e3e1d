import {
  Refusal,
  canonicalText,
  type Access,
  type Context,
  type Decider,
  type Problem,
} from '@daybook/ledger';
import { figuresBook, type FiguresBook, type MeasureState } from '../book';
import { periodOf, periodsUpTo, type CalendarContent, type ExpectedFrequency } from '../calendar';
import { measureRef, type CalendarSet } from '../figures.events';
import { readEffectiveOn, type GivenPaper } from '../setting';

export interface ExpectReturnsInput {
  readonly area: string;
  readonly measure: string;
  readonly frequency: ExpectedFrequency;
  readonly daysAfter: number;
  readonly from: string;
  readonly until?: string | null;
  readonly effectiveOn: string;
  readonly access?: Access | null;
}

/** The most periods that may have ended when a calendar begins: every question about it walks through them. */
export const MOST_PERIODS_BEFORE = 5_000;

/** What is expected of a measure, and by when; by the force for a measure of its own, or by the office. */
export const expectReturns: Decider<ExpectReturnsInput, FiguresBook, CalendarSet, GivenPaper> = {
  ...figuresBook,
  decide(input, book, context) {
    const date = readEffectiveOn(input.effectiveOn, context.today);
    const measure = book.measures.get(input.measure);
    const content = readCalendar(input);
    const problems: Problem[] = [...checkMeasure(input, measure, context)];
    if ('code' in date) problems.push(date);
    else if (measure && date.effectiveOn < measure.start) problems.push(beforeStart(input, measure));
    if (Array.isArray(content)) problems.push(...content);
    else if (!('code' in date)) problems.push(...checkLength(content, date.effectiveOn));
    if (problems.length > 0 || 'code' in date || Array.isArray(content))
      return Refusal.of('figures.bad-calendar', 'The calendar was not recorded.', problems);
    if (isSet(input.measure, content, date.effectiveOn, book))
      return new Refusal(
        'figures.calendar-unchanged',
        `This is the calendar of ${input.measure} on ${date.effectiveOn} already. Say what is to change.`,
      );
    const { area, measure: id } = input;
    return [
      {
        type: 'figures.calendar-set',
        schema: 1,
        ...date,
        about: [measureRef({ area, measure: id })],
        // It names the measure, so it is no more open than that one.
        access: measure?.access === 'restricted' ? 'restricted' : (input.access ?? 'public'),
        data: { area, measure: id, ...content },
      },
    ];
  },
};

function checkMeasure(
  { area, measure }: ExpectReturnsInput,
  known: MeasureState | undefined,
  { by }: Context<GivenPaper>,
): Problem[] {
  const field = '/measure';
  if (!known) {
    const message = `No measure "${measure}" is defined in ${area}. Define it first.`;
    return [{ field, code: 'figures.unknown-measure', message }];
  }
  const { owner } = known.defined;
  if (by.role === 'office' || by.body === owner) return [];
  const message = `${measure} is a measure of ${owner}. Its owner or the office sets its calendar.`;
  return [{ field, code: 'figures.not-yours', message }];
}

/** The two periods in their canonical forms, or what is wrong with them. */
function readCalendar({
  frequency,
  daysAfter,
  from,
  until,
}: ExpectReturnsInput): CalendarContent | Problem[] {
  const first = periodOf(frequency, from);
  const last = until ? periodOf(frequency, until) : undefined;
  const problems: Problem[] = [];
  if (!first) problems.push(notOne('/from', from, frequency));
  if (until && !last) problems.push(notOne('/until', until, frequency));
  if (first && last && last.end < first.end)
    problems.push({
      field: '/until',
      code: 'figures.ends-before-it-begins',
      message: `${last.canonical} comes before ${first.canonical}. Give a last period that does not.`,
    });
  if (problems.length > 0 || !first) return problems;
  return { frequency, daysAfter, from: first.canonical, until: last?.canonical ?? null };
}

const EXAMPLES: Readonly<Record<ExpectedFrequency, string>> = {
  day: '2022-09-14',
  month: '2022-07',
  quarter: '2022-Q3',
  year: '2022',
  'financial-year': 'FY2022-23',
  'rolling-12-months': 'R12-2022-09',
};

function notOne(field: string, text: string, frequency: ExpectedFrequency): Problem {
  const message = `"${text}" is not a period of this frequency. Write one such as ${EXAMPLES[frequency]}.`;
  return { field, code: 'figures.not-of-frequency', message };
}

function beforeStart({ measure }: ExpectReturnsInput, { start }: MeasureState): Problem {
  const message = `${measure} starts on ${start}. Give that date or a later one.`;
  return { field: '/effectiveOn', code: 'figures.before-measure-start', message };
}

function checkLength(content: CalendarContent, effectiveOn: string): Problem[] {
  if (periodsUpTo(content, effectiveOn, MOST_PERIODS_BEFORE + 1) <= MOST_PERIODS_BEFORE) return [];
  const message = `More than ${MOST_PERIODS_BEFORE} periods ended before it begins. Give a later first period.`;
  return [{ field: '/from', code: 'figures.calendar-too-long', message }];
}

/** Whether the calendar that holds on a day says the same. */
function isSet(measure: string, content: CalendarContent, day: string, book: FiguresBook): boolean {
  const held = (book.calendars.get(measure) ?? []).filter(({ effectiveOn }) => effectiveOn <= day).at(-1);
  return held !== undefined && canonicalText(held.content) === canonicalText(content);
}
