import { counted, longDate, nameOf, whoWrote } from '@daybook/pages';
import type { AddresseeItem, CompletionItem } from '../finding-in-full';
import { drawDrift, type DriftDrawing } from './draw-drift';
import { expectedInWords, expectedWithDay, slipInWords } from './due-words';

/** How a due date drifted, for a template: in a sentence, drawn where there is something to draw, and as a table. */
export interface DriftShown {
  /** Sets the parts of one drawing apart from those of another on the page. */
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  /** None where fewer than two dates have a latest day. */
  readonly drawings: readonly DriftDrawing[];
  /** What the marks mean, where they differ. */
  readonly marks: string;
  readonly rows: readonly DriftRow[];
}

export interface DriftRow {
  readonly id: string;
  readonly said: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly askedBy: string;
  readonly why: string;
  readonly agreed: string;
  /** Its place in the ledger. */
  readonly index: number;
}

/** The drift of one addressee's date, as on a day. */
export function driftOf(item: AddresseeItem, asOf: string): DriftShown {
  const { addressee, completions } = item;
  const points = completions.map(({ effectiveOn, latest, agreed, from }) => ({
    ...{ said: effectiveOn, due: latest, firm: from === null || agreed !== null },
  }));
  const drawn = points.filter(({ due }) => due !== null).length > 1;
  const marks = [
    ...(points.some(({ firm }) => !firm) ? ['A hollow mark is a move that is not agreed.'] : []),
    ...(points.some(({ due }) => due === null) ? ['A cross is a date without a latest day.'] : []),
  ];
  return {
    key: addressee,
    title: `How the date moved: ${nameOf(addressee)}`,
    summary: driftInWords(item),
    drawings: drawn ? drawDrift(points, asOf) : [],
    marks: marks.join(' '),
    rows: completions.map(rowOf),
  };
}

/** One sentence: the date first on record, the one that stands, how often and how far it moved. */
export function driftInWords({ completions, slipDays, noDateGiven }: AddresseeItem): string {
  const [first, last] = [completions[0], completions.at(-1)];
  if (!first || !last) return noDateGiven ? 'It was said that no date is given.' : 'No date is on record.';
  const began = `${expectedInWords(first)} was the first date on record, said ${saidOn(first)}`;
  if (first === last) return `${began}; it has not moved.`;
  const moves = completions.slice(1);
  const open = moves.filter(({ agreed }) => agreed === null).length;
  const agreed = open === 0 ? 'agreed' : open === moves.length ? 'not agreed' : `${open} not agreed`;
  const far = slipDays === null ? '' : `, ${slipInWords(slipDays)} in all`;
  return `${began}; now it is ${expectedInWords(last)}: ${counted(moves.length, 'move')} (${agreed})${far}.`;
}

function saidOn({ effectiveOn, precision }: CompletionItem): string {
  return `${precision === 'month' ? 'in' : 'on'} ${longDate(effectiveOn, precision)}`;
}

function rowOf(one: CompletionItem): DriftRow {
  const first = one.from === null;
  const asked = one.askedBy ? nameOf(one.askedBy) : 'not given';
  const why = one.reasonErased ? 'erased' : (one.reason ?? 'not given');
  const agreed = one.agreed
    ? `agreed by ${nameOf(one.agreed.for ?? one.agreed.by.body)}, ${longDate(one.agreed.effectiveOn, one.agreed.precision)}`
    : 'not agreed';
  return {
    id: one.id,
    said: longDate(one.effectiveOn, one.precision),
    who: whoWrote(one),
    from: first ? 'first on record' : expectedInWords({ anticipated: one.from }),
    to: expectedWithDay(one),
    days: first ? '' : one.days === null ? 'not known' : slipInWords(one.days),
    askedBy: first ? '' : asked,
    why: first ? '' : why,
    agreed: first ? '' : agreed,
    index: one.index,
  };
}
