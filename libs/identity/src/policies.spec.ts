import { areasOf } from './areas';
import { publicReader, roles, type Person, type Role } from './person';
import { commandPolicies, mayCommand, mayCommandIn, mayQuery, queryPolicies } from './policies';

const bodies: Record<Role, string> = {
  force: 'kent-police',
  office: 'kent-pcc',
  inspector: 'hmicfrs',
  panel: 'kent-panel',
  public: 'public',
};

function person(role: Role, areas: Person['areas'] = areasOf(role, bodies[role])): Person {
  return { ...publicReader, id: role, role, body: bodies[role], areas };
}

/** The rows of "Who may do what" that are built, one line a command: who may, in the area of the body. */
const whoMay: Record<string, readonly Role[]> = {
  'record-paper': ['force', 'office', 'inspector', 'panel'],
  'define-measure': ['force', 'office', 'inspector'],
  'redefine-measure': ['force', 'office', 'inspector'],
  'submit-return': ['force', 'office', 'inspector'],
  'revise-figure': ['force', 'office', 'inspector'],
  'correct-figure': ['force', 'office', 'inspector'],
  'restate-figures': ['force', 'office', 'inspector'],
  'withdraw-figure': ['force', 'office', 'inspector'],
  'explain-change': ['force', 'office', 'inspector'],
  'mark-entered-wrongly': ['force', 'office', 'inspector'],
  'dispute-transcription': ['force', 'inspector'],
  'withdraw-dispute': ['force', 'inspector'],
  'expect-returns': ['force', 'office'],
  'define-scale': ['office', 'inspector'],
  'record-inspection': ['office', 'inspector'],
  'give-grade': ['office', 'inspector'],
  'raise-finding': ['office', 'inspector'],
  'answer-dispute': ['office', 'inspector'],
  'close-finding': ['office', 'inspector'],
  'reopen-finding': ['office', 'inspector'],
  'carry-forward-finding': ['office', 'inspector'],
  'supersede-finding': ['office', 'inspector'],
  'withdraw-finding': ['office', 'inspector'],
  'group-findings': ['force', 'office'],
  'anticipate-completion': ['force', 'office'],
  'move-completion': ['force', 'office'],
  'report-progress': ['force', 'office'],
  'accept-finding': ['force', 'office'],
  'dispute-finding': ['force', 'office'],
  'claim-discharge': ['force', 'office'],
  'record-comments': ['force', 'office'],
  'record-tally': ['force', 'office'],
  'import-tracker': ['force', 'office'],
  'agree-move': ['force', 'office', 'inspector'],
  'mark-inspection-entry-wrong': ['force', 'office', 'inspector'],
  'assure-discharge': ['office'],
  'decline-discharge': ['office'],
  'invite-comments': ['office'],
  'answer-recommendation': ['office'],
  'publish-response': ['office'],
  'send-copy': ['office'],
  'register-body': ['office'],
  'fill-office': ['office'],
  'vacate-office': ['office'],
  'succeed-body': ['office'],
  'adopt-plan': ['office'],
  'vary-plan': ['office'],
  'place-under-priority': ['office'],
  'take-from-priority': ['office'],
  'call-meeting': ['office', 'panel'],
  'change-agenda': ['office', 'panel'],
  'postpone-meeting': ['office', 'panel'],
  'cancel-meeting': ['office', 'panel'],
  'hold-meeting': ['office', 'panel'],
  'resolve-item': ['office', 'panel'],
  'publish-notes': ['office', 'panel'],
  'agree-notes': ['office', 'panel'],
  'ask-question': ['office', 'panel'],
  'follow-up-question': ['office', 'panel'],
  'settle-question': ['office', 'panel'],
  'answer-question': ['force', 'office'],
  'make-commitment': ['force', 'office'],
  'accept-commitment': ['force', 'office'],
  'ask-commitment-move': ['force', 'office'],
  'report-commitment-progress': ['force', 'office'],
  'claim-commitment': ['force', 'office'],
  'agree-commitment-move': ['force', 'office', 'inspector', 'panel'],
  'refuse-commitment-move': ['force', 'office', 'inspector', 'panel'],
  'accept-discharge': ['force', 'office', 'inspector', 'panel'],
  'refuse-discharge': ['force', 'office', 'inspector', 'panel'],
  'reopen-commitment': ['force', 'office', 'inspector', 'panel'],
  'withdraw-commitment': ['force', 'office', 'inspector', 'panel'],
  'supersede-commitment': ['force', 'office', 'inspector', 'panel'],
  'mark-scrutiny-entry-wrong': ['force', 'office', 'inspector', 'panel'],
  'record-decision': ['office'],
  'amend-decision': ['office'],
  'rescind-decision': ['office'],
  'supersede-decision': ['office'],
  'call-in-decision': ['office', 'panel'],
  'review-decision': ['office', 'panel'],
  'switch-four-eyes': ['force', 'office'],
  'approve-return': ['force', 'office'],
  'reject-return': ['force', 'office'],
  'withdraw-draft': ['force', 'office'],
};
const queries = [
  ...'figure figure-history figures measures measure areas papers paper status events event'.split(' '),
  ...'changes replay triangle'.split(' '),
  ...'inspections inspection scales grades findings finding finding-counts'.split(' '),
  ...'response tallies inspection-changes'.split(' '),
  ...'return-file paper-figures returns return expected unexplained'.split(' '),
  ...'bodies plans plan priority meetings meeting questions question commitments commitment'.split(' '),
  ...'decisions decision timeline leaning scrutiny-changes'.split(' '),
];
/** What is not on record yet is read by the people of one body, and those have drafts. */
const ofDrafts = ['drafts', 'draft'];
const inEveryObject = ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''];

describe('commands', () => {
  it('have exactly the rows of the table', () =>
    expect(Object.keys(commandPolicies).sort()).toEqual(Object.keys(whoMay).sort()));

  it.each(Object.entries(whoMay))('%s', (command, allowed) => {
    for (const role of roles) {
      expect([role, mayCommand(person(role), command)]).toEqual([role, allowed.includes(role)]);
      expect([role, mayCommandIn(person(role), command, 'kent')]).toEqual([role, allowed.includes(role)]);
    }
  });

  it('are for a body to give in its own area only; an inspectorate has every area that it inspects', () => {
    for (const [command, allowed] of Object.entries(whoMay))
      for (const role of roles) {
        const expected = role === 'inspector' && allowed.includes(role);
        expect([role, mayCommandIn(person(role), command, 'surrey')]).toEqual([role, expected]);
      }
    expect(mayCommandIn(person('inspector', ['surrey']), 'submit-return', 'kent')).toBe(false);
  });

  it('are in no area of a force or an office that claims them all', () => {
    expect(mayCommandIn(person('force', '*'), 'submit-return', 'kent')).toBe(false);
    expect(mayCommandIn(person('office', '*'), 'submit-return', '*')).toBe(false);
  });

  it('without a row are for nobody', () => {
    for (const role of roles)
      for (const name of ['make-promise', ...queries, ...inEveryObject]) {
        expect(mayCommand(person(role), name)).toBe(false);
        expect(mayCommandIn(person(role), name, 'kent')).toBe(false);
      }
    expect(mayCommand({ ...publicReader, role: 'constructor' as Role }, 'submit-return')).toBe(false);
  });
});

describe('queries', () => {
  it('have exactly these rows, open to every role but for drafts', () => {
    expect(Object.keys(queryPolicies).sort()).toEqual([...queries, ...ofDrafts].sort());
    for (const name of ofDrafts)
      for (const role of roles)
        expect([name, role, mayQuery(person(role), name)]).toEqual([
          name,
          role,
          role === 'force' || role === 'office',
        ]);
    for (const name of queries)
      for (const role of roles) expect([name, mayQuery(person(role), name)]).toEqual([name, true]);
  });

  it('without a row are for nobody', () => {
    for (const role of roles)
      for (const name of ['promise', 'submit-return', ...inEveryObject])
        expect(mayQuery(person(role), name)).toBe(false);
    expect(mayQuery({ ...publicReader, role: 'ghost' as Role }, 'figure')).toBe(false);
  });
});

it('cannot be changed by whoever imports them', () => {
  expect(() => Object.assign(commandPolicies, { 'close-finding': { public: 'own-area' } })).toThrow(
    TypeError,
  );
  expect(() => Object.assign(commandPolicies['submit-return'] ?? {}, { public: 'own-area' })).toThrow(
    TypeError,
  );
  expect(() => Object.assign(queryPolicies['figure'] ?? [], ['ghost'])).toThrow(TypeError);
});
