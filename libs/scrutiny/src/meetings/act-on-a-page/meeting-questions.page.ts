import type { Choice, Question } from '@daybook/pages';
import { NOTES_KINDS, NOTES_OUTCOMES, OUTCOMES } from '../../codes';
import type { MeetingInFull } from '../see-meetings/meeting-in-full';
import { NOTES_OUTCOME_WORDS, OUTCOME_WORDS } from '../see-meetings/wording.page';
import { agendaQuestion } from './agenda-lines.page';
import { unresolved, type MeetingDeed } from './meeting-offers.page';

/** What the forms about a meeting need to know to ask. */
export interface Asking {
  readonly item: MeetingInFull;
  readonly transcribing: boolean;
  readonly papers: readonly Choice[];
  /** Later meetings, by id, at which its notes may have been. */
  readonly later: readonly Choice[];
}

/** What one form asks, beside when it was and in which paper it stands. */
export function questionsOf(name: MeetingDeed, asking: Asking): Question[] {
  switch (name) {
    case 'hold':
      return HELD;
    case 'agenda':
      return [agendaQuestion('Which items are added or changed?', true)];
    case 'postpone':
      return [
        {
          ...{ name: 'to', kind: 'date', label: 'To which day? (optional)' },
          hint: 'Leave it empty where no day is fixed',
        },
        why('postponed', asking),
      ];
    case 'cancel':
      return [why('cancelled', asking)];
    case 'resolve':
      return resolution(asking);
    case 'publish-notes':
      return publication(asking);
    case 'agree-notes':
      return agreement(asking);
    default: {
      const never: never = name;
      throw new Error(`Unknown form ${String(never)}`);
    }
  }
}

const BY_OFFICE = 'An office on each line, never the name of a person';

const HELD: Question[] = [
  { name: 'present', kind: 'words', label: 'Who was present? (optional)', hint: BY_OFFICE },
  { name: 'apologies', kind: 'words', label: 'Who sent apologies? (optional)', hint: BY_OFFICE },
  {
    ...{ name: 'attending', kind: 'words', hint: BY_OFFICE },
    label: 'Who else attended, without being of the body? (optional)',
  },
];

function why(done: string, { transcribing }: Asking): Question {
  const optional = transcribing ? ' (optional)' : '';
  return {
    ...{ name: 'reason', kind: 'words', label: `Why is it ${done}?${optional}` },
    ...(transcribing
      ? { hint: 'Leave it empty where the paper does not say' }
      : { missing: `Say why it is ${done}` }),
  };
}

function resolution({ item }: Asking): Question[] {
  return [
    {
      ...{ name: 'item', kind: 'select', label: 'Which item?', missing: 'Choose the item' },
      choices: unresolved(item).map((one) => ({ value: one.item, text: `${one.item}. ${one.title}` })),
    },
    {
      ...{
        name: 'outcome',
        kind: 'choice',
        label: 'What became of it?',
        missing: 'Choose what became of it',
      },
      choices: OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] })),
    },
    { name: 'words', kind: 'words', label: 'What was resolved, in own words? (optional)' },
  ];
}

function publication({ papers }: Asking): Question[] {
  return [
    {
      ...{ name: 'kind', kind: 'choice', label: 'What are they?', first: 'notes' },
      choices: NOTES_KINDS.map((value) => ({ value, text: value === 'notes' ? 'Notes' : 'Minutes' })),
    },
    {
      ...{ name: 'notes', kind: 'select', label: 'Which paper are they? (optional)', choices: papers },
      hint: 'Leave it empty where it is not on record',
    },
  ];
}

function agreement({ later }: Asking): Question[] {
  return [
    {
      ...{ name: 'at', kind: 'select', label: 'At which later meeting?', choices: later },
      missing: 'Choose the meeting at which that was done',
      ...(later.length === 0 && { hint: 'No later meeting was held. Record first that one was' }),
    },
    {
      ...{ name: 'item', kind: 'line', label: 'Under which item of its agenda? (optional)' },
      width: 'govuk-input--width-5',
    },
    {
      ...{ name: 'outcome', kind: 'choice', label: 'What was done?', missing: 'Choose what was done' },
      hint: 'The body that met agrees its notes; another body only notes them',
      choices: NOTES_OUTCOMES.map((value) => ({ value, text: NOTES_OUTCOME_WORDS[value] })),
    },
    { name: 'corrections', kind: 'words', label: 'What was corrected? (optional)' },
  ];
}
