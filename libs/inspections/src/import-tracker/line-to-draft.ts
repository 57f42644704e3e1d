import { sameDate, sameDays, type DateSaid, type Expected } from '@daybook/due-dates';
import { daysBetween, isRefusal, type Context, type Problem, type Refusal } from '@daybook/ledger';
import { actsFor, type GivenPaper, type Sourced } from '@daybook/provenance';
import { anticipateCompletion } from '../anticipate-completion/anticipate-completion.decider';
import { findFinding, stateOn, type InspectionsBook } from '../book';
import { claimDischarge } from '../claim-discharge/claim-discharge.decider';
import { NO_DATE, type Completion } from '../completion';
import { readExpected } from '../expected';
import type { AddresseeState } from '../finding-state';
import type { FindingAct } from '../inspections.events';
import { moveCompletion } from '../move-completion/move-completion.decider';
import { reportProgress } from '../report-progress/report-progress.decider';
import { readEffectiveOn } from '../setting';
import { addresseeOf } from '../whom';
import type { LineAct, LineDrafted, Tracker, TrackerLine } from './tracker-line';
import { isOfThisImport, type WorkingBook } from './working-book';

/** What the commands of single acts are told of a line. */
type Heading = Sourced & { readonly finding: string; readonly addressee: string };

/** One line of a tracker on its way to the acts that it is. */
export class LineToDraft {
  private readonly line: TrackerLine;
  private readonly at: string;
  private readonly acts: LineAct[] = [];
  private readonly events: FindingAct[] = [];
  private readonly problems: Problem[] = [];
  private addressee: string | null = null;
  private day: string | null = null;
  private stood: Expected | null = null;
  private given: Expected | null = null;

  constructor(
    private readonly tracker: Tracker,
    i: number,
    private readonly working: WorkingBook,
    private readonly context: Context<GivenPaper>,
  ) {
    this.line = tracker.lines[i] ?? { finding: '' };
    this.at = `/lines/${i}`;
  }

  draft(): LineDrafted {
    const heading = this.heading();
    if (heading && this.day !== null) {
      this.date(heading, this.day);
      this.progress(heading);
      this.claim(heading, this.day);
    }
    const { acts, events, problems, addressee, day, stood, given } = this;
    const moved = stood?.latest && given?.latest ? daysBetween(stood.latest, given.latest) : null;
    return { acts, events, problems, addressee, effectiveOn: day, stood, given, days: moved };
  }

  /** Which finding, whom of its addressees it concerns, and on which day. */
  private heading(): Heading | undefined {
    const { line, tracker, context } = this;
    const { finding } = line;
    const own = line.effectiveOn || tracker.effectiveOn;
    const field = line.effectiveOn ? `${this.at}/effectiveOn` : '/effectiveOn';
    const date = readEffectiveOn(own, context.today, field);
    if ('code' in date) this.problems.push(date);
    else this.day = date.effectiveOn;
    const known = findFinding(this.working.book, finding);
    if (isRefusal(known)) return this.refuse(known, 'finding');
    if (saysNothing(line)) return undefined;
    const said = { finding, addressee: line.addressee || null, for: tracker.for };
    const addressee = addresseeOf(said, known, tracker.for || context.by.body, context.given.bodies);
    if (isRefusal(addressee)) return this.refuse(addressee, 'addressee');
    this.addressee = addressee;
    const { area, paper, place, access, for: body } = tracker;
    // Whoever acts for a force acts for its chief constable as well.
    const actor = body && actsFor(body, addressee, context.given.bodies) ? addressee : body;
    return { area, effectiveOn: own, paper, place, access, for: actor, finding, addressee };
  }

  /** The first date, or one that is another than the one that stands; the same again is nothing new. */
  private date(heading: Heading, day: string): void {
    const { anticipated, reason, askedBy } = this.line;
    if (!anticipated?.trim() && !this.line.earliest && !this.line.latest) {
      if (reason) this.say('reason', 'reason-without-date', 'Write the date that moves in "anticipated".');
      return;
    }
    const before = this.state(this.working.before, heading, day)?.completion ?? NO_DATE;
    const { earliest, latest } = daysOf(this.line, before);
    const expected = readExpected({ anticipated, earliest, latest }, day, `${this.at}/anticipated`);
    if ('code' in expected) {
      this.problems.push(expected);
      return;
    }
    this.given = expected;
    const standing = this.state(this.working.book, heading, day)?.completion.standing ?? null;
    this.stood = standing?.expected ?? null;
    if (standing && sameDate(standing.expected, expected)) return;
    if (standing && isOfThisImport(standing.id)) this.twice(standing);
    else if (standing) {
      const move = { ...heading, to: anticipated ?? '', earliest, latest, reason, askedBy: askedBy || null };
      this.take('date-moved', moveCompletion.decide(move, this.working.book, this.context), 'anticipated');
    } else {
      const first = { ...heading, anticipated: anticipated ?? null, earliest, latest };
      const decided = anticipateCompletion.decide(first, this.working.book, this.context);
      this.take('date-given', decided, 'anticipated');
    }
  }

  private twice({ expected }: DateSaid): void {
    const message =
      `Another line of this file gives ${expected.words ?? 'a date'} for ${this.line.finding}, or for what shares ` +
      'its plan. Give that date here as well, or none; a date that follows it goes into a file of its own.';
    this.say('anticipated', 'dated-twice', message);
  }

  private progress(heading: Heading): void {
    const { progress: report, taken, planned } = this.line;
    if (!report && !taken && !planned) return;
    const said = { ...heading, report, taken, planned };
    this.take('progress', reportProgress.decide(said, this.working.book, this.context), 'progress');
  }

  /** A claim; of what is claimed already it is nothing new, unless that was declined, or reopened since. */
  private claim(heading: Heading, day: string): void {
    const { claim, evidence } = this.line;
    if (claim !== 'yes') {
      if (evidence) this.say('claim', 'evidence-without-claim', 'Write yes here, or take the evidence out.');
      return;
    }
    const claimed = this.state(this.working.book, heading, day)?.claim;
    if (claimed && !claimed.declined) return;
    const said = { ...heading, evidence };
    this.take('claim', claimDischarge.decide(said, this.working.book, this.context), 'claim');
  }

  private state(
    book: InspectionsBook,
    { finding, addressee }: Heading,
    day: string,
  ): AddresseeState | undefined {
    const known = book.findings.get(finding);
    return known && stateOn(known, addressee, day);
  }

  private take(act: LineAct, decided: readonly FindingAct[] | Refusal, column: keyof TrackerLine): void {
    if (isRefusal(decided)) return void this.refuse(decided, column);
    this.acts.push(act);
    for (const event of decided) {
      this.events.push(event);
      this.working.add(event, this.at);
    }
  }

  private say(column: keyof TrackerLine, code: string, message: string): void {
    this.problems.push({ field: `${this.at}/${column}`, code: `inspections.${code}`, message });
  }

  /** A refusal of a single act as problems of the line; `column` is to blame where it names no field. */
  private refuse({ code, message, fields }: Refusal, column: keyof TrackerLine): undefined {
    const own: readonly Problem[] =
      fields.length > 0 ? fields : [{ field: `/${BLAMED[code] ?? column}`, code, message }];
    for (const problem of own) {
      const placed = { ...problem, field: this.fieldOf(problem.field) };
      const known = this.problems.some((p) => p.field === placed.field && p.code === placed.code);
      if (!known) this.problems.push(placed);
    }
    return undefined;
  }

  /** Where a field of a single command stands in the tracker: in the line, or in what is said once. */
  private fieldOf(field: string): string {
    if (field.startsWith('/lines/')) return field;
    const name = field.slice(1);
    return ONCE.includes(name) ? field : `${this.at}/${COLUMNS[name] ?? name}`;
  }
}

/** Whether a line only names its finding, as lists of good practice that is addressed to nobody do. */
function saysNothing({
  finding: _finding,
  addressee,
  effectiveOn: _effectiveOn,
  ...said
}: TrackerLine): boolean {
  return !addressee && Object.values(said).every((part) => !part);
}

/**
 * The days that a line gives beside its date. In a list that Daybook gave they follow from the date that
 * stood then: where another is written over that date, they are passed by, also when the same list is sent
 * again.
 */
function daysOf(line: TrackerLine, before: Completion): Pick<TrackerLine, 'earliest' | 'latest'> {
  const { anticipated, earliest, latest } = line;
  const given = { earliest, latest };
  const words = anticipated?.trim();
  const same = ({ expected }: DateSaid): boolean => expected.anticipated === words;
  const beside = ({ expected }: DateSaid): boolean => sameDays(expected, given);
  const { original, standing, moves } = before;
  if (!original || !words || (standing && same(standing) && beside(standing))) return given;
  const dates = [original, ...moves.map(({ to }) => to)];
  return dates.some((date) => !same(date) && beside(date) && daysFollow(date)) ? {} : given;
}

/** Whether the days of a date are no more than what its words say. */
function daysFollow({ expected, effectiveOn }: DateSaid): boolean {
  const read = readExpected({ anticipated: expected.words }, effectiveOn);
  return !('code' in read) && sameDays(read, expected);
}

/** What a tracker says once. Its date is looked at before: what else is wrong with a date is the line's. */
const ONCE: readonly string[] = ['area', 'paper', 'place', 'access'];

/** Columns that have other names in the commands of single acts. */
const COLUMNS: Readonly<Record<string, keyof TrackerLine>> = {
  to: 'anticipated',
  report: 'progress',
  for: 'addressee',
};

/** Columns to blame for what names no field. */
const BLAMED: Readonly<Record<string, keyof TrackerLine>> = { 'inspections.not-yours': 'finding' };
