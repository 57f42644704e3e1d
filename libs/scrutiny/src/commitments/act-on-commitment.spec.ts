import { eventId } from '@daybook/ledger/testing';
import { known } from '../book';
import type { ScrutinyEvent } from '../scrutiny.events';
import {
  COMMITMENT,
  LAST,
  LATER,
  LATER_STILL,
  MET,
  because,
  bodies,
  called,
  force,
  forcePaper,
  held,
  made,
  office,
  panelPaper,
} from '../testing/facts';
import { CITE, FIGURE, REVISED, robbery } from '../testing/questions';
import {
  BEGINNING,
  DUE,
  DUE_LATER,
  STANDINGS,
  actId,
  asked,
  by,
  examplesOf,
  fitting,
  from,
  moveAsked,
  partyOf,
  promised,
  ready,
  said,
  whole,
} from '../testing/promises';
import { ALL_DEEDS, isPromisees } from './acting-on';
import { commitmentOn } from './commitment-state';

describe('an act of one side of a promise', () => {
  it('53. is restricted where its commitment, its paper or what it answers is', () => {
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
    const agreed = [moveAsked(DUE_LATER), said('commitment-move-agreed', { of: actId(0) }, hidden)];
    ask
      .given(agreed)
      .when(asked({ to: '2023-12-01' }), by(force))
      .then(closed);
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

  it('54. is judged by what stood on its own day, and nothing is said before the promise', () => {
    const late = examplesOf('claim-commitment').given(BEGINNING).given(STANDINGS.discharged);
    late.when(asked({ effectiveOn: MET }), by(force)).events();
    late.when(asked({ effectiveOn: LATER }), by(force)).thenRefused('scrutiny.commitment-ended');
    late.when(asked({ effectiveOn: '2023-03-14' }), by(force)).thenRefused('scrutiny.before-its-commitment');
    late.when(asked({ effectiveOn: '2027-01-01' }), by(force)).thenRefused('scrutiny.future-date');
    late.when(asked({ commitment: 'none' }), by(force)).thenRefused('scrutiny.unknown-commitment');
  });

  it.each([
    ['ask-commitment-move', 'reason', forcePaper],
    ['claim-commitment', 'evidence', forcePaper],
    ['withdraw-commitment', 'reason', forcePaper],
    ['supersede-commitment', 'reason', forcePaper],
    ['refuse-commitment-move', 'reason', panelPaper],
    ['refuse-discharge', 'reason', panelPaper],
    ['reopen-commitment', 'reason', panelPaper],
  ] as const)('63. %s gives its %s, but where it is read in a paper', (deed, field, paper) => {
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

  it('63. of progress says something', () => {
    const report = fitting('report-commitment-progress');
    report.when(asked({ report: null }), by(force)).thenRefused('scrutiny.progress-missing');
    report
      .when(asked({ report: null, planned: because }), by(force))
      .then([whole({ data: whole({ report: null, taken: null, planned: because }) })]);
  });

  it('64. is done once where two people do it at once, and names what stands', () => {
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

  it('55. says the same whatever it is: its commitment, both sides and the paper', () => {
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

  it('56. stays on record where a late entry leaves it no place, and is answered where one comes before', () => {
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

  it('69. that claims cites figures at the vintage that stood on its day, and names them', () => {
    const { cites } = cited;
    const claim = fitting('claim-commitment');
    const given = { bodies, figures: [robbery()] };
    claim
      .when(asked({ cites: [CITE], effectiveOn: LATER }), { by: force, given })
      .then([whole({ about: expect.arrayContaining([FIGURE]) as string[], data: whole({ cites }) })]);
    claim
      .when(asked({ cites: [CITE], effectiveOn: LATER }), by(force))
      .thenRefused('scrutiny.unknown-figure');
    const closed = { bodies, figures: [robbery({ access: 'restricted' })] };
    claim
      .when(asked({ cites: [CITE], effectiveOn: LATER }), { by: force, given: closed })
      .then([whole({ access: 'restricted' })]);
  });
});

/** The citation as an event keeps it. */
const cited = { cites: [{ figure: FIGURE, vintage: REVISED, value: null }] };
