import { lastDayOfMonth } from '@daybook/ledger';
import { v5 as uuidv5 } from 'uuid';
import { sampleInspector, sampleOffice, type SampleRole } from './people';
import {
  actPaperIds,
  readSample,
  type SampleAct,
  type SampleFigure,
  type SampleFolder,
  type SampleMeasure,
  type SamplePaper,
} from './papers';

/**
 * Names the commands of the sample: uuid v5 of `<paper>/<file>[/<part>]`, so that loading it again
 * repeats nothing.
 */
const COMMAND_NAMESPACE = '0b0c3a0e-8a0d-5c53-9d5d-6c7c1b7f3f4a';
const AREA = 'kent';
const PANEL = 'kent-panel';
/** Stands in where a command was read, by what it is about. */
export const READ_IN = Object.freeze({
  inspections: '/acts.json/',
  register: '/register.json/',
  scrutiny: '/scrutiny.json/',
});

/** One command of the sample, ready for a dispatcher. */
export interface SampleCommand {
  /** Who gives it: a paper and what it prints are entered by the body that issued it. */
  readonly as: SampleRole;
  readonly name: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where it was read, such as `kent-progress-2017-12-06/figures.csv`. */
  readonly from: string;
  /** How many figures it records. */
  readonly figures: number;
}

/**
 * The commands that put the Kent papers on record: each paper, its measures, and one return of all its
 * figures; then the bodies and plans that the papers name, what they say about inspections, and what was
 * asked, promised and decided. The same list every time, ids included.
 */
export function sampleCommands(): readonly SampleCommand[] {
  const starts = new Map<string, string>();
  const folders = readSample();
  return [
    ...folders.flatMap((folder) => [
      paperCommand(folder),
      ...folder.measures
        .filter((measure) => movesStart(starts, measure))
        .map((measure) => measureCommand(folder, measure)),
      ...(folder.figures.length > 0 ? [returnCommand(folder)] : []),
    ]),
    ...folders.flatMap(({ register }) => register.map((act) => actCommand(act, READ_IN.register))),
    ...actPaperIds.flatMap((id) => {
      const acts = folders.find(({ paper }) => paper.id === id)?.acts ?? [];
      return acts.map((act) => actCommand(act, READ_IN.inspections));
    }),
    ...inOrderOfDay(folders.flatMap(({ scrutiny }) => scrutiny)).map((act) =>
      actCommand(act, READ_IN.scrutiny),
    ),
  ];
}

/** A later paper may say what a meeting of before resolved: entered by day, each act finds what it speaks of. */
function inOrderOfDay(acts: readonly SampleAct[]): readonly SampleAct[] {
  const day = ({ body: { effectiveOn: on } }: SampleAct): string =>
    on.length === 7 ? lastDayOfMonth(on) : on;
  return [...acts].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/**
 * Whether the definition says something new: the first of its measure, or with an earlier date than those
 * before it, which moves the measure's start back. Any other repeats what is on record.
 */
function movesStart(starts: Map<string, string>, { id, effectiveOn }: SampleMeasure): boolean {
  const known = starts.get(id);
  if (known !== undefined && known <= effectiveOn) return false;
  starts.set(id, effectiveOn);
  return true;
}

function paperCommand({ paper }: SampleFolder): SampleCommand {
  return command(paper, 'record-paper', `${paper.id}/paper.json`, { ...paper, area: AREA });
}

function measureCommand({ paper }: SampleFolder, { source, ...measure }: SampleMeasure): SampleCommand {
  const body = { ...measure, paper: source.paper, place: source.place };
  return command(paper, 'define-measure', `${paper.id}/measures.json/${measure.id}`, body);
}

function returnCommand({ paper, figures }: SampleFolder): SampleCommand {
  const { id, effectiveOn } = paper;
  const body = { area: AREA, paper: id, effectiveOn, lines: figures.map(lineOf) };
  return command(paper, 'submit-return', `${id}/figures.csv`, body, figures.length);
}

function actCommand({ id, command: name, as, body }: SampleAct, file: string): SampleCommand {
  const from = `${body.paper}${file}${id}`;
  return { as, name, id: uuidv5(from, COMMAND_NAMESPACE), body, from, figures: 0 };
}

/** An empty cell says nothing, so it is left out. */
function lineOf(figure: SampleFigure): Record<string, string> {
  return Object.fromEntries(Object.entries(figure).filter(([, cell]) => cell !== ''));
}

function command(
  { issuedBy }: SamplePaper,
  name: SampleCommand['name'],
  from: string,
  body: SampleCommand['body'],
  figures = 0,
): SampleCommand {
  return { as: roleOf(issuedBy), name, id: uuidv5(from, COMMAND_NAMESPACE), body, from, figures };
}

/** The office enters its own papers and the panel's. */
function roleOf(issuedBy: string): SampleRole {
  if (issuedBy === sampleInspector.body) return 'inspector';
  return issuedBy === sampleOffice.body || issuedBy === PANEL ? 'office' : 'force';
}
