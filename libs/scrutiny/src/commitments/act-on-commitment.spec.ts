import type { Actor } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { BodyOnRecord } from '@daybook/provenance';
import { known } from '../book';
import type { ScrutinyEvent } from '../scrutiny.events';
import {
  BOARD,
  COMMITMENT,
  DEPUTY,
  LAST,
  LATER,
  LATER_STILL,
  MET,
  because,
  bodies,
  called,
  dated,
  force,
  forcePaper,
  held,
  inspector,
  made,
  office,
  officePaper,
  otherForce,
  panel,
  panelPaper,
} from '../testing/facts';
import {
  BEGINNING,
  DUE,
  DUE_LATER,
  STANDINGS,
  actId,
  asked,
  by,
  examplesOf,
  from,
  moveAsked,
  partyOf,
  ready,
  said,
  type Standing,
} from '../testing/promises';
import { ALL_DEEDS, isPromisees, type Deed } from './acting-on';
import { commitmentOn } from './commitment-state';

/** A standing that a deed fits. */
const FITS: Record<Deed, Standing> = {
  'accept-commitment': 'open',
  'ask-commitment-move': 'open',
  'agree-commitment-move': 'open, a move asked for',
  'refuse-commitment-move': 'open, a move asked for',
  'report-commitment-progress': 'open',
  'claim-commitment': 'open',
  'accept-discharge': 'claimed',
  'refuse-discharge': 'claimed',
  'withdraw-commitment': 'open',
  'supersede-commitment': 'open',
  'reopen-commitment': 'discharged',
};
const OF_EITHER: readonly Deed[] = ['withdraw-commitment', 'supersede-commitment'];
const OF_PROMISEE = ALL_DEEDS.filter(isPromisees);
const OF_OWNER = ALL_DEEDS.filter((deed) => !isPromisees(deed) && !OF_EITHER.includes(deed));
const OWN: Partial<Record<Deed, string>> = {
  'agree-commitment-move': 'own-move',
  'refuse-commitment-move': 'own-move',
  'accept-discharge': 'own-discharge',
  'refuse-discharge': 'own-discharge',
};

const fitting = (deed: Deed) => ready(deed, FITS[deed]);
const whole = (parts: Record<string, unknown>): unknown => expect.objectContaining(parts);
const noFor = expect.not.objectContaining({ for: expect.anything() as string }) as unknown;

/** The same acts about a commitment that others made. */
function promised(deed: Deed, owner: string, to: string | null) {
  const beginning: readonly ScrutinyEvent[] = [called(), held(), made({ owner, to, due: dated(DUE) })];
  return examplesOf(deed).given(beginning).given(STANDINGS[FITS[deed]]);
}

describe('an act of one side of a promise', () => {
  it('66. is restricted where its commitment, its paper or what it answers is', () => {
    const closed = [whole({ access: 'restricted' })];
    const hidden = { access: 'restricted' } as const;
    const claim = examplesOf('claim-commitment');
    claim
      .given([called(), held(), made({}, hidden)])
      .when(asked(), by(force))
      .then(closed);
    claim
      .given([called(), held(), made({ item: '3' })])
      .when(asked(), by(force))
      .then(closed);
    const paper = { ...forcePaper, ...hidden };
    fitting('claim-commitment').when(from(paper), by(force, paper)).then(closed);
    const accept = examplesOf('accept-discharge').given(BEGINNING);
    accept
      .given([said('discharge-claimed', {}, hidden)])
      .when(asked(), by(office))
      .then(closed);
    const ask = examplesOf('ask-commitment-move').given(BEGINNING);
    const moved = [moveAsked(DUE_LATER, {}, hidden), said('commitment-move-agreed', { of: actId(0) })];
    ask.given(moved).when(asked(), by(force)).then(closed);
    const ended = said('commitment-withdrawn', {}, hidden);
    const reopen = examplesOf('reopen-commitment').given(BEGINNING).given([ended]);
    reopen.when(asked(), by(office)).then(closed);
    const other = made({ commitment: 'another' }, hidden);
    const supersede = examplesOf('supersede-commitment').given(BEGINNING).given([other]);
    supersede.when(asked({ supersededBy: 'another' }), by(force)).then(closed);
    fitting('claim-commitment')
      .when(asked(), by(force))
      .then([whole({ access: 'public' })]);
  });

  it('67. is judged by what stood on its own day, and nothing is said before the promise', () => {
    const late = examplesOf('claim-commitment').given(BEGINNING).given(STANDINGS.discharged);
    late.when(asked({ effectiveOn: MET }), by(force)).events();
    late.when(asked({ effectiveOn: LATER }), by(force)).thenRefused('scrutiny.commitment-ended');
    late.when(asked({ effectiveOn: '2023-03-14' }), by(force)).thenRefused('scrutiny.before-its-commitment');
    late.when(asked({ effectiveOn: '2027-01-01' }), by(force)).thenRefused('scrutiny.future-date');
    late.when(asked({ commitment: 'none' }), by(force)).thenRefused('scrutiny.unknown-commitment');
  });

  it.each(OF_OWNER)('70. %s is the owner’s, which the office may write down from a paper', (deed) => {
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

  it.each(OF_PROMISEE)('74. %s is never the promiser’s', (deed) => {
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
    '74. %s of the office’s own promise is written down from a paper of the other side’s alone',
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

  it('74. is still not the promiser’s where both sides came to be one body', () => {
    const mayor: BodyOnRecord = {
      ...{ id: 'kent-mayor', kind: 'local-policing-body', title: 'Mayor', within: null, succeededBy: null },
    };
    const gone = (id: string): [string, BodyOnRecord] => [
      id,
      { ...bodies.get(id)!, succeededBy: { body: 'kent-mayor', on: '2028-05-01' } },
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

  it.each(OF_EITHER)('73. %s is either side’s, and the record shows whose', (deed) => {
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

  it('73. that supersedes names another commitment on record, or none', () => {
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

  it('75. can only be a claim where nobody knows to whom it was promised', () => {
    for (const deed of OF_PROMISEE)
      promised(deed, 'kent-police', null)
        .when(asked(), by(office))
        .thenRefused('scrutiny.promised-to-nobody');
    promised('claim-commitment', 'kent-police', null).when(asked(), by(force)).events();
  });

  it.each([
    ['ask-commitment-move', 'reason', forcePaper],
    ['claim-commitment', 'evidence', forcePaper],
    ['withdraw-commitment', 'reason', forcePaper],
    ['supersede-commitment', 'reason', forcePaper],
    ['refuse-commitment-move', 'reason', panelPaper],
    ['refuse-discharge', 'reason', panelPaper],
    ['reopen-commitment', 'reason', panelPaper],
  ] as const)('76. %s gives its %s, but where it is read in a paper', (deed, field, paper) => {
    const own = partyOf(deed);
    fitting(deed)
      .when(asked({ [field]: null }), by(own))
      .thenRefused(`scrutiny.${field}-missing`);
    const example = isPromisees(deed) ? promised(deed, 'kent-police', 'kent-panel') : fitting(deed);
    example
      .when(
        from(paper, { [field]: null, for: example && isPromisees(deed) ? 'kent-panel' : 'kent-police' }),
        by(office, paper),
      )
      .then([whole({ data: whole({ [field]: null }) })]);
  });

  it('76. of progress says something', () => {
    const report = fitting('report-commitment-progress');
    report.when(asked({ report: null }), by(force)).thenRefused('scrutiny.progress-missing');
    report
      .when(asked({ report: null, planned: because }), by(force))
      .then([whole({ data: whole({ report: null, taken: null, planned: because }) })]);
  });

  it('77. is done once where two people do it at once, and names what stands', () => {
    const claim = examplesOf('claim-commitment').given(BEGINNING);
    const first = claim.when(asked(), by(force)).events();
    claim
      .given(first)
      .when(asked(), by({ ...force, person: 'person-g' }))
      .thenRefused('scrutiny.already-so', { detail: { status: 'claimed', standing: null, due: DUE } });
    const again = ready('accept-discharge', 'claimed again');
    again
      .when(asked({ of: actId(0) }), by(office))
      .thenRefused('scrutiny.not-standing', { detail: { standing: actId(2) } });
    again.when(asked({ of: actId(2) }), by(office)).then([whole({ data: whole({ of: actId(2) }) })]);
  });

  it('68. says the same whatever it is: its commitment, both sides and the paper', () => {
    for (const deed of ALL_DEEDS)
      fitting(deed)
        .when(asked(), by(partyOf(deed)))
        .then([
          whole({
            ...{ schema: 1, effectiveOn: LATER_STILL, precision: 'day', access: 'public' },
            about: [`commitment:kent/${COMMITMENT}`, 'body:kent-police', 'body:kent-pcc'],
            data: whole({ area: 'kent', commitment: COMMITMENT, office: null }),
          }),
        ]);
  });

  it('69. stays on record where a late entry leaves it no place, and is answered where one comes before', () => {
    const claimed = examplesOf('accept-discharge').given(BEGINNING).given(STANDINGS.discharged);
    const stateAfter = (late: ScrutinyEvent) => {
      const { acts } = known(claimed.given([late]).state(), 'commitment', COMMITMENT)!;
      return commitmentOn(acts, LAST);
    };
    const withdrawn = said('commitment-withdrawn', {}, { effectiveOn: MET });
    expect(stateAfter(withdrawn)).toMatchObject({ status: 'withdrawn', notFitting: [actId(0), actId(1)] });
    const older = said('discharge-claimed', {}, { effectiveOn: MET });
    expect(stateAfter(older)).toMatchObject({
      ...{ status: 'discharged', notFitting: [], claim: { id: eventId(BEGINNING.length + 2) } },
      repeated: [actId(0)],
    });
  });
});
