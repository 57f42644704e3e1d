import type { Problem, Refusal } from '@daybook/ledger';
import {
  acknowledgedShow,
  badLines,
  errorSummary,
  fileFormPages,
  firstOf,
  headingBody,
  hiddenFile,
  hiddenHeading,
  inTheFile,
  nameOf,
  newHeading,
  pastShow,
  readDate,
  readHeading,
  type FileDoor,
  type FileForm,
  type FileGiven,
  type HeadingFields,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import { linesToSend } from '@daybook/sheets';
import type { CheckedTracker } from './check-tracker';
import { COMMAND, mayImport } from './may-import.page';
import { MOST_LINES, readTracker, type TrackerRead } from './tracker-file';
import type { PaperNamed, TrackerReadings } from './tracker-readings.page';
import { COLUMNS, rowInWords, totalsInWords, trackerSentence } from './tracker-words.page';

/** What the form offers to choose from. */
interface Offer {
  readonly position: PagePosition;
  readonly papers: readonly PaperNamed[];
}

/** What is said once for all lines. */
interface TrackerFields extends HeadingFields {
  /** Where in the paper. */
  readonly place: string;
}

type Given = FileGiven<TrackerFields, TrackerRead>;

/** A tracker that is kept in a spreadsheet: what is new of many findings, checked, then recorded at once. */
export function trackerFilePages(readings: TrackerReadings, door: FileDoor): readonly Page[] {
  const form: FileForm<Offer, TrackerFields, TrackerRead, CheckedTracker> = {
    path: '/:area/findings/import',
    command: COMMAND,
    changed: 'inspections.file-changed',
    choose: 'Choose the tracker',
    offered: (visit) => offered(readings, visit),
    notInThePast,
    newFields: () => ({ ...newHeading(), place: '' }),
    readFields: (form) => ({ ...readHeading(form), place: (form.place ?? '').trim().slice(0, 300) }),
    missing,
    read: readTracker,
    body: ({ params }, given) => bodyOf(params.area ?? '', given),
    show: formShow,
    showChecked: checkShow,
    whenRecorded: ({ params: { area = '' } }, { position }) => ({
      recorded: ({ indexes }) => `/${area}/findings/imported/${indexes[0] ?? 0}`,
      acknowledged: () =>
        acknowledgedShow([`Tracker imported, ${nameOf(area)}`, 'Findings'], position, {
          heading: 'Your tracker is recorded',
          where: `/${area}/findings`,
          whereWords: 'the findings on record',
        }),
    }),
  };
  return fileFormPages(form, door);
}

async function offered(readings: TrackerReadings, { person, params, at }: Visit): Promise<Offer> {
  const { area = '' } = params;
  mayImport(person, area);
  const { position, items } = await readings.papers(person, at, { area });
  return { position, papers: items };
}

function notInThePast({ params }: Visit, { position }: Offer): Show {
  return pastShow([`Import a tracker, ${nameOf(params.area ?? '')}`, 'Findings'], position, {
    heading: 'Import a tracker',
    toDo: 'import a tracker',
  });
}

function missing({ effective }: HeadingFields): readonly Problem[] {
  if (readDate(effective, true)) return [];
  const message = 'Enter the date on which all of this was so, such as 14 9 2022';
  return [{ field: '/effectiveOn', code: 'request.missing', message }];
}

/** The command's body, and the check's. */
function bodyOf(area: string, { fields, file, read }: Given): Record<string, unknown> {
  const sent = { name: file.name, sha256: read.sha256 };
  const { place } = fields;
  const heading = { ...headingBody(area, fields), ...(place && { place }) };
  return { ...heading, lines: linesToSend(read), file: sent };
}

function formShow(
  visit: Visit,
  { position, papers }: Offer,
  fields: TrackerFields,
  refusal?: Refusal,
  file?: string,
): Show {
  const { area = '' } = visit.params;
  const errors = refusal && errorSummary(firstOf(refusal), anchorOf);
  const latestFirst = [...papers].sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn));
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/inspections/src/import-tracker/tracker-form.njk',
    title: [`Import a tracker, ${nameOf(area)}`, 'Findings'],
    position,
    data: {
      area,
      fields,
      whose: nameOf(visit.person.body),
      transcribes: visit.person.role === 'office',
      papers: [
        { value: '', text: 'No paper' },
        ...latestFirst.map(({ id, title }) => ({ value: id, text: title })),
      ],
      most: MOST_LINES,
      columns: COLUMNS,
      errors,
      at: errors?.at ?? {},
      file,
      ...inTheFile(refusal),
    },
  };
}

function anchorOf(id: string): string | undefined {
  if (id === 'effectiveOn') return 'effectiveOn-day';
  if (id === 'paper') return id;
  return /^file(-|$)/.test(id) ? 'file' : undefined;
}

function checkShow(
  visit: Visit,
  offer: Offer,
  { fields, file, read }: Given,
  checked: CheckedTracker,
  refused?: Refusal,
): Show {
  const { area = '' } = visit.params;
  const { recordable } = checked;
  const paper = offer.papers.find(({ id }) => id === fields.paper)?.title ?? fields.paper;
  const lineOf = (number: number): number => read.lines[number - 1]?.line ?? 0;
  const bad = checked.lines.filter(({ problems }) => problems.length > 0);
  const heading = recordable ? 'Check before recording' : 'This file cannot be recorded yet';
  return {
    ...((!recordable || refused) && { status: 422, failed: true }),
    template: 'libs/inspections/src/import-tracker/tracker-check.njk',
    title: [`${heading}, ${nameOf(area)}`, 'Findings'],
    position: offer.position,
    data: {
      area,
      checked,
      refused,
      heading,
      sentence: trackerSentence(visit.person, checked, { file: file.name, paper }),
      sha256: read.sha256,
      totals: totalsInWords(checked),
      rows: checked.lines.map((line) => rowInWords(line, lineOf(line.number))),
      ...badLines(bad.map(({ number }) => lineOf(number))),
      hidden: recordable
        ? [...hiddenHeading(fields), ['place', fields.place], ...hiddenFile(file, read.sha256)]
        : [],
    },
  };
}
