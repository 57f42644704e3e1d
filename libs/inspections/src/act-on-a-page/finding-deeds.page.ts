import { mayCommandIn, speaksFor, type Person } from '@daybook/identity';
import { actsFor, bodyOf, policingBodyOf, sameInspectorate } from '@daybook/provenance';
import type { Question } from '@daybook/pages';
import { needsAssurance } from '../addressees';
import type { FindingStatus } from '../codes';
import type { FindingInFull } from '../see-findings/finding.query';
import type { AddresseeItem } from '../see-findings/finding-in-full';

/** Whose part a deed is: the addressee's, its local policing body's, the inspectorate's, or of who agrees to a date. */
type Party = 'addressee' | 'policing-body' | 'inspectorate' | 'agreeing';

/** One thing that can be said of a finding on a page of its own. Its command is its address. */
export interface FindingDeed {
  readonly command: string;
  readonly party: Party;
  /** Where it can be said at all; what stands is for the rules, when it is sent. */
  readonly when: readonly FindingStatus[];
  readonly heading: string;
  readonly button: string;
  /** What is put on record, after the name of the body whose act it is. */
  readonly says: string;
  readonly questions: readonly Question[];
}

const LIVE: readonly FindingStatus[] = ['open', 'accepted', 'disputed', 'claimed', 'assured'];
const WAITING: readonly FindingStatus[] = ['open', 'accepted'];

const words = (name: string, label: string, missing?: string): Question => ({
  ...{ name, kind: 'words', label, missing },
  hint: missing ? undefined : 'Leave it empty where none is given',
});
const DATE_HINT = 'A month such as November 2022, a day, or the words used, such as 12 to 16 weeks';

/** In the order in which they are offered. */
export const FINDING_DEEDS: readonly FindingDeed[] = [
  {
    ...{ command: 'accept-finding', party: 'addressee', when: ['open', 'disputed'] },
    ...{ heading: 'Accept this finding', button: 'Record that it is accepted', says: 'accepts the finding' },
    questions: [words('reason', 'Why, or what goes with it (optional)')],
  },
  {
    ...{ command: 'anticipate-completion', party: 'addressee', when: LIVE },
    ...{ heading: 'Say when it will be complete', button: 'Record this date' },
    says: 'anticipates completion',
    questions: [
      {
        name: 'anticipated',
        kind: 'line',
        label: 'When will it be complete?',
        hint: `${DATE_HINT}. Leave it empty to record that no date is given`,
        width: 'govuk-input--width-20',
      },
    ],
  },
  {
    ...{ command: 'move-completion', party: 'addressee', when: LIVE },
    ...{ heading: 'Move the date', button: 'Record this move', says: 'moves the date' },
    questions: [
      {
        name: 'to',
        kind: 'line',
        label: 'To when?',
        hint: DATE_HINT,
        missing: 'Enter the new date, in the words used',
        width: 'govuk-input--width-20',
      },
      words('reason', 'Why does it move?', 'Say why the date moves'),
    ],
  },
  {
    ...{ command: 'agree-move', party: 'agreeing', when: LIVE },
    ...{
      heading: 'Agree to the moved date',
      button: 'Record that it is agreed',
      says: 'agrees to the latest move',
    },
    questions: [],
  },
  {
    ...{ command: 'report-progress', party: 'addressee', when: LIVE },
    ...{ heading: 'Report progress', button: 'Record this progress', says: 'reports progress' },
    questions: [
      words('report', 'How does it stand? (optional)'),
      words('taken', 'What has been done? (optional)'),
      words('planned', 'What is planned? (optional)'),
    ],
  },
  {
    ...{ command: 'claim-discharge', party: 'addressee', when: WAITING },
    ...{
      heading: 'Claim that it is done',
      button: 'Record this claim',
      says: 'claims that the finding is discharged',
    },
    questions: [words('evidence', 'What shows that it is done?', 'Say what shows that it is done')],
  },
  {
    ...{ command: 'dispute-finding', party: 'addressee', when: WAITING },
    ...{ heading: 'Dispute this finding', button: 'Record this dispute', says: 'disputes the finding' },
    questions: [words('reason', 'What is disputed, and why?', 'Say what is disputed, and why')],
  },
  {
    ...{ command: 'assure-discharge', party: 'policing-body', when: ['open', 'accepted', 'claimed'] },
    ...{ heading: 'Assure the claim', button: 'Record this assurance', says: 'is satisfied that it is done' },
    questions: [words('reason', 'How was this assured? (optional)')],
  },
  {
    ...{ command: 'decline-discharge', party: 'policing-body', when: ['claimed', 'assured'] },
    ...{
      heading: 'Decline the claim',
      button: 'Record that it is declined',
      says: 'is not satisfied that it is done',
    },
    questions: [words('reason', 'Why is it declined?', 'Say why the claim is declined')],
  },
  {
    ...{ command: 'answer-dispute', party: 'inspectorate', when: ['disputed'] },
    ...{
      heading: 'Answer the dispute',
      button: 'Record this answer',
      says: 'answers the dispute and maintains the finding',
    },
    questions: [words('reason', 'What does the inspectorate say?', 'Say what the inspectorate answers')],
  },
  {
    ...{ command: 'close-finding', party: 'inspectorate', when: LIVE },
    ...{ heading: 'Close this finding', button: 'Record that it is closed', says: 'closes the finding' },
    questions: [words('reason', 'Why, in the words of the letter or report (optional)')],
  },
  {
    ...{ command: 'reopen-finding', party: 'inspectorate', when: ['closed'] },
    ...{
      heading: 'Reopen this finding',
      button: 'Record that it is open again',
      says: 'opens the finding again',
    },
    questions: [words('reason', 'Why?', 'Say why it is opened again')],
  },
  {
    ...{ command: 'carry-forward-finding', party: 'inspectorate', when: LIVE },
    ...{
      heading: 'Carry it forward',
      button: 'Record that it is carried forward',
      says: 'carries the finding forward',
    },
    questions: [
      {
        name: 'into',
        kind: 'line',
        label: 'Into which finding of a later inspection? (optional)',
        hint: 'Its id, or leave it empty where none is named yet',
      },
      words('reason', 'Why? (optional)'),
    ],
  },
  {
    ...{ command: 'supersede-finding', party: 'inspectorate', when: LIVE },
    ...{
      heading: 'Replace it by another finding',
      button: 'Record that it is superseded',
      says: 'replaces the finding',
    },
    questions: [
      {
        name: 'supersededBy',
        kind: 'line',
        label: 'By which finding? (optional)',
        hint: 'Its id, or leave it empty where none is named',
      },
      words('reason', 'Why? (optional)'),
    ],
  },
  {
    ...{ command: 'withdraw-finding', party: 'inspectorate', when: LIVE },
    ...{
      heading: 'Withdraw this finding',
      button: 'Record that it is withdrawn',
      says: 'withdraws the finding',
    },
    questions: [words('reason', 'Why?', 'Say why it is withdrawn')],
  },
];

/** The body whose act a deed is: of who took an addressee's place, their own. */
export function actorOf(
  { party }: FindingDeed,
  { body, standsFor = [] }: Person,
  addressee: string,
  inspectorate: string,
): string {
  if (party === 'addressee') return standsFor.includes(bodyOf(addressee)) ? body : addressee;
  return party === 'inspectorate' ? inspectorate : body;
}

/** A deed that a person may do now about one addressee, and whether it writes down another body's act. */
export interface Offered {
  readonly deed: FindingDeed;
  readonly addressee: string;
  readonly transcribing: boolean;
}

/**
 * What a person may say of a finding, of each of its addressees, by the roles alone: whether it fits what
 * stands is for the rules, which say what could be done instead.
 */
export function allowedDeeds<Item extends Pick<AddresseeItem, 'addressee'>>(
  person: Person,
  { area, inspectorate, kind }: Pick<FindingInFull, 'area' | 'inspectorate' | 'kind'>,
  addressees: readonly Item[],
): readonly (Offered & { readonly item: Item })[] {
  if (kind === 'good-practice') return [];
  return addressees.flatMap((item) =>
    FINDING_DEEDS.filter(({ command }) => mayCommandIn(person, command, area)).flatMap((deed) => {
      const { addressee } = item;
      if (deed.party === 'policing-body' && !needsAssurance(addressee)) return [];
      const transcribing = isTranscribing(person, deed, area, addressee, inspectorate);
      return transcribing === undefined ? [] : [{ deed, addressee, transcribing, item }];
    }),
  );
}

/** What of it is offered now, by where the finding stands. */
export function offeredDeeds(
  person: Person,
  finding: Pick<FindingInFull, 'area' | 'inspectorate' | 'kind'>,
  addressees: readonly Item[],
): readonly Offered[] {
  return allowedDeeds(person, finding, addressees).filter(({ deed, item }) => fits(deed, item));
}

type Item = Pick<AddresseeItem, 'addressee' | 'status' | 'moves' | 'agreed' | 'anticipated' | 'claim'>;

/** Whether a deed may fit where a finding stands with an addressee. */
export function fits({ command, when }: FindingDeed, item: Item): boolean {
  if (!when.includes(item.status)) return false;
  if (command === 'anticipate-completion') return item.anticipated === null;
  if (command === 'move-completion') return item.anticipated !== null;
  if (command === 'agree-move') return item.moves > 0 && item.agreed === false;
  return command !== 'assure-discharge' || item.claim !== null;
}

/** Undefined where it is not this person's to say at all. */
function isTranscribing(
  person: Person,
  { party }: FindingDeed,
  area: string,
  addressee: string,
  inspectorate: string | null,
): boolean | undefined {
  const bodies = speaksFor(person);
  const isOffice = person.role === 'office' && bodies.includes(policingBodyOf(area));
  const inspects = person.role === 'inspector' && sameInspectorate(person.body, inspectorate ?? '');
  switch (party) {
    case 'policing-body':
      return isOffice ? false : undefined;
    case 'addressee':
      return bodies.some((body) => actsFor(body, addressee)) ? false : isOffice ? true : undefined;
    case 'inspectorate':
      return inspects ? false : isOffice && inspectorate ? true : undefined;
    case 'agreeing':
      return isOffice && needsAssurance(addressee) ? false : inspects ? false : undefined;
  }
}
