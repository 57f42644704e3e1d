import type { Actor } from '@daybook/ledger';
import type { BodyOnRecord } from '@daybook/provenance';
import {
  BOARD,
  bodies,
  COMMITMENT,
  DEPUTY,
  because,
  force,
  forcePaper,
  inspector,
  made,
  office,
  officePaper,
  otherForce,
  panel,
  panelPaper,
} from '../testing/facts';
import {
  OF_EITHER,
  OF_OWNER,
  OF_PROMISEE,
  asked,
  by,
  fitting,
  from,
  noFor,
  promised,
  whole,
} from '../testing/promises';
import type { Deed } from './acting-on';

const OWN: Partial<Record<Deed, string>> = {
  'agree-commitment-move': 'own-move',
  'refuse-commitment-move': 'own-move',
  'accept-discharge': 'own-discharge',
  'refuse-discharge': 'own-discharge',
};

describe('the two sides of a promise', () => {
  it.each(OF_OWNER)('57. %s is the owner’s, which the office may write down from a paper', (deed) => {
    for (const who of [otherForce, panel, inspector])
      fitting(deed).when(asked(), by(who)).thenRefused('scrutiny.not-yours');
    fitting(deed).when(asked(), by(office)).thenRefused('scrutiny.paper-missing');
    fitting(deed)
      .when(from(officePaper, { for: 'kent-panel' }), by(office, officePaper))
      .thenRefused('scrutiny.other-actor');
    fitting(deed)
      .when(from(officePaper), by(office, officePaper))
      .then([whole({ for: 'kent-police', data: whole({ secondHand: true }) })]);
    promised(deed, DEPUTY, BOARD)
      .when(asked(), by(force))
      .then([whole({ data: whole({ office: DEPUTY }) })]);
    promised(deed, 'kent-pcc', 'kent-panel').when(asked(), by(force)).thenRefused('scrutiny.not-yours');
    promised(deed, 'kent-pcc', 'kent-panel').when(asked(), by(office)).then([noFor]);
  });

  it.each(OF_PROMISEE)('61. %s is never the promiser’s', (deed) => {
    const own = `scrutiny.${OWN[deed] ?? 'not-yours'}`;
    fitting(deed).when(asked(), by(force)).thenRefused(own);
    promised(deed, DEPUTY, BOARD).when(asked(), by(force)).thenRefused(own);
    for (const who of [otherForce, panel, inspector])
      fitting(deed).when(asked(), by(who)).thenRefused('scrutiny.not-yours');
    fitting(deed).when(asked(), by(office)).then([noFor]);
    promised(deed, 'kent-police', BOARD)
      .when(asked(), by(office))
      .then([whole({ data: whole({ office: BOARD }) })]);
    const toPanel = promised(deed, 'kent-police', 'kent-panel');
    toPanel.when(asked(), by(panel)).then([noFor]);
    toPanel.when(asked(), by(office)).thenRefused('scrutiny.paper-missing');
    toPanel.when(from(officePaper), by(office, officePaper)).then([whole({ for: 'kent-panel' })]);
  });

  it.each([...OF_PROMISEE, ...OF_EITHER])(
    '61. %s of the office’s own promise is written down from a paper of the other side’s alone',
    (deed) => {
      const to = { for: 'kent-panel' };
      const ofOffice = promised(deed, 'kent-pcc', 'kent-panel');
      ofOffice.when(asked(to), by(office)).thenRefused(`scrutiny.${OWN[deed] ?? 'not-yours'}`);
      for (const paper of [officePaper, forcePaper])
        ofOffice.when(from(paper, to), by(office, paper)).thenRefused('scrutiny.not-its-paper');
      ofOffice
        .when(from(panelPaper, to), by(office, panelPaper))
        .then([whole({ for: 'kent-panel', source: { paper: 'paper-p', place: 'p. 1' } })]);
      ofOffice.when(asked(), by(panel)).then([noFor]);
      ofOffice.when(from(panelPaper, to), by(office)).thenRefused('scrutiny.unknown-paper');
    },
  );

  it('61. is still not the promiser’s where both sides came to be one body', () => {
    const mayor: BodyOnRecord = {
      ...{ id: 'kent-mayor', kind: 'local-policing-body', title: 'Mayor', within: null, succeededBy: null },
    };
    const gone = (id: string): [string, BodyOnRecord] => [
      id,
      { ...bodies.get(id)!, succeededBy: { body: 'kent-mayor', on: '2023-05-01' } },
    ];
    const after = new Map([...bodies, ['kent-mayor', mayor] as const, gone('kent-pcc'), gone('kent-panel')]);
    const given = { bodies: after };
    const who: Actor = { person: 'person-m', role: 'office', body: 'kent-mayor' };
    promised('accept-discharge', 'kent-pcc', 'kent-panel')
      .when(asked(), { by: who, given })
      .thenRefused('scrutiny.own-discharge');
    const paper = { ...panelPaper, issuedBy: 'kent-mayor' };
    promised('accept-discharge', 'kent-pcc', 'kent-panel')
      .when(from(paper), { by: who, given: { ...given, paper } })
      .thenRefused('scrutiny.not-its-paper');
    promised('accept-discharge', 'kent-police', 'kent-pcc').when(asked(), { by: who, given }).then([noFor]);
  });

  it('61. nor of the office that came before the promiser', () => {
    const mayor: BodyOnRecord = {
      ...{ id: 'kent-mayor', kind: 'local-policing-body', title: 'Mayor', within: null, succeededBy: null },
    };
    const gone = { ...bodies.get('kent-pcc')!, succeededBy: { body: 'kent-mayor', on: '2028-05-09' } };
    const given = { bodies: new Map([...bodies, ['kent-mayor', mayor], ['kent-pcc', gone]]) };
    promised('accept-discharge', 'kent-mayor', 'kent-panel')
      .when(from(officePaper), { by: office, given: { ...given, paper: officePaper } })
      .thenRefused('scrutiny.not-its-paper');
  });

  it.each(OF_EITHER)('60. %s is either side’s, and the record shows whose', (deed) => {
    for (const who of [otherForce, panel, inspector])
      fitting(deed).when(asked(), by(who)).thenRefused('scrutiny.not-yours');
    for (const who of [force, office]) fitting(deed).when(asked(), by(who)).then([noFor]);
    fitting(deed)
      .when(from(forcePaper, { for: 'kent-police' }), by(office, forcePaper))
      .then([whole({ for: 'kent-police' })]);
    const toPanel = promised(deed, 'kent-police', 'kent-panel');
    toPanel.when(from(officePaper), by(office, officePaper)).thenRefused('scrutiny.side-missing');
    toPanel
      .when(from(officePaper, { for: 'kent-pcc' }), by(office, officePaper))
      .thenRefused('scrutiny.other-actor');
    toPanel
      .when(from(officePaper, { for: 'kent-panel' }), by(office, officePaper))
      .then([whole({ for: 'kent-panel' })]);
    promised(deed, 'kent-police', null)
      .when(from(officePaper), by(office, officePaper))
      .then([whole({ for: 'kent-police' })]);
  });

  it('60. that supersedes names another commitment on record, or none', () => {
    const supersede = fitting('supersede-commitment').given([made({ commitment: 'another' })]);
    const named = (supersededBy: string | null) => supersede.when(asked({ supersededBy }), by(force));
    named('another').then([
      whole({
        about: [
          `commitment:kent/${COMMITMENT}`,
          'body:kent-police',
          'body:kent-pcc',
          'commitment:kent/another',
        ],
        data: whole({ supersededBy: 'another', reason: because }),
      }),
    ]);
    named(null).then([whole({ data: whole({ supersededBy: null }) })]);
    for (const none of [COMMITMENT, 'nowhere']) named(none).thenRefused('scrutiny.not-another-commitment');
  });

  it('62. can only be a claim where nobody knows to whom it was promised', () => {
    for (const deed of OF_PROMISEE)
      promised(deed, 'kent-police', null)
        .when(asked(), by(office))
        .thenRefused('scrutiny.promised-to-nobody');
    promised('claim-commitment', 'kent-police', null).when(asked(), by(force)).events();
  });
});
