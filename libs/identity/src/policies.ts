import type { Person, Role } from './person';

/** What a role must be to the area that a command names: the area is its own, or one that it inspects. */
export type AreaRule = 'own-area' | 'inspected-area';
/** Who may give a command, and where. A role that is not listed may not. */
export type CommandPolicy = Readonly<Partial<Record<Role, AreaRule>>>;

const bookkeepers: CommandPolicy = Object.freeze({
  force: 'own-area',
  office: 'own-area',
  inspector: 'inspected-area',
});

/** Bodies that the office writes down acts for; the office itself writes, and disputes nothing of its own. */
const concerned: CommandPolicy = Object.freeze({ force: 'own-area', inspector: 'inspected-area' });

/** The bodies whose own acts the figures of an area are. */
const keepers: CommandPolicy = Object.freeze({ force: 'own-area', office: 'own-area' });

/** What the inspectorate does, and the office writes down for it. */
const inspecting: CommandPolicy = Object.freeze({ office: 'own-area', inspector: 'inspected-area' });

/** What an addressee does; the office for its own body, and writing down what others did. */
const answering: CommandPolicy = keepers;

/** What the local policing body alone does. */
const policing: CommandPolicy = Object.freeze({ office: 'own-area' });

/** What a body does in its meetings: the policing body in its board's, the panel in its own. */
const convening: CommandPolicy = Object.freeze({ office: 'own-area', panel: 'own-area' });

/** What the panel does, and the office writes down for it. */
const scrutinising: CommandPolicy = convening;

/** Whoever something was promised to; which body that was, the record says. */
const promised: CommandPolicy = Object.freeze({ ...bookkeepers, panel: 'own-area' });

/** Either side of a promise, and who wrote an entry down. */
const eitherSide: CommandPolicy = promised;

/**
 * Who may give which command. A command without a row here cannot be given by anybody.
 *
 * What a rule can only know from the record itself (whose entry it was, what an inspectorate's paper
 * prints) is kept by the deciders; these rows are what can be known before anything is read.
 */
export const commandPolicies: Readonly<Record<string, CommandPolicy>> = Object.freeze({
  'record-paper': Object.freeze({ ...bookkeepers, panel: 'own-area' }),
  'define-measure': bookkeepers,
  'redefine-measure': bookkeepers,
  'submit-return': bookkeepers,
  'revise-figure': bookkeepers,
  'correct-figure': bookkeepers,
  'restate-figures': bookkeepers,
  'withdraw-figure': bookkeepers,
  'explain-change': bookkeepers,
  'mark-entered-wrongly': bookkeepers,
  'dispute-transcription': concerned,
  'withdraw-dispute': concerned,
  'expect-returns': Object.freeze({ force: 'own-area', office: 'own-area' }),
  'define-scale': inspecting,
  'record-inspection': inspecting,
  'give-grade': inspecting,
  'raise-finding': inspecting,
  'answer-dispute': inspecting,
  'close-finding': inspecting,
  'reopen-finding': inspecting,
  'carry-forward-finding': inspecting,
  'supersede-finding': inspecting,
  'withdraw-finding': inspecting,
  'group-findings': answering,
  'anticipate-completion': answering,
  'move-completion': answering,
  'report-progress': answering,
  'accept-finding': answering,
  'dispute-finding': answering,
  'claim-discharge': answering,
  'record-comments': answering,
  'record-tally': answering,
  'import-tracker': answering,
  'agree-move': bookkeepers,
  'mark-inspection-entry-wrong': bookkeepers,
  'assure-discharge': policing,
  'decline-discharge': policing,
  'invite-comments': policing,
  'answer-recommendation': policing,
  'publish-response': policing,
  'send-copy': policing,
  'register-body': policing,
  'fill-office': policing,
  'vacate-office': policing,
  'succeed-body': policing,
  'adopt-plan': policing,
  'vary-plan': policing,
  'place-under-priority': policing,
  'take-from-priority': policing,
  'call-meeting': convening,
  'change-agenda': convening,
  'postpone-meeting': convening,
  'cancel-meeting': convening,
  'hold-meeting': convening,
  'resolve-item': convening,
  'publish-notes': convening,
  'agree-notes': convening,
  'ask-question': convening,
  'follow-up-question': convening,
  'settle-question': convening,
  'answer-question': answering,
  'make-commitment': answering,
  'accept-commitment': answering,
  'ask-commitment-move': answering,
  'report-commitment-progress': answering,
  'claim-commitment': answering,
  'agree-commitment-move': promised,
  'refuse-commitment-move': promised,
  'accept-discharge': promised,
  'refuse-discharge': promised,
  'reopen-commitment': promised,
  'withdraw-commitment': eitherSide,
  'supersede-commitment': eitherSide,
  'mark-scrutiny-entry-wrong': eitherSide,
  'record-decision': policing,
  'amend-decision': policing,
  'rescind-decision': policing,
  'supersede-decision': policing,
  'call-in-decision': scrutinising,
  'review-decision': scrutinising,
  // An inspectorate has no books of its own here: its people's entries are its published papers'.
  'switch-four-eyes': keepers,
  'approve-return': keepers,
  'reject-return': keepers,
  'withdraw-draft': keepers,
} satisfies Record<string, CommandPolicy>);

const everyone: readonly Role[] = Object.freeze(['force', 'office', 'inspector', 'panel', 'public'] as const);

/**
 * Who may ask which query. A query without a row here cannot be asked by anybody. A row opens the door;
 * which records stand in the answer is decided by `audienceFor` and `mayRead`.
 */
export const queryPolicies: Readonly<Record<string, readonly Role[]>> = Object.freeze({
  figure: everyone,
  'figure-history': everyone,
  figures: everyone,
  triangle: everyone,
  measures: everyone,
  'return-file': everyone,
  measure: everyone,
  areas: everyone,
  // Of one's own body alone: what is not on record is nobody else's to read.
  drafts: Object.freeze(['force', 'office'] as const),
  draft: Object.freeze(['force', 'office'] as const),
  papers: everyone,
  paper: everyone,
  changes: everyone,
  replay: everyone,
  'paper-figures': everyone,
  returns: everyone,
  return: everyone,
  expected: everyone,
  unexplained: everyone,
  inspections: everyone,
  inspection: everyone,
  grades: everyone,
  findings: everyone,
  finding: everyone,
  'finding-counts': everyone,
  response: everyone,
  tallies: everyone,
  'inspection-changes': everyone,
  scales: everyone,
  bodies: everyone,
  plans: everyone,
  plan: everyone,
  priority: everyone,
  meetings: everyone,
  meeting: everyone,
  questions: everyone,
  question: everyone,
  commitments: everyone,
  commitment: everyone,
  decisions: everyone,
  decision: everyone,
  timeline: everyone,
  leaning: everyone,
  'scrutiny-changes': everyone,
  status: everyone,
  events: everyone,
  event: everyone,
});

/** Whether the person's role may give this command at all, in some area. Pages offer a button by it. */
export function mayCommand(person: Person, command: string): boolean {
  return areaRule(person.role, command) !== undefined;
}

/** Whether the person may give this command in this area. */
export function mayCommandIn(person: Person, command: string, area: string): boolean {
  const rule = areaRule(person.role, command);
  if (rule === undefined) return false;
  return person.areas === '*' ? rule === 'inspected-area' : person.areas.includes(area);
}

/** Whether the person may ask this query. */
export function mayQuery(person: Person, query: string): boolean {
  return Object.hasOwn(queryPolicies, query) && (queryPolicies[query]?.includes(person.role) ?? false);
}

function areaRule(role: Role, command: string): AreaRule | undefined {
  const policy = commandPolicies[command];
  // Own entries only: what every object has, such as `constructor`, is neither a command nor a role.
  return policy && Object.hasOwn(policy, role) ? policy[role] : undefined;
}
