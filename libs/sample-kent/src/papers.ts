import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** One folder of `papers/`. */
export interface SampleFolder {
  readonly paper: SamplePaper;
  readonly measures: readonly SampleMeasure[];
  readonly figures: readonly SampleFigure[];
  readonly checks: readonly SampleCheck[];
}

/**
 * In the order in which they are entered. The paper of September 2022 comes after that of October, and the
 * inspectorate's report of February 2016 last of all, on purpose: old papers are entered late, and what they
 * say is judged by its effective date, never by when it was entered.
 */
export const paperIds = [
  'kent-progress-2017-12-06',
  'kent-peel-plan-2022-10-31',
  'kent-performance-2022-09-14',
  'kent-peel-2015-effectiveness',
] as const;

export function readSample(): readonly SampleFolder[] {
  const papers = folderOfPapers();
  return paperIds.map((id) => readFolder(join(papers, id)));
}

function readFolder(folder: string): SampleFolder {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return {
    paper: JSON.parse(text('paper.json')) as SamplePaper,
    measures: JSON.parse(text('measures.json')) as SampleMeasure[],
    figures: parse(text('figures.csv'), { columns: true }) as unknown as SampleFigure[],
    checks: parse(text('checks.csv'), { columns: true }) as unknown as SampleCheck[],
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
