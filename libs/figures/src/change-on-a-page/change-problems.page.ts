import type { Problem } from '@daybook/ledger';
import { readDate } from '@daybook/pages';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import { rightOf, type ChangeFields } from './change-fields.page';
import type { ChangeKind } from './kinds.page';

interface Asked {
  readonly kind: ChangeKind;
  readonly fields: ChangeFields;
  readonly period: string;
  readonly entry: VintageItem | FigureItem;
  /** Whether another body's act is written down, which names its paper and may give no reason. */
  readonly transcribed: boolean;
}

/** What must be there before the change can be said in words. All else is for the rules, when it is sent. */
export function missingIn(asked: Asked): Problem[] {
  const { kind, fields, transcribed, period, entry } = asked;
  const problems: Problem[] = [];
  const say = (field: string, message: string): void =>
    void problems.push({ field: `/${field}`, code: 'request.missing', message });
  const hasValue = kind === 'revised' || kind === 'corrected' || kind === 'restated';
  if (hasValue && fields.value === '') say('value', 'Enter the value that it changes to');
  if (kind === 'explained' && fields.as === '') say('as', 'Say what kind of change it was');
  const corrects = kind === 'corrected' || (kind === 'explained' && fields.as === 'corrected');
  if (corrects && fields.severity === '' && !transcribed) say('severity', 'Say how large the error was');
  if (needsReason(kind, transcribed) && fields.reason === '') say('reason', REASONS[kind] ?? 'Say why');
  if (transcribed && isChange(kind) && fields.paper === '')
    say('paper', 'Choose the paper in which it says so');
  if (isChange(kind) && fields.paper !== '' && fields.place === '')
    say('place', 'Enter the place in the paper, such as table 1');
  if (!(kind === 'entered-wrongly' && fields.right === 'none') && !readDate(fields.effective, true))
    say('effectiveOn', 'Enter the date from which it counts, such as 14 9 2022');
  if (kind === 'entered-wrongly') sayOfRight(fields, period, entry, say);
  return problems;
}

function sayOfRight(
  fields: ChangeFields,
  period: string,
  entry: VintageItem | FigureItem,
  say: (field: string, message: string) => void,
): void {
  if (fields.right === '') return say('right', 'Say whether the paper has this figure');
  const right = rightOf(fields, period, entry);
  if (right && Object.keys(right).length === 0)
    say('value', 'Change what was entered wrongly: nothing here differs from the entry');
}

const REASONS: Partial<Record<ChangeKind, string>> = {
  corrected: 'Say what the error was',
  withdrawn: 'Say why the figure is withdrawn',
  explained: 'Say why the figure changed',
  disputed: 'Say what is wrong with the entry, and what your own record says',
};

/** A body that acts itself says why; a transcription may say that no reason is given, but no explanation may. */
export function needsReason(kind: ChangeKind, transcribed: boolean): boolean {
  if (kind === 'explained' || kind === 'disputed') return true;
  return (kind === 'corrected' || kind === 'withdrawn') && !transcribed;
}

/** Whether it is read in a paper: everything but what is said of an entry in this ledger. */
export function isChange(kind: ChangeKind): boolean {
  return kind !== 'entered-wrongly' && kind !== 'disputed' && kind !== 'dispute-withdrawn';
}
