import type { Actor } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { PaperOnRecord } from '@daybook/provenance';
import type { DeedInput } from './act-on-finding';
import { ALL_DEEDS, type Deed } from './acting-on';
import { stateOn } from './book';
import type { InspectionsEvent } from './inspections.events';
import { asked, examplesOf, partyOf } from './testing/deeds';
import {
  AFI,
  LAST,
  LATER,
  LATER_STILL,
  PUBLISHED,
  act,
  because,
  force,
  forcePaper,
  inspected,
  inspector,
  inspectorsPaper,
  office,
  officePaper,
  otherForce,
  otherInspector,
  raised,
} from './testing/facts';
import { codesIn } from './testing/refusals';
import { BEGINNING, STANDINGS, actId, claimed, type Standing } from './testing/standings';

/** A standing that a deed fits. */
const FITS: Record<Deed, Standing> = {
  'accept-finding': 'open',
  'dispute-finding': 'open',
  'answer-dispute': 'disputed',
  'claim-discharge': 'open',
  'assure-discharge': 'claimed',
  'decline-discharge': 'claimed',
  'close-finding': 'assured',
  'reopen-finding': 'closed',
  'carry-forward-finding': 'open',
  'supersede-finding': 'open',
  'withdraw-finding': 'open',
};
const OF_ADDRESSEE: readonly Deed[] = ['accept-finding', 'dispute-finding', 'claim-discharge'];
const OF_POLICING_BODY: readonly Deed[] = ['assure-discharge', 'decline-discharge'];
const OF_INSPECTORATE = ALL_DEEDS.filter((deed) => ![...OF_ADDRESSEE, ...OF_POLICING_BODY].includes(deed));
const CONCERN_ALL: readonly Deed[] = ['carry-forward-finding', 'supersede-finding', 'withdraw-finding'];

const ready = (deed: Deed) => examplesOf(deed).given(BEGINNING).given(STANDINGS[FITS[deed]]);
const own = (deed: Deed) => ({ by: partyOf(deed), given: {} });
const by = (who: Actor, paper?: PaperOnRecord) => ({ by: who, given: paper ? { paper } : {} });
const from = (paper: PaperOnRecord, parts: Record<string, unknown> = {}): DeedInput =>
  asked({ paper: paper.id, place: 'p. 1', ...parts });

/** A finding of two bodies of the force's, one national and one of another force. */
const many = [
  inspected(),
  raised({ addressees: ['kent-police', 'kent-chief-constable', 'college', 'essex-police'] }),
];

describe('an act of one of the three parties', () => {
  it('21. is none about good practice', () => {
    for (const deed of ALL_DEEDS)
      examplesOf(deed)
        .given([inspected(), raised({ kind: 'good-practice' })])
        .when(asked(), own(deed))
        .thenRefused('inspections.good-practice');
  });

  it('33. concerns the addressee named, the only one, or the one for whom the sender acts', () => {
    const claim = examplesOf('claim-discharge');
    const addressees = (input: Record<string, unknown>, facts = many, who = force): unknown =>
      claim.given(facts).when(asked(input), by(who)).events()[0]?.data;
    expect(addressees({ addressee: 'kent-chief-constable' })).toMatchObject({
      addressees: ['kent-chief-constable'],
    });
    const national = [inspected(), raised({ addressees: ['kent-police', 'college'] })];
    expect(addressees({}, national)).toMatchObject({ addressees: ['kent-police'] });
    claim.given(many).when(asked(), by(force)).thenRefused('inspections.addressee-missing');
    claim
      .given(many)
      .when(asked({ addressee: 'home-office' }), by(force))
      .thenRefused('inspections.not-an-addressee');
    const close = examplesOf('close-finding').given(national);
    close.when(asked(), by(inspector)).thenRefused('inspections.addressee-missing');
    const assure = examplesOf('assure-discharge').given(national).given([claimed]);
    expect(assure.when(asked(), by(office)).events()[0]?.data).toMatchObject({ addressees: ['kent-police'] });
    const offices = [inspected(), raised({ addressees: ['kent-police', 'kent-pcc'] }), claimed];
    expect(
      examplesOf('assure-discharge')
        .given(offices)
        .when(asked({ for: 'kent-pcc' }), by(office))
        .events()[0]?.data,
    ).toMatchObject({ addressees: ['kent-police'] });
    claim.given([inspected()]).when(asked(), by(force)).thenRefused('inspections.unknown-finding');
  });

  it('33. of the inspectorate that ends it concerns all whom it fits, where it names none', () => {
    const closedFor = act('inspections.finding-closed', { addressees: ['college'] });
    for (const deed of CONCERN_ALL) {
      const outcome = examplesOf(deed).given(many).given([closedFor]).when(asked(), own(deed));
      expect(outcome.events()).toMatchObject([
        { data: { addressees: ['kent-police', 'kent-chief-constable', 'essex-police'] } },
      ]);
    }
  });

  it.each(OF_ADDRESSEE)('34. %s is an addressee’s, which the office may write down from a paper', (deed) => {
    const refused = (who: Actor, input = asked()): void =>
      ready(deed).when(input, by(who)).thenRefused('inspections.not-yours');
    refused(otherForce);
    refused(inspector);
    examplesOf(deed)
      .given(many)
      .when(asked({ addressee: 'essex-police' }), by(force))
      .thenRefused('inspections.not-yours');
    ready(deed).when(asked(), by(office)).thenRefused('inspections.paper-missing');
    ready(deed)
      .when(from(forcePaper), by(office, forcePaper))
      .then([
        expect.objectContaining({
          for: 'kent-police',
          data: expect.not.objectContaining({ secondHand: true }) as object,
        }),
      ]);
    ready(deed)
      .when(from(officePaper), by(office, officePaper))
      .then([
        expect.objectContaining({
          for: 'kent-police',
          data: expect.objectContaining({ secondHand: true }) as object,
        }),
      ]);
    const offices = [inspected(), raised({ addressees: ['kent-pcc'] })];
    examplesOf(deed)
      .given(offices)
      .when(asked(), by(office))
      .then([expect.not.objectContaining({ for: expect.anything() as string })]);
  });

  it.each(OF_POLICING_BODY)('34. %s is the local policing body’s alone, about its own force', (deed) => {
    for (const who of [force, inspector, otherForce, { ...office, body: 'essex-pcc' }])
      ready(deed).when(asked(), by(who)).thenRefused('inspections.not-yours');
    for (const addressee of ['college', 'essex-police']) {
      const claim = act('inspections.discharge-claimed', { addressees: [addressee] });
      examplesOf(deed)
        .given(many)
        .given([claim])
        .when(asked({ addressee, of: eventId(2) }), by(office))
        .thenRefused('inspections.nothing-to-assure');
    }
    const claim = act('inspections.discharge-claimed', { addressees: ['kent-chief-constable'] });
    examplesOf(deed)
      .given(many)
      .given([claim])
      .when(asked({ addressee: 'kent-chief-constable' }), by(office))
      .then([
        expect.objectContaining({ about: expect.arrayContaining(['body:kent-chief-constable']) as string[] }),
      ]);
  });

  it.each(OF_INSPECTORATE)('34. %s is its inspectorate’s, which the office may write down', (deed) => {
    for (const who of [force, otherForce, otherInspector])
      ready(deed).when(asked(), by(who)).thenRefused('inspections.not-yours');
    ready(deed).when(asked(), by(office)).thenRefused('inspections.paper-missing');
    ready(deed)
      .when(from(inspectorsPaper), by(office, inspectorsPaper))
      .then([expect.objectContaining({ for: 'hmicfrs', source: { paper: 'paper-i', place: 'p. 1' } })]);
    const second = ready(deed).when(from(officePaper), by(office, officePaper));
    if (deed === 'close-finding' || deed === 'reopen-finding')
      return second.thenRefused('inspections.not-its-paper');
    second.then([expect.objectContaining({ data: expect.objectContaining({ secondHand: true }) as object })]);
  });

  it('34. of HMICFRS ends what HMIC began', () => {
    const older = [inspected({ inspectorate: 'hmic' }), raised()];
    const close = examplesOf('close-finding').given(older);
    close
      .when(asked(), by(inspector))
      .then([expect.not.objectContaining({ for: expect.anything() as string })]);
    close
      .when(from(inspectorsPaper), by(office, inspectorsPaper))
      .then([expect.objectContaining({ for: 'hmicfrs' })]);
  });

  it.each([
    ['dispute-finding', 'reason', forcePaper],
    ['answer-dispute', 'reason', inspectorsPaper],
    ['claim-discharge', 'evidence', forcePaper],
    ['reopen-finding', 'reason', inspectorsPaper],
    ['withdraw-finding', 'reason', inspectorsPaper],
  ] as const)('35. %s gives its %s, but where it is read in a paper', (deed, field, paper) => {
    const without = asked({ [field]: null });
    ready(deed).when(without, own(deed)).thenRefused(`inspections.${field}-missing`);
    ready(deed)
      .when(from(paper, { [field]: null }), by(office, paper))
      .then([expect.objectContaining({ data: expect.objectContaining({ [field]: null }) as object })]);
  });

  it('35. that declines a claim says why', () => {
    const deed = 'decline-discharge';
    ready(deed)
      .when(asked({ reason: null }), own(deed))
      .thenRefused('inspections.reason-missing');
  });

  it('35. may go without a reason where it only goes on', () => {
    for (const deed of ALL_DEEDS.filter((one) => /accept|assure|close|carry|supersede/.test(one)))
      ready(deed)
        .when(asked({ reason: null }), own(deed))
        .events();
  });

  it('36. is judged by what stood on its own day, and nothing is said before the finding', () => {
    const late = examplesOf('dispute-finding').given(BEGINNING).given(STANDINGS.assured);
    late.when(asked({ effectiveOn: '2022-09-13' }), by(force)).events();
    late.when(asked({ effectiveOn: LATER }), by(force)).thenRefused('inspections.status-differs');
    late.when(asked({ effectiveOn: PUBLISHED }), by(force)).events();
    late.when(asked({ effectiveOn: '2022-04-27' }), by(force)).thenRefused('inspections.before-its-finding');
    late.when(asked({ effectiveOn: '2026-01-16' }), by(force)).thenRefused('inspections.future-date');
    late.when(asked({ effectiveOn: '2022-13' }), by(force)).thenRefused('inspections.bad-date');
    examplesOf('assure-discharge')
      .given(BEGINNING)
      .given([claimed])
      .when(asked({ effectiveOn: '2022-09-13' }), by(office))
      .thenRefused('inspections.not-claimed');
  });

  it('37. stays on record and changes nothing where a later entry leaves it no place', () => {
    const claim = examplesOf('claim-discharge').given(BEGINNING).given([claimed]);
    const dispute = act('inspections.finding-disputed', {}, { effectiveOn: '2022-09-01' });
    const { findings } = claim.given([dispute]).state();
    const state = stateOn(findings.get(AFI)!, 'kent-police', LAST);
    expect(state).toMatchObject({ status: 'disputed', claim: null, notFitting: [actId(0)] });
    const accept = act('inspections.finding-accepted', {}, { effectiveOn: '2022-09-02' });
    const after = claim.given([dispute]).given([accept]).state();
    expect(stateOn(after.findings.get(AFI)!, 'kent-police', LAST)).toMatchObject({
      ...{ status: 'claimed', notFitting: [] },
      claim: { id: actId(0) },
    });
  });

  it('38. is done once where two people do it at once, and names what it is about', () => {
    const claim = examplesOf('claim-discharge').given(BEGINNING);
    const first = claim.when(asked(), by(force)).events();
    claim
      .given(first)
      .when(asked(), by({ ...force, person: 'person-g' }))
      .thenRefused('inspections.already-so', {
        detail: { status: 'claimed', standing: null, addressee: 'kent-police' },
      });
    const again: readonly InspectionsEvent[] = [...STANDINGS['open, its claim declined'], claimed];
    const second = examplesOf('assure-discharge').given(BEGINNING).given(again);
    second
      .when(asked({ of: actId(0) }), by(office))
      .thenRefused('inspections.not-standing', { detail: { standing: actId(2) } });
    second
      .when(asked({ of: actId(2) }), by(office))
      .then([expect.objectContaining({ data: expect.objectContaining({ of: actId(2) }) as object })]);
  });

  it('39. is restricted where its finding, its inspection or its paper is', () => {
    const restricted = { access: 'restricted' } as const;
    const closed = [expect.objectContaining(restricted)];
    const accept = examplesOf('accept-finding');
    accept
      .given([inspected({}, restricted), raised()])
      .when(asked(), by(force))
      .then(closed);
    accept
      .given([inspected(), raised({}, restricted)])
      .when(asked(), by(force))
      .then(closed);
    accept.given(BEGINNING).when(asked(restricted), by(force)).then(closed);
    const hidden = { ...forcePaper, ...restricted };
    accept.given(BEGINNING).when(from(hidden), by(force, hidden)).then(closed);
    const { decided } = accept.given(BEGINNING).when(asked({ paper: 'nowhere' }), by(force));
    expect(codesIn(decided)).toEqual(['inspections.unknown-paper']);
  });

  it('39. says the same of every deed: its finding, inspection, addressee and words', () => {
    for (const deed of ALL_DEEDS)
      ready(deed)
        .when(asked(), own(deed))
        .then([
          expect.objectContaining({
            ...{ schema: 1, effectiveOn: LATER_STILL, precision: 'day', access: 'public' },
            about: [`finding:kent/${AFI}`, 'inspection:kent/kent-peel-2021-22', 'body:kent-police'],
            data: expect.objectContaining({
              ...{ area: 'kent', findings: [AFI], addressees: ['kent-police'] },
              ...(deed === 'claim-discharge' ? { evidence: because } : { reason: because }),
            }) as object,
          }),
        ]);
  });
});
