import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SampleRole } from './people';

/** A paper as it stands in `papers/<id>/paper.json`; the names are those of the `record-paper` command. */
export interface SamplePaper {
  readonly id: string;
  readonly title: string;
  readonly issuedBy: string;
  readonly dated: string | null;
  readonly published: string | null;
  readonly considered: string | null;
  readonly url: string | null;
  readonly sha256: string | null;
  /** A day, or a month where the paper gives no day. */
  readonly effectiveOn: string;
}

/** A measure of `measures.json`: the body of a `define-measure` command, but for where it was read. */
export interface SampleMeasure {
  readonly id: string;
  readonly area: string;
  readonly effectiveOn: string;
  readonly source: { readonly paper: string; readonly place: string };
  readonly [other: string]: unknown;
}

/** A row of `figures.csv`: texts as they stand there, '' where a cell is empty. */
export type SampleFigure = Readonly<
  Record<
    'measure' | 'period' | 'breakdown' | 'value' | 'status' | 'kind' | 'reason' | 'place' | 'printed',
    string
  >
>;

/**
 * A row of `checks.csv`: what the paper says of its own figures. `a` and `b` are terms joined by ` + `
 * and ` - `; a term is `measure@period`, `measure@period{dimension=value}` or a plain decimal. `holds` is
 * `no` where the paper's arithmetic is wrong.
 */
export type SampleCheck = Readonly<
  Record<'check' | 'a' | 'b' | 'stated' | 'holds' | 'place' | 'note', string>
>;

/**
 * An entry of `acts.json`, `register.json` or `scrutiny.json`: a command about inspections, about bodies and
 * plans, or about what was asked, promised and decided; and who gives it.
 */
export interface SampleAct {
  /** Names it within its paper, and so its command id: never changed. */
  readonly id: string;
  readonly command: string;
  readonly as: SampleRole;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly effectiveOn: string;
    readonly paper: string;
    readonly place: string;
  };
}

/** One folder of `papers/`; a file that it lacks is an empty list. */
export interface SampleFolder {
  readonly paper: SamplePaper;
  readonly measures: readonly SampleMeasure[];
  readonly figures: readonly SampleFigure[];
  readonly checks: readonly SampleCheck[];
  readonly acts: readonly SampleAct[];
  readonly register: readonly SampleAct[];
  readonly scrutiny: readonly SampleAct[];
}

/**
 * In the order in which they are entered. The paper of September 2022 comes after that of October, and the
 * inspectorate's report of February 2016 after both, on purpose: old papers are entered late, and what they
 * say is judged by its effective date, never by when it was entered.
 */
export const paperIds = [
  'kent-progress-2017-12-06',
  'kent-peel-plan-2022-10-31',
  'kent-performance-2022-09-14',
  'kent-peel-2015-effectiveness',
  'kent-peel-2015-vulnerability',
  'kent-panel-minutes-2023-04-18',
  'kent-board-notes-2023-03-15',
  'kent-panel-papers-2023-06-27',
] as const;

/**
 * The papers whose acts are entered once all papers and figures are, in this order: by date, but for the
 * board's notes of March 2023. They reached the panel after its minutes of April, and are entered so.
 */
export const actPaperIds = [
  'kent-peel-2015-effectiveness',
  'kent-progress-2017-12-06',
  'kent-peel-plan-2022-10-31',
  'kent-panel-minutes-2023-04-18',
  'kent-board-notes-2023-03-15',
] as const;

export function readSample(): readonly SampleFolder[] {
  const papers = folderOfPapers();
  return paperIds.map((id) => readFolder(join(papers, id)));
}

function readFolder(folder: string): SampleFolder {
  const text = (file: string, without: string): string =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : without;
  const rows = (file: string): unknown => parse(text(file, ''), { columns: true });
  const acts = (file: string): SampleAct[] => JSON.parse(text(file, '[]')) as SampleAct[];
  return {
    paper: JSON.parse(readFileSync(join(folder, 'paper.json'), 'utf8')) as SamplePaper,
    measures: JSON.parse(text('measures.json', '[]')) as SampleMeasure[],
    figures: rows('figures.csv') as SampleFigure[],
    checks: rows('checks.csv') as SampleCheck[],
    acts: acts('acts.json'),
    register: acts('register.json'),
    scrutiny: acts('scrutiny.json'),
  };
}

/** The data stands once, beside the source; compiled code finds it by walking up. */
function folderOfPapers(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const papers = join(folder, 'libs', 'sample-kent', 'papers');
    if (existsSync(papers)) return papers;
    if (folder === dirname(folder))
      throw new Error('The papers of the Kent sample are not here: libs/sample-kent/papers.');
  }
}
