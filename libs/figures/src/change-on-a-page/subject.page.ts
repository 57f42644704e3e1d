import { mayCommandIn } from '@daybook/identity';
import { RefusalError, isDate, lastDayOfMonth, refuse, type Problem } from '@daybook/ledger';
import {
  longDate,
  nameOf,
  readDate,
  readOrSayWhen,
  samePosition,
  type PagePosition,
  type Visit,
} from '@daybook/pages';
import { parseBreakdown } from '../breakdown';
import type { Unit } from '../codes';
import type { OfFigure } from '../figures.events';
import { parsePeriod } from '../period';
import type { FigureReadings, PaperNamed } from '../readings.page';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import { figureHeading } from '../see-figures/wording.page';
import type { ChangeFields } from './change-fields.page';
import { CHANGES, CHANGE_WORDS, entryInWords, isOfEntry, type ChangeKind, type Subject } from './kinds.page';

/** The figure that a form is about, with all that the form shows of it. */
export interface Found extends Subject {
  readonly position: PagePosition;
  readonly figure: OfFigure;
  readonly heading: string;
  readonly unit: Unit | null;
  readonly papers: readonly PaperNamed[];
}

/** Only who may say something of figures here gets further; the others are told so before they fill in. */
export async function findSubject(readings: FigureReadings, visit: Visit): Promise<Found> {
  const { area = '', measure: id = '', period: spelled = '' } = visit.params;
  const { person } = visit;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to change a figure.');
  if (!CHANGES.some((kind) => mayCommandIn(person, CHANGE_WORDS[kind].command, area)))
    refuse(
      'identity.not-allowed',
      `Figures of ${nameOf(area)} are changed by its force, its local policing body and the inspectorate.`,
    );
  const asked = { area, measure: id, period: spelled, breakdown: visit.query.breakdown };
  const { position, items: vintages } = await readOrSayWhen(
    visit,
    (there) => readings.history(person, there, asked),
    ({ items }) => items[0],
  );
  const at = samePosition(position);
  const [standing, measure, papers] = await Promise.all([
    unlessRefused(readings.figure(person, at, asked)),
    unlessRefused(readings.measure(person, at, { area, measure: id })),
    readings.papers(person, at, { area }),
  ]);
  const period = parsePeriod(spelled)?.canonical ?? spelled;
  const figure = { area, measure: id, period, breakdown: parseBreakdown(asked.breakdown ?? '') ?? '' };
  return {
    ...{ area, position, figure, vintages, papers: papers.items },
    measure: measure?.item,
    standing: standing?.item,
    heading: figureHeading(figure, measure?.item.title ?? id),
    unit: measure?.item.unit ?? null,
  };
}

/**
 * What a form's change is of: for what is said of one entry that entry, and else what stands on the day that
 * was typed, or today.
 */
export async function entryOf(
  readings: FigureReadings,
  visit: Visit,
  found: Found,
  kind: ChangeKind,
  fields: ChangeFields,
): Promise<VintageItem | FigureItem | undefined> {
  if (isOfEntry(kind)) return found.vintages.find((v) => v.id === fields.of);
  return (await stoodOn(readings, visit, found, fields)) ?? found.standing ?? found.vintages.at(-1);
}

async function stoodOn(
  readings: FigureReadings,
  { person }: Visit,
  { figure }: Found,
  { effective }: ChangeFields,
): Promise<FigureItem | undefined> {
  const asOf = dayIn(effective);
  return asOf ? (await unlessRefused(readings.figure(person, { asOf }, figure)))?.item : undefined;
}

/**
 * Whether the entry that the form names stands on the day typed. Where another does (the day is an earlier
 * one, or somebody recorded something since the form was opened) the form goes on with that one, and says so.
 */
export async function namingWhatStands(
  readings: FigureReadings,
  visit: Visit,
  found: Found,
  kind: ChangeKind,
  fields: ChangeFields,
): Promise<readonly [ChangeFields, Problem | undefined]> {
  const day = dayIn(fields.effective);
  if (isOfEntry(kind) || !day || day > found.position.today) return [fields, undefined];
  const stood = await stoodOn(readings, visit, found, fields);
  if (!stood) return [fields, nothingStood(day)];
  if ([stood.id, ...stood.confirmedBy].includes(fields.of)) return [fields, undefined];
  const message =
    `On ${longDate(day)} another entry stands: ${entryInWords(stood, found.unit)}. ` +
    'The form now changes that one. Check your answers and go on.';
  return [
    { ...fields, of: stood.id },
    { field: '/of', code: 'figures.not-standing', message },
  ];
}

function nothingStood(day: string): Problem {
  const message = `Nothing stood on ${longDate(day)}, so there is nothing to change. Enter a later date.`;
  return { field: '/effectiveOn', code: 'figures.before-its-vintage', message };
}

function dayIn(effective: ChangeFields['effective']): string | undefined {
  const date = readDate(effective, true) ?? '';
  const day = date.length === 7 ? lastDayOfMonth(date) : date;
  return isDate(day) ? day : undefined;
}

async function unlessRefused<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: unknown) => {
    if (error instanceof RefusalError) return undefined;
    throw error;
  });
}
