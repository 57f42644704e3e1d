import type { CommitmentKind, CommitmentStatus, Counting, Sense } from '../../codes';
import type { NamedText } from '../../told';
import type { Verdict } from './commitment-item';
import type { CommitmentEventItem } from './commitment.query';
import type { WhyNotSaid } from './target-compared';

export interface WordInTag {
  readonly word: string;
  readonly tag: string;
  readonly meaning: string;
}

/** How each status is said, in a tag whose colour says nothing that its words do not. */
export const STATUS_WORDS: Readonly<Record<CommitmentStatus, WordInTag>> = {
  open: { word: 'Open', tag: 'blue', meaning: 'Promised; whoever promised has not said that it is kept.' },
  claimed: {
    word: 'Claimed',
    tag: 'yellow',
    meaning: 'Whoever promised says that it is kept; whoever it was promised to has not answered.',
  },
  discharged: {
    word: 'Discharged',
    tag: 'green',
    meaning: 'Whoever it was promised to accepts that it is kept.',
  },
  refused: {
    word: 'Refused',
    tag: 'orange',
    meaning: 'Whoever it was promised to does not accept that it is kept. It is still to be done.',
  },
  withdrawn: { word: 'Withdrawn', tag: 'grey', meaning: 'Taken back: nobody is held to it any more.' },
  superseded: { word: 'Superseded', tag: 'grey', meaning: 'Another commitment has taken its place.' },
};

export const COMMITMENT_KIND_WORDS: Readonly<Record<CommitmentKind, string>> = {
  action: 'Action',
  undertaking: 'Undertaking',
  recommendation: 'Recommendation',
  target: 'Target',
  duty: 'Duty',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, WordInTag>> = {
  met: { word: 'Met', tag: 'green', meaning: 'Its figures leave no doubt that the target is met.' },
  missed: { word: 'Missed', tag: 'red', meaning: 'Its figures leave no doubt that the target is missed.' },
  'not-yet-due': { word: 'Not yet due', tag: 'blue', meaning: 'The day of the target has not passed.' },
  'cannot-be-said': {
    word: 'Cannot be said',
    tag: 'grey',
    meaning: 'The figures on record do not tell whether the target is met.',
  },
};

export const WHY_NOT_SAID_WORDS: Readonly<Record<WhyNotSaid, string>> = {
  'no-measure': 'Its measure is not on record.',
  'no-figure': 'No figure of its period is on record.',
  withheld: 'A figure that it needs is withheld.',
  incomplete: 'Figures of some of its periods are not on record.',
  forecast: 'A figure that it needs is a forecast, not yet what happened.',
  undecidable: 'Its figure is inexact, and may lie on either side of the target.',
};

export const SENSE_WORDS: Readonly<Record<Sense, string>> = {
  'at-least': 'at least',
  'at-most': 'at most',
  exactly: 'exactly',
};

export const COUNTING_WORDS: Readonly<Record<Counting, string>> = {
  yearly: 'the figure of its period',
  cumulative: 'the sum of the figures of its periods',
};

export const EVENT_WORDS: Readonly<Partial<Record<CommitmentEventItem['type'], string>>> = {
  'scrutiny.commitment-made': 'Promised',
  'scrutiny.commitment-accepted': 'Taken on',
  'scrutiny.commitment-move-asked': 'Another date asked for',
  'scrutiny.commitment-move-agreed': 'New date agreed',
  'scrutiny.commitment-move-refused': 'New date refused',
  'scrutiny.commitment-progress-reported': 'Progress reported',
  'scrutiny.discharge-claimed': 'Said to be kept',
  'scrutiny.discharge-accepted': 'Accepted as kept',
  'scrutiny.discharge-refused': 'Not accepted as kept',
  'scrutiny.commitment-withdrawn': 'Withdrawn',
  'scrutiny.commitment-superseded': 'Superseded',
  'scrutiny.commitment-reopened': 'Reopened',
};

export const TEXT_WORDS: Readonly<Partial<Record<NamedText['name'], string>>> = {
  promise: 'In words',
  reason: 'Why',
  evidence: 'Evidence',
  report: 'Progress',
  taken: 'Done so far',
  planned: 'Planned',
};
