import { changeInWords, counted, longDate, whoWrote } from '@daybook/pages';
import { STATUSES } from '../codes';
import {
  KIND_WORDS,
  breakdownInWords,
  figurePath,
  periodInWords,
  valueWithUnit,
} from '../see-figures/wording.page';
import type { ChangeItem, Stood } from './change-item';
import type { ChangeKind } from './changes';

/** How many changes of a kind there are, in words: one, and many. */
const COUNTED: Readonly<Record<ChangeKind, readonly [one: string, many: string]>> = {
  defined: ['measure defined', 'measures defined'],
  redefined: ['change of definition', 'changes of definition'],
  'first-release': ['first release', 'first releases'],
  missing: ['figure reported without a value', 'figures reported without a value'],
  revised: ['revision', 'revisions'],
  corrected: ['correction', 'corrections'],
  restated: ['restatement', 'restatements'],
  withdrawn: ['withdrawal', 'withdrawals'],
  unexplained: ['unexplained change', 'unexplained changes'],
  contradicts: ['value that contradicts its own paper', 'values that contradict their own paper'],
  confirmed: ['confirmation that changed what stands', 'confirmations that changed what stands'],
  explained: ['change explained', 'changes explained'],
  'entered-wrongly': ['entry entered wrongly', 'entries entered wrongly'],
  disputed: ['entry disputed', 'entries disputed'],
  'dispute-withdrawn': ['dispute withdrawn', 'disputes withdrawn'],
  rejudged: ['older entry judged otherwise', 'older entries judged otherwise'],
};

const ASKS_WHY: readonly ChangeKind[] = [
  'revised',
  'corrected',
  'restated',
  'withdrawn',
  'unexplained',
  'explained',
  'entered-wrongly',
  'disputed',
  'dispute-withdrawn',
];

export function countInWords(kind: ChangeKind, count: number): string {
  return counted(count, ...COUNTED[kind]);
}

/** A change as a page shows it; every part in words, and where to go from there. */
export interface ChangeShown {
  readonly what: string;
  readonly notes: readonly string[];
  readonly figure: string;
  readonly href: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** Empty where no reason was given. */
  readonly why: string;
  /** Whether a reader looks for a reason, so that a missing one is said. */
  readonly asksWhy: boolean;
  readonly who: string;
  readonly paperTitle: string | null;
  readonly item: ChangeItem;
}

export function changeShown(item: ChangeItem, papers: ReadonlyMap<string, string>): ChangeShown {
  const { area, measure, period, breakdown, source } = item;
  const isFigure = period !== null;
  const of = { area, measure, period: period ?? '', breakdown: breakdown ?? '' };
  return {
    item,
    what: whatHappened(item),
    notes: notesOn(item),
    figure: isFigure
      ? [periodInWords(of.period), breakdownInWords(of.breakdown)].filter(Boolean).join(', ')
      : 'The measure',
    href: isFigure ? figurePath(of) : `/${area}/figures/${measure}`,
    before: isFigure ? stoodInWords(item.before, item) : '',
    after: isFigure ? stoodInWords(item.after, item) : '',
    change: changeOf(item),
    why: item.reasonErased ? 'erased' : (item.reason ?? ''),
    asksWhy: ASKS_WHY.includes(item.kind),
    who: whoWrote(item),
    paperTitle: source && (papers.get(source.paper) ?? source.paper),
  };
}

function whatHappened({ kind, entry, definition }: ChangeItem): string {
  if (kind === 'redefined') return 'Definition changed';
  if (kind === 'explained')
    return `Explained: ${KIND_WORDS[entry?.kind ?? 'unexplained'].word.toLowerCase()}`;
  if (kind === 'rejudged') return 'Judged otherwise';
  if (kind === 'disputed') return 'Transcription disputed';
  if (kind === 'dispute-withdrawn') return 'Dispute withdrawn';
  if (kind !== 'defined') return KIND_WORDS[kind].word;
  if (definition?.definedAgain === 'start-moved-back') return 'Start of the measure moved back';
  return definition?.definedAgain ? 'Defined again' : 'Measure defined';
}

/** What cannot be seen from the values before and after. */
function notesOn(item: ChangeItem): string[] {
  const { kind, entry, definition, after, before, severity, effectiveOn } = item;
  const notes: string[] = [];
  if (definition?.change) notes.push(definition.change);
  if (kind === 'redefined')
    notes.push(
      `From ${definition?.fromPeriod ? periodInWords(definition.fromPeriod) : 'an unknown period'} on.`,
    );
  if (definition?.definedAgain === 'nothing-changed') notes.push('Nothing changed: it was defined already.');
  if (severity) notes.push(`${severity === 'minor' ? 'Minor' : 'Substantial'} error.`);
  if (!entry) return notes;
  const said = valueWithUnit({ ...entry, kind: entry.kind }, item.unit);
  const of = `The entry of ${longDate(entry.effectiveOn, entry.precision)}`;
  if (kind === 'rejudged') {
    const [was, is] = [entry.kindBefore ?? entry.kind, entry.kind].map((k) =>
      KIND_WORDS[k].word.toLowerCase(),
    );
    notes.push(
      was === is
        ? `${of}, ${said}, is ${is} as before, but what stood before it, or what its paper says elsewhere, is new.`
        : `${of}, ${said}, was judged ${was} and is now ${is}, because of this record.`,
    );
  } else if (['explained', 'disputed', 'dispute-withdrawn'].includes(kind)) notes.push(`${of}: ${said}.`);
  else if (kind === 'entered-wrongly') notes.push(`${of}, ${said}, does not count.`);
  else if (entry.effectiveOn === effectiveOn && entry.value !== after?.value)
    notes.push(`It says ${said}; what stands is from another entry.`);
  if (before && after && before.value === after.value && before.status !== after.status)
    notes.push(
      `Status ${STATUSES[before.status].meaning.toLowerCase()} before, ${STATUSES[after.status].meaning.toLowerCase()} after.`,
    );
  return notes;
}

function stoodInWords(stood: Stood | null, { unit }: ChangeItem): string {
  return stood ? valueWithUnit(stood, unit) : 'nothing';
}

function changeOf({ difference, before, after, period }: ChangeItem): string {
  if (period === null) return '';
  if (difference !== null) return changeInWords(difference);
  if (!before && after) return 'new';
  if (before && after && before.value === after.value) return 'no change in value';
  return before && !after ? 'nothing stands' : 'not comparable';
}
