import type { Refusal, Problem } from '@daybook/ledger';
import {
  badLines,
  errorSummary,
  fileFormPages,
  firstOf,
  inTheFile,
  nameOf,
  readDate,
  type FileDoor,
  type FileForm,
  type FileGiven,
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
import { fileBody, hiddenFields, newFields, readFields, type FileFields } from './file-fields.page';

/** A file of figures of one paper, which becomes one return. */
export function figuresFilePages(readings: FigureReadings, door: FileDoor): readonly Page[] {
  const form: FileForm<Offer, FileFields, FileRead, CheckedReturn> = {
    path: '/:area/returns/file',
    command: COMMAND,
    changed: 'figures.file-changed',
    choose: 'Choose the file of figures',
    offered: (visit) => offered(readings, visit),
    notInThePast,
    newFields,
    readFields,
    missing,
    read: readFigures,
    body: ({ params }, given) => fileBody(params.area ?? '', given),
    show: formShow,
    showChecked: checkShow,
    whenRecorded: ({ params }, { position }) => whenSubmitted(params.area ?? '', position),
  };
  return fileFormPages(form, door);
}

function missing({ paper, effective }: FileFields, { papers }: Offer): readonly Problem[] {
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
  return problems;
}

function formShow(visit: Visit, offer: Offer, fields: FileFields, refusal?: Refusal, file?: string): Show {
  const { area = '' } = visit.params;
  const bodies = bodiesToChoose(visit.person, offer.measures);
  const errors = refusal && errorSummary(firstOf(refusal), anchorOf);
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
      ...inTheFile(refusal),
    },
  };
}

function anchorOf(id: string): string | undefined {
  if (id === 'effectiveOn') return 'effectiveOn-day';
  if (id === 'paper' || id === 'for') return id;
  return /^file(-|$)/.test(id) ? 'file' : undefined;
}

function checkShow(
  visit: Visit,
  offer: Offer,
  given: FileGiven<FileFields, FileRead>,
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
      ...badLines(bad.map(({ number }) => lineOf(number))),
      fourEyes: offer.fourEyes,
      whose: nameOf(visit.person.body),
      hidden: checked.recordable ? hiddenFields(given, checked) : [],
    },
  };
}
