import { givenWhenThen } from '@daybook/ledger/testing';
import { bodiesIn } from '../bodies-in';
import {
  AFTER,
  BEFORE,
  BOARD,
  CHIEF,
  MAYOR,
  ON,
  PCC,
  TODAY,
  board,
  boardContent,
  finance,
  financeContent,
  mayor,
  mayorContent,
  office,
  officePaper,
  registered,
  succeeded,
  type OnRegister,
} from '../../testing/facts';
import { registerBody, type RegisterBodyInput } from './register-body.decider';

const bodies: OnRegister<RegisterBodyInput> = givenWhenThen(registerBody);
const here = { today: TODAY, by: office, given: {} };
const asked: RegisterBodyInput = { area: 'kent', effectiveOn: BEFORE, id: MAYOR, ...mayorContent };
const anOffice: RegisterBodyInput = { ...asked, id: 'kent-chief-finance-officer', ...financeContent };

describe('register-body', () => {
  it('6. registers a body or an office with its kind and a title, from a paper or without one', () => {
    bodies.when(asked, here).then([mayor]);
    bodies.when(anOffice, here).then([finance]);
    const given = { paper: officePaper };
    bodies
      .when({ ...asked, paper: 'paper-o', place: 'p. 1' }, { ...here, given })
      .then([registered(MAYOR, mayorContent, { paper: 'paper-o' })]);
    bodies.when({ ...asked, paper: 'paper-x' }, here).thenRefused('register.unknown-paper');
    bodies.when({ ...asked, effectiveOn: '2028-09-02' }, here).thenRefused('register.future-date');
    bodies.when({ ...asked, for: 'kent-panel' }, here).thenRefused('register.other-actor');
  });

  it('7. registers it again only with a difference, which holds from its own day on', () => {
    const known = bodies.given([mayor]);
    known.when({ ...asked, effectiveOn: ON }, here).thenRefused('register.nothing-changes');
    const renamed = { ...mayorContent, title: 'Mayor of Kent and Medway' };
    const again = registered(MAYOR, renamed, { effectiveOn: AFTER });
    known.when({ ...asked, ...renamed, effectiveOn: AFTER }, here).then([again]);
    const both = known.given([again]);
    both.when({ ...asked, effectiveOn: ON }, here).thenRefused('register.nothing-changes');
    both
      .when({ ...asked, effectiveOn: TODAY }, here)
      .then([registered(MAYOR, mayorContent, { effectiveOn: TODAY })]);
  });

  it('8. is of the kind that its id says; those of the area are known by their ids alone', () => {
    const force = { ...asked, id: 'kent-police', title: 'Kent Police' };
    bodies.when(force, here).thenRefused('register.other-kind', { fields: [{ field: '/kind' }] });
    bodies.when({ ...force, id: 'essex-panel' }, here).thenRefused('register.other-kind');
    bodies
      .when({ ...force, kind: 'force' }, here)
      .then([registered('kent-police', { kind: 'force', title: 'Kent Police', within: null })]);
  });

  it('9. an office and a board are within a body that is known by then', () => {
    const missing = { fields: [{ field: '/within' }] };
    bodies.when({ ...anOffice, within: null }, here).thenRefused('register.within-missing', missing);
    const aBoard = { ...asked, id: BOARD, ...boardContent };
    bodies.when(aBoard, here).then([board]);
    for (const within of ['essex-pcc', 'kent-council'])
      bodies.when({ ...aBoard, within }, here).thenRefused('register.unknown-body', missing);
    const later = bodies.given([registered(MAYOR, mayorContent, { effectiveOn: ON })]);
    later.when({ ...aBoard, within: MAYOR }, here).thenRefused('register.unknown-body');
    later
      .when({ ...aBoard, within: MAYOR, effectiveOn: ON }, here)
      .then([registered(BOARD, { ...boardContent, within: MAYOR }, { effectiveOn: ON })]);
  });

  it('9. and nothing is within itself, by however many steps', () => {
    bodies.when({ ...anOffice, within: anOffice.id }, here).thenRefused('register.within-itself');
    const member = registered('kent-member', { ...financeContent, within: BOARD });
    bodies
      .given([board, member])
      .when({ ...asked, id: BOARD, ...boardContent, within: 'kent-member' }, here)
      .thenRefused('register.within-itself', { fields: [{ field: '/within' }] });
  });

  it('9. and only offices and boards are: nobody else is acted for by what it is within', () => {
    const own = { fields: [{ field: '/within' }] };
    for (const [id, kind] of [
      ['kent-police', 'force'],
      ['kent-panel', 'panel'],
      ['kent-council', 'council'],
    ] as const)
      bodies.when({ ...asked, id, kind, within: PCC }, here).thenRefused('register.not-within', own);
  });

  it('9. and an office or a board stays with its body, and whoever takes that one’s place', () => {
    const chief = { ...anOffice, id: CHIEF };
    bodies.when(chief, here).thenRefused('register.other-within', { fields: [{ field: '/within' }] });
    const own = registered(CHIEF, { ...financeContent, within: 'kent-police' });
    bodies.when({ ...chief, within: 'kent-police' }, here).then([own]);
    const known = bodies.given([finance, mayor]);
    const moved = { ...anOffice, effectiveOn: AFTER };
    for (const within of ['kent-police', 'kent-panel', MAYOR])
      known.when({ ...moved, within }, here).thenRefused('register.other-within');
    known
      .given([succeeded(PCC, MAYOR)])
      .when({ ...moved, within: MAYOR }, here)
      .then([registered(anOffice.id, { ...financeContent, within: MAYOR }, { effectiveOn: AFTER })]);
  });

  it('15. what is said of a restricted body is restricted', () => {
    const closed = registered(MAYOR, mayorContent, { access: 'restricted' });
    bodies.when({ ...asked, access: 'restricted' }, here).then([closed]);
    const renamed = { ...mayorContent, title: 'Mayor of Kent and Medway' };
    bodies
      .given([closed])
      .when({ ...asked, ...renamed, effectiveOn: ON }, here)
      .then([registered(MAYOR, renamed, { effectiveOn: ON, access: 'restricted' })]);
  });

  it('15. and so is an office or a board within one', () => {
    const closed = registered(MAYOR, mayorContent, { access: 'restricted' });
    const within = { ...boardContent, within: MAYOR };
    bodies
      .given([closed])
      .when({ ...asked, id: BOARD, ...within }, here)
      .then([registered(BOARD, within, { access: 'restricted' })]);
  });
});

describe('bodies as other slices are given them', () => {
  const given = (...facts: Parameters<typeof bodies.given>[0]) => bodiesIn(bodies.given(facts).state());

  it('16. are the registered ones, as they stand at last, and who took whose place', () => {
    expect([...given(mayor, board, succeeded(PCC, MAYOR)).values()]).toEqual([
      { id: MAYOR, ...mayorContent, succeededBy: null },
      { id: BOARD, ...boardContent, succeededBy: null },
      {
        ...{ id: PCC, kind: 'local-policing-body', title: PCC, within: null },
        succeededBy: { body: MAYOR, on: ON },
      },
    ]);
    expect(given()).toEqual(new Map());
  });
});
