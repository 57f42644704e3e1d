import type { Person } from '@daybook/identity';
import { Refusal, isRefusal, type Problem } from '@daybook/ledger';
import {
  afterCommand,
  asksForThePast,
  counted,
  errorSummary,
  nameOf,
  readDate,
  type Answer,
  type FormDoor,
  type Page,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { CheckedReturn } from '../check-return/check-lines';
import { MOST_FILE_LINES, readFigures, type FileRead } from '../read-file/read-file';
import type { FigureReadings } from '../readings.page';
import { bodiesToChoose, papersToChoose } from '../submit-return/return-choices.page';
import { COMMAND, notInThePast, offered, whenSubmitted, type Offer } from '../submit-return/return-form.page';
import { fileSentence, rowInWords, totalsInWords } from './file-check.page';
import {
  fileBody,
  hiddenFields,
  newFields,
  readFields,
  readFile,
  type FileFields,
  type FileSentAgain,
} from './file-fields.page';

const PATH = '/:area/returns/file';

/** Where this form sends its command, and asks beforehand what would come of it. */
export interface FileDoor extends FormDoor {
  readonly dispatcher: FormDoor['dispatcher'] & {
    check<T>(person: Person, name: string, body: unknown): Promise<T | Refusal>;
  };
}

/** The most problems that the summary on top links to; all of them stand at their lines. */
const MOST_LINKED = 20;

/**
 * A file of figures in two steps: checked, every line with what would come of it; then recorded, all of it or
 * nothing. Between the two it travels in the check page, and what is recorded is what was checked.
 */
export function fileFormPages(readings: FigureReadings, door: FileDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        return asksForThePast(visit, offer.position)
          ? notInThePast(visit, offer)
          : formShow(visit, offer, newFields());
      },
    },
    {
      method: 'POST',
      path: PATH,
      takesFile: true,
      async answer(visit) {
        const offer = await offered(readings, visit);
        if (asksForThePast(visit, offer.position)) return { ...notInThePast(visit, offer), status: 422 };
        const fields = readFields(visit.form);
        const file = readFile(visit.form, visit.upload);
        const problems = missing(fields, file, offer);
        if (problems.length > 0 || !file)
          return formShow(
            visit,
            offer,
            fields,
            Refusal.of('request.invalid', 'Some answers are missing.', problems),
          );
        const read = readFigures(file.bytes);
        if (isRefusal(read)) return formShow(visit, offer, fields, read, file.name);
        const given: Given = { fields, file, read };
        return visit.form.action === 'record'
          ? record(door, visit, offer, given)
          : check(door, visit, offer, given);
      },
    },
  ];
}

interface Given {
  readonly fields: FileFields;
  readonly file: FileSentAgain;
  readonly read: FileRead;
}

function missing(
  { paper, effective }: FileFields,
  file: FileSentAgain | undefined,
  { papers }: Offer,
): Problem[] {
  const code = 'request.missing';
  const problems: Problem[] = [];
  if (!papers.some(({ id }) => id === paper))
    problems.push({ field: '/paper', code, message: 'Choose the paper that the figures stand in' });
  if (!readDate(effective, true))
    problems.push({
      field: '/effectiveOn',
      code,
      message: 'Enter the date from which the figures were on record, such as 14 9 2022',
    });
  if (!file) problems.push({ field: '/file', code, message: 'Choose the file of figures' });
  return problems;
}

/** What would come of every line. `refused` is what the record said when it was to be recorded. */
async function check(
  door: FileDoor,
  visit: Visit,
  offer: Offer,
  given: Given,
  refused?: Refusal,
): Promise<Show> {
  const { fields, file, read } = given;
  const body = fileBody(fields, visit.params.area ?? '', file, read);
  const checked = await door.dispatcher.check<CheckedReturn>(visit.person, COMMAND, body);
  return isRefusal(checked)
    ? formShow(visit, offer, fields, checked, file.name)
    : checkShow(visit, offer, given, checked, refused);
}

/** Records what was checked, and nothing else: the file that comes back must be the same to the byte. */
async function record(door: FileDoor, visit: Visit, offer: Offer, given: Given): Promise<Answer> {
  const { fields, file, read } = given;
  if (file.sha256 !== read.sha256) {
    const message = 'This is not the file that was checked. Choose it again.';
    return formShow(visit, offer, fields, new Refusal('figures.file-changed', message));
  }
  const body = fileBody(fields, visit.params.area ?? '', file, read);
  const command = { name: COMMAND, id: fields.commandId, body };
  return afterCommand(door, visit.person, command, {
    ...whenSubmitted(visit.params.area ?? '', offer.position),
    refused: (refusal, commandId) =>
      check(door, visit, offer, { ...given, fields: { ...fields, commandId } }, refusal),
  });
}

function formShow(visit: Visit, offer: Offer, fields: FileFields, refusal?: Refusal, file?: string): Show {
  const { area = '' } = visit.params;
  const bodies = bodiesToChoose(visit.person, offer.measures);
  const shown = refusal && firstOf(refusal);
  const errors = shown && errorSummary(shown, anchorOf);
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/submit-file/file-form.njk',
    title: [`Submit a file of figures, ${nameOf(area)}`, 'Returns'],
    position: offer.position,
    data: {
      area,
      fields: { ...fields, for: fields.for || bodies[0]?.value || '' },
      bodies,
      whose: nameOf(visit.person.body),
      papers: papersToChoose(offer.papers),
      most: MOST_FILE_LINES,
      errors,
      at: errors?.at ?? {},
      file,
      problems: refusal?.fields.filter(({ detail }) => detail?.line !== undefined) ?? [],
      more: notListed(refusal),
    },
  };
}

/** A summary that says the first problems, and how many more there are. */
function firstOf(refusal: Refusal): Refusal {
  const { code, message, fields } = refusal;
  if (fields.length <= MOST_LINKED) return refusal;
  const more = counted(fields.length - MOST_LINKED + notListed(refusal), 'thing');
  const rest: Problem = { field: '', code, message: `and ${more} more; the table below has them by line` };
  return new Refusal(code, message, false, [...fields.slice(0, MOST_LINKED), rest]);
}

/** How many problems of a file were found besides those that are listed. */
function notListed(refusal: Refusal | undefined): number {
  return typeof refusal?.detail.more === 'number' ? refusal.detail.more : 0;
}

function anchorOf(id: string): string | undefined {
  if (id === 'effectiveOn') return 'effectiveOn-day';
  if (id === 'paper' || id === 'for') return id;
  return /^file(-|$)/.test(id) ? 'file' : undefined;
}

function checkShow(
  visit: Visit,
  offer: Offer,
  given: Given,
  checked: CheckedReturn,
  refused?: Refusal,
): Show {
  const { area = '' } = visit.params;
  const { fields, file, read } = given;
  const paper = offer.papers.find(({ id }) => id === fields.paper)?.title ?? fields.paper;
  const day = readDate(fields.effective, true) ?? '';
  const bad = checked.lines.filter(({ outcome }) => outcome === 'differs' || outcome === 'refused');
  const lineOf = (number: number): number => read.lines[number - 1]?.line ?? 0;
  return {
    ...((!checked.recordable || refused) && { status: 422, failed: true }),
    template: 'libs/figures/src/submit-file/file-check.njk',
    title: [
      checked.recordable
        ? `Check before recording, ${nameOf(area)}`
        : `This file cannot be recorded yet, ${nameOf(area)}`,
      'Returns',
    ],
    position: offer.position,
    data: {
      area,
      checked,
      refused,
      sentence: fileSentence(visit.person, {
        for: fields.for,
        day,
        file: file.name,
        paper,
        lines: read.lines.length,
        ready: checked.recordable,
      }),
      sha256: read.sha256,
      totals: totalsInWords(checked),
      rows: checked.lines.map((line) => rowInWords(line, read, offer.measures)),
      bad: bad.slice(0, MOST_LINKED).map(({ number }) => lineOf(number)),
      more: Math.max(0, bad.length - MOST_LINKED),
      fourEyes: offer.fourEyes,
      whose: nameOf(visit.person.body),
      hidden: checked.recordable ? hiddenFields(fields, file, read, checked) : [],
    },
  };
}
