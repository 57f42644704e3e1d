import { expectedInWords, slipInWords } from '@daybook/due-dates';
import { speaksFor, type Person } from '@daybook/identity';
import { actsFor } from '@daybook/provenance';
import { counted, longDate, nameOf } from '@daybook/pages';
import type { CheckedTracker, CheckedTrackerLine } from './check-tracker';
import type { TrackerColumn } from './tracker-file';

/** What each column of a tracker holds, for people who fill it in. */
export const COLUMNS: readonly (readonly [column: TrackerColumn, words: string])[] = [
  ['finding', 'The id of the finding, as in the template. Needed.'],
  ['addressee', 'The body that it is about, such as kent-police, where the finding has several.'],
  [
    'anticipated',
    'When it is to be complete: 2022-11-30, 2022-11, or words such as “around December 2023”. The date on ' +
      'record again changes nothing; another one moves it.',
  ],
  ['earliest', 'The first day that words leave room for, where they do not say: 2023-06-01.'],
  ['latest', 'The last such day. What is overdue counts from it.'],
  ['reason', 'Why the date moves. Do not name or describe anyone. It is sealed when it is recorded.'],
  ['askedBy', 'The id of the body that asked for the move. Empty: your own.'],
  ['progress', 'How far it has come. Sealed.'],
  ['taken', 'Actions taken. Sealed.'],
  ['planned', 'Actions planned. Sealed.'],
  ['claim', 'yes, where you say that it is done.'],
  ['evidence', 'What shows that. Needed with a claim of your own. Sealed.'],
  ['effectiveOn', 'The date of what the line says, where it is another than that of the whole file.'],
];

/** What comes of a tracker, for the totals on top of the check page. */
export function totalsInWords({ totals }: CheckedTracker): readonly string[] {
  const said: readonly (readonly [number, (n: number) => string])[] = [
    [totals['date-given'], (n) => `${counted(n, 'finding')} given a date for the first time`],
    [totals['date-moved'], (n) => `${counted(n, 'finding')} with a date that moves`],
    [totals.progress, (n) => `${counted(n, 'finding')} with progress, or actions taken and planned`],
    [totals.claim, (n) => `${counted(n, 'finding')} claimed to be discharged`],
    [totals.unchanged, (n) => `${counted(n, 'line')} with nothing new: nothing comes of them`],
    [totals.refused, (n) => `${counted(n, 'line')} that cannot be recorded`],
  ];
  return said.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
}

/** Who says what from which file, as one sentence. */
export function trackerSentence(
  person: Pick<Person, 'body' | 'standsFor'>,
  { effectiveOn, recordable, totals, lines }: CheckedTracker,
  { file, paper }: { readonly file: string; readonly paper: string },
): string {
  const puts = recordsFor(person, lines, recordable);
  const when = inWords(effectiveOn);
  const source = paper ? ` of “${paper}”` : '';
  const what = `what is new of ${counted(totals.lines, 'finding')}${source}`;
  return `${nameOf(person.body)} ${puts} ${what}, effective ${when}, from the file “${file}”.`;
}

/** Whether a body records acts of its own, or writes down what others did. */
function recordsFor(
  person: Pick<Person, 'body' | 'standsFor'>,
  lines: readonly CheckedTrackerLine[],
  ready: boolean,
): string {
  const addressees = [...new Set(lines.flatMap(({ addressee }) => addressee ?? []))];
  const [only, ...more] = addressees.filter(
    (addressee) => !speaksFor(person).some((body) => actsFor(body, addressee)),
  );
  if (only === undefined) return ready ? 'puts on record' : 'would put on record';
  const whom =
    addressees.length === 1
      ? nameOf(only)
      : more.length + 1 === addressees.length
        ? 'others'
        : 'itself and others';
  return `${ready ? 'writes' : 'would write'} down for ${whom}`;
}

/** A line of the check page in words; `at` is its line in the file. */
export function rowInWords(line: CheckedTrackerLine, at: number): object {
  const { finding, title, addressee, effectiveOn, outcome, problems } = line;
  return {
    at,
    title: title ?? finding,
    finding,
    addressee: addressee && nameOf(addressee),
    effectiveOn: effectiveOn && longDate(effectiveOn),
    fails: outcome === 'refused',
    outcome: OUTCOMES[outcome],
    words: problems.length > 0 ? problems.map(({ message }) => message) : actsInWords(line),
    codes: [...new Set(problems.map(({ code }) => code))],
  };
}

const OUTCOMES: Readonly<Record<CheckedTrackerLine['outcome'], string>> = {
  recorded: 'New',
  unchanged: 'Nothing new',
  refused: 'Refused',
};

function actsInWords({ acts, from, to, days, outcome }: CheckedTrackerLine): readonly string[] {
  if (outcome === 'refused') return ['What is said once for all lines cannot be recorded.'];
  if (outcome === 'unchanged') return ['It says what is on record already.'];
  return acts.map((act) => {
    switch (act) {
      case 'date-given':
        return `To be complete: ${inWords(to)}, the first date on record.`;
      case 'date-moved':
        return `Moves from ${inWords(from)} to ${inWords(to)}, ${slipInWords(days)}.`;
      case 'progress':
        return 'Reports progress.';
      case 'claim':
        return 'Claims that it is discharged.';
      default: {
        const never: never = act;
        throw new Error(`Unknown act ${String(never)}`);
      }
    }
  });
}

function inWords(anticipated: string | null): string {
  return expectedInWords({ anticipated });
}
