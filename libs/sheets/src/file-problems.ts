import { Refusal, type Problem } from '@daybook/ledger';
import { codeOf, type Fault, type SheetKind } from './sheet-kind';

/** As many problems of one file as are kept and shown: more would help nobody to mend it. */
export const MOST_PROBLEMS = 1_000;

const counted = new Intl.NumberFormat('en-GB');

/** Where something is in a file, for people who have it open. */
export interface PlaceInFile {
  readonly line?: number;
  readonly column?: string;
}

/** One thing wrong with a file. */
function fileProblem({ line, column }: PlaceInFile, code: string, message: string): Problem {
  const place = [line, column].filter((part) => part !== undefined);
  const detail = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return { field: ['/file', ...place].join('/'), code, message, detail };
}

/** A file that was not read, for one reason. */
export function fileRefused(kind: SheetKind, fault: Fault, message: string, line?: number): Refusal {
  const code = codeOf(kind, fault);
  return Refusal.of(code, message, [fileProblem({ line }, code, message)]);
}

/** What is wrong with a file: the first thousand things are kept, the others only counted. */
export class FileProblems {
  private readonly kept: Problem[] = [];
  private all = 0;

  constructor(private readonly kind: SheetKind) {}

  get count(): number {
    return this.all;
  }

  say(at: PlaceInFile, fault: Fault, message: string): void {
    this.all += 1;
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(fileProblem(at, codeOf(this.kind, fault), message));
  }

  /** The refusal that names them; its `detail.more` says how many it does not. */
  refusal(fault: Fault, sentence: string): Refusal {
    return firstProblems(
      Refusal.of(codeOf(this.kind, fault), sentence, this.kept),
      this.all - this.kept.length,
    );
  }
}

/** A refusal of no more than a thousand problems, and the number of all others, in words and for programs. */
export function firstProblems(refusal: Refusal, others = 0): Refusal {
  const { code, message, retryable, fields, detail } = refusal;
  const more = others + Math.max(0, fields.length - MOST_PROBLEMS);
  if (more === 0) return refusal;
  const shown = fields.slice(0, MOST_PROBLEMS);
  const words = `${message} The first ${counted.format(shown.length)} are listed, and ${counted.format(more)} more are not.`;
  return new Refusal(code, words, retryable, shown, { ...detail, more });
}
