/*
 * What the help must know without loading the slices, so that it answers at once. `words.spec.ts` holds
 * these lists against the command definitions and roles themselves.
 */

/** Every command of every slice: its permanent name and what it does. */
export const commandWords: readonly (readonly [name: string, title: string])[] = [
  ['record-paper', 'Record a paper that figures stand in'],
  ['define-measure', 'Define a measure, or move the start of one back'],
  ['redefine-measure', 'Record that the definition of a measure changed'],
  ['submit-return', 'Submit a return: up to 1,000 figures of one paper, all recorded or none'],
  ['revise-figure', 'Revise a figure: more data arrived, as planned'],
  ['correct-figure', 'Correct a figure: an error was found'],
  ['restate-figures', 'Restate back periods after a recorded redefinition'],
  ['withdraw-figure', 'Withdraw a figure'],
  ['explain-change', 'Explain a change that nobody explained'],
  ['mark-entered-wrongly', 'Mark an entry as entered wrongly, with what the paper really says'],
  ['dispute-transcription', 'Dispute what another body wrote down for yours'],
  ['withdraw-dispute', 'Withdraw a dispute of what another body wrote down'],
  ['expect-returns', 'Set when a measure is expected: how often, and how many days after a period ends'],
  [
    'switch-four-eyes',
    'Switch four eyes on or off: whether two people of your body agree to what it puts on record',
  ],
  ['approve-return', 'Approve a draft that a colleague sent, and so put it on record'],
  [
    'reject-return',
    'Reject a draft that a colleague sent: nothing of it is recorded, and its texts are erased',
  ],
  ['withdraw-draft', 'Withdraw a draft of your own before it is approved'],
  ['define-scale', 'Define the grades that an inspectorate gives'],
  ['record-inspection', 'Record an inspection, an audit, a complaint or a notice'],
  ['give-grade', 'Give the grade of one area of assessment, or say that it was not graded'],
  ['raise-finding', 'Raise a finding, as the inspectorate made it'],
  ['group-findings', 'Group findings that share one item of the improvement plan'],
  ['anticipate-completion', 'Say when a finding is to be complete, or that no date is given'],
  ['move-completion', 'Move the date by which a finding is to be complete'],
  ['agree-move', 'Agree that a date may move'],
  ['report-progress', 'Report progress on a finding: what was done, and what is planned'],
  ['accept-finding', 'Accept a finding'],
  ['dispute-finding', 'Dispute a finding'],
  ['answer-dispute', 'Answer a dispute of a finding'],
  ['claim-discharge', 'Claim that a finding is discharged'],
  ['assure-discharge', 'Assure a claim that a finding is discharged'],
  ['decline-discharge', 'Decline a claim that a finding is discharged'],
  ['close-finding', 'Close a finding'],
  ['reopen-finding', 'Open a closed finding again'],
  ['carry-forward-finding', 'Carry a finding forward into a later inspection'],
  ['supersede-finding', 'Let a later finding take the place of one'],
  ['withdraw-finding', 'Withdraw a finding'],
  ['invite-comments', 'Invite the chief officer to comment on a report'],
  ['record-comments', "Record the chief officer's comments on a report, or that none came"],
  ['answer-recommendation', 'Say what is done about a recommendation, or why nothing is'],
  ['publish-response', 'Publish the response to a report'],
  ['send-copy', 'Send a copy of the response'],
  [
    'import-tracker',
    'Import a tracker: dates, progress and claims of up to 1,000 findings, all recorded or none',
  ],
  ['record-tally', 'Record how many findings a board was told of, as it was said'],
  ['mark-inspection-entry-wrong', 'Mark an entry about an inspection or a finding as entered wrongly'],
];

export const roleWords: readonly string[] = ['force', 'office', 'inspector', 'panel', 'public'];
