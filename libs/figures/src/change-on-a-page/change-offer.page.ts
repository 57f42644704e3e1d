import type { Person } from '@daybook/identity';
import { longDate, nameOf } from '@daybook/pages';
import { STATUSES, UNITS, isStatus } from '../codes';
import {
  bodiesToChoose,
  papersToChoose,
  severities,
  statuses,
  type Choice,
} from '../submit-return/return-choices.page';
import type { ChangeFields } from './change-fields.page';
import { isChange, needsReason } from './change-problems.page';
import { actingBody, type ChangeKind } from './kinds.page';
import type { Found } from './subject.page';

/** What a form asks for, beside its reason. */
type Asks = 'value' | 'severity' | 'as' | 'withheld' | 'right' | 'paper' | 'date' | 'whose';

const ASKS: Readonly<Record<ChangeKind, readonly Asks[]>> = {
  revised: ['value', 'paper', 'date'],
  corrected: ['value', 'severity', 'paper', 'date'],
  restated: ['value', 'paper', 'date'],
  withdrawn: ['withheld', 'paper', 'date'],
  explained: ['whose', 'as', 'severity', 'paper', 'date'],
  'entered-wrongly': ['right'],
  disputed: ['date'],
  'dispute-withdrawn': ['date'],
};

const REASON_LABELS: Readonly<Record<ChangeKind, string>> = {
  revised: 'Why was it revised?',
  corrected: 'What was the error?',
  restated: 'Why was it restated?',
  withdrawn: 'Why was it withdrawn?',
  explained: 'Why did the figure change?',
  'entered-wrongly': 'How did the slip come about?',
  disputed: 'What is wrong with it, and what does your own record say?',
  'dispute-withdrawn': 'Why is the dispute withdrawn?',
};

const DATE_LABELS: Partial<Record<ChangeKind, string>> = {
  explained: 'When was it explained?',
  disputed: 'When did your body say so?',
  'dispute-withdrawn': 'When did your body withdraw it?',
};

const AS: readonly Choice[] = [
  { value: 'revised', text: 'A revision: changed as planned, because more data arrived' },
  { value: 'corrected', text: 'A correction: an error was found' },
  { value: 'restated', text: 'A restatement: the definition changed' },
];

interface Shown {
  readonly person: Person;
  readonly found: Found;
  readonly kind: ChangeKind;
  readonly fields: ChangeFields;
  readonly transcribed: boolean;
}

/** The fields of a kind's form, their labels, and what they offer to choose from. */
export function fieldsShown({ person, found, kind, fields, transcribed }: Shown): object {
  const { measure, papers, unit } = found;
  const acting = actingBody(person, measure);
  const paperNeeded = isChange(kind) && (transcribed || person.role === 'inspector');
  const withReason = needsReason(kind, transcribed);
  const bodies = kind === 'explained' && measure ? bodiesToChoose(person, [measure]) : [];
  const redefined = measure?.breaks.at(-1);
  return {
    asks: Object.fromEntries(ASKS[kind].map((name) => [name, true])),
    transcribed,
    paperNeeded,
    unit: unit && UNITS[unit].label,
    reasonLabel: withReason ? REASON_LABELS[kind] : `${REASON_LABELS[kind]} (optional)`,
    reasonHint:
      transcribed && !withReason ? 'As the paper gives it. Leave it empty where the paper does not say.' : '',
    dateLabel: DATE_LABELS[kind] ?? 'From which date does the change count?',
    papers: papersToChoose(papers),
    statuses: kind === 'entered-wrongly' ? statuses() : statuses().filter(({ value }) => hasValue(value)),
    severities: severities().filter(({ value }) => value !== ''),
    kinds: kind === 'explained' && !redefined ? AS.filter(({ value }) => value !== 'restated') : AS,
    bodies,
    whose: fields.for || bodies[0]?.value,
    withheld: [
      { value: '', text: 'It is taken back' },
      { value: acting, text: `It is withheld by ${nameOf(acting)}` },
    ],
    redefined:
      kind === 'restated' && redefined
        ? `${redefined.change} Effective ${longDate(redefined.effectiveOn)}.`
        : undefined,
  };
}

function hasValue(status: string): boolean {
  return !isStatus(status) || !STATUSES[status].missing;
}
