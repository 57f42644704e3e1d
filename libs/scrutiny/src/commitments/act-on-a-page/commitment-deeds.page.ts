import type { Question } from '@daybook/pages';
import type { CommitmentStatus } from '../../codes';

/** Whose part a deed is: who promised, to whom it was promised, or either. */
export type Party = 'owner' | 'promisee' | 'either';

/** One thing that can be said of a commitment on a page of its own. Its command is its address. */
export interface CommitmentDeed {
  readonly command: string;
  readonly party: Party;
  /** Where it can be said at all; what stands is for the rules, when it is sent. */
  readonly when: readonly CommitmentStatus[];
  readonly heading: string;
  readonly button: string;
  /** What is put on record, after the name of whoever does it. */
  readonly says: string;
  readonly questions: readonly Question[];
}

const LIVE: readonly CommitmentStatus[] = ['open', 'claimed', 'refused'];
const ENDED: readonly CommitmentStatus[] = ['discharged', 'withdrawn', 'superseded'];

const words = (name: string, label: string, missing?: string): Question => ({
  ...{ name, kind: 'words', label, missing },
  hint: missing ? undefined : 'Leave it empty where none is given',
});
export const DATE_HINT =
  'A day, a month such as November 2023, or the words used, such as 3 to 6 months or by the next meeting';

/** In the order in which they are offered. */
export const COMMITMENT_DEEDS: readonly CommitmentDeed[] = [
  {
    ...{ command: 'accept-commitment', party: 'owner', when: LIVE },
    ...{ heading: 'Take it on', button: 'Record that it is taken on', says: 'takes the commitment on' },
    questions: [],
  },
  {
    ...{ command: 'report-commitment-progress', party: 'owner', when: [...LIVE, ...ENDED] },
    ...{ heading: 'Report progress', button: 'Record this progress', says: 'reports progress' },
    questions: [
      words('report', 'How does it stand? (optional)'),
      words('taken', 'What has been done? (optional)'),
      words('planned', 'What is planned? (optional)'),
    ],
  },
  {
    ...{ command: 'ask-commitment-move', party: 'owner', when: LIVE },
    ...{ heading: 'Ask for another date', button: 'Record that it is asked for' },
    says: 'asks for another date',
    questions: [
      {
        ...{ name: 'to', kind: 'line', label: 'Which date is asked for?', hint: DATE_HINT },
        ...{ missing: 'Enter the date, in the words used', width: 'govuk-input--width-20' },
      },
      words('reason', 'Why?', 'Say why another date is asked for'),
    ],
  },
  {
    ...{ command: 'agree-commitment-move', party: 'promisee', when: LIVE },
    ...{ heading: 'Agree to the date asked for', button: 'Record that it is agreed' },
    ...{ says: 'agrees to the date that is asked for', questions: [] },
  },
  {
    ...{ command: 'refuse-commitment-move', party: 'promisee', when: LIVE },
    ...{ heading: 'Refuse the date asked for', button: 'Record that it is refused' },
    says: 'refuses the date that is asked for; the old one stands',
    questions: [words('reason', 'Why is the date not to move?', 'Say why the date is not to move')],
  },
  {
    ...{ command: 'claim-commitment', party: 'owner', when: ['open', 'refused'] },
    ...{ heading: 'Claim that it is kept', button: 'Record this claim' },
    says: 'claims that the commitment is kept',
    questions: [words('evidence', 'What shows that it is kept?', 'Say what shows that it is kept')],
  },
  {
    ...{ command: 'accept-discharge', party: 'promisee', when: ['claimed'] },
    ...{ heading: 'Accept that it is kept', button: 'Record that it is accepted' },
    says: 'accepts that the commitment is kept',
    questions: [words('reason', 'How was this checked? (optional)')],
  },
  {
    ...{ command: 'refuse-discharge', party: 'promisee', when: ['claimed'] },
    ...{ heading: 'Refuse the claim', button: 'Record that it is refused' },
    says: 'does not accept that the commitment is kept',
    questions: [words('reason', 'Why is it not accepted?', 'Say why it is not accepted as kept')],
  },
  {
    ...{ command: 'withdraw-commitment', party: 'either', when: LIVE },
    ...{ heading: 'Withdraw it', button: 'Record that it is withdrawn', says: 'withdraws the commitment' },
    questions: [words('reason', 'Why is it withdrawn?', 'Say why it is withdrawn')],
  },
  {
    ...{ command: 'supersede-commitment', party: 'either', when: LIVE },
    ...{ heading: 'Let another take its place', button: 'Record that it is superseded' },
    says: 'lets another commitment take its place',
    questions: [
      {
        ...{ name: 'supersededBy', kind: 'line', label: 'Which commitment takes its place? (optional)' },
        hint: 'Its id, or leave it empty where none is named',
      },
      words('reason', 'Why? (optional)'),
    ],
  },
  {
    ...{ command: 'reopen-commitment', party: 'promisee', when: ENDED },
    ...{ heading: 'Open it again', button: 'Record that it is open again' },
    says: 'opens the commitment again',
    questions: [words('reason', 'Why?', 'Say why it is opened again')],
  },
];
