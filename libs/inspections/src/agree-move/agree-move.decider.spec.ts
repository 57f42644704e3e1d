import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import { stateOn, type InspectionsBook } from '../book';
import type { FindingContent, InspectionsEvent } from '../inspections.events';
import {
  AFI,
  LATER_STILL,
  act,
  anticipated,
  dated,
  force,
  forcePaper,
  grouped,
  inspected,
  inspector,
  inspectorsPaper,
  moved,
  office,
  otherInspector,
  raised,
} from '../testing/facts';
import { given } from '../testing/history';
import { agreeMove, type AgreeMoveInput } from './agree-move.decider';

const book = givenWhenThen<AgreeMoveInput, InspectionsBook, InspectionsEvent, GivenPaper>(agreeMove);
const bare = { by: office, given: {} };
const OTHER = 'kent-peel-2021-22-afi-02';
const MOVE = eventId(3);
const asked: AgreeMoveInput = { area: 'kent', finding: AFI, effectiveOn: LATER_STILL };
const data = { area: 'kent', findings: [AFI], addressees: ['kent-police'], of: MOVE };
const fact = {
  ...{ type: 'inspections.move-agreed', schema: 1, effectiveOn: LATER_STILL, precision: 'day' },
  ...{ access: 'public', about: [`finding:kent/${AFI}`, 'body:kent-police'] },
};
const finding = (parts: Partial<FindingContent> = {}) =>
  given(book, [inspected(), inspector], [raised(parts), inspector]);
const dueInNovember = given(finding(), [anticipated('2022-11-30'), force]);
const inFebruary = moved(eventId(2), '2022-11-30', '2023-02-28', { effectiveOn: '2022-10-01' });
const movedOnce = given(dueInNovember, [inFebruary, force]);
const inMay = moved(MOVE, '2023-02-28', '2023-05-31', { effectiveOn: '2022-10-20' });
const agreed = (of: string) => act('inspections.move-agreed', { of }, { effectiveOn: LATER_STILL });

describe('agree-move', () => {
  it('52. the local policing body agrees to a move of its force, which stays a move', () => {
    movedOnce.when(asked, bare).then([{ ...fact, data }]);
    const [event] = movedOnce.when(asked, bare).events();
    const { findings } = given(movedOnce, [event!, office]).state();
    const { moves, slipDays } = stateOn(findings.get(AFI)!, 'kent-police', LATER_STILL).completion;
    expect(moves).toMatchObject([{ id: MOVE, agreed: { id: eventId(4), by: office } }]);
    expect(slipDays).toBe(90);
  });

  it('52. also where the office wrote the move down for the force', () => {
    const transcribed = given(dueInNovember, [{ ...inFebruary, for: 'kent-police' }, office]);
    transcribed.when(asked, bare).then([{ ...fact, data }]);
  });

  it('52. never the body that moved it', () => {
    movedOnce.when(asked, { by: force, given: {} }).thenRefused('inspections.not-yours');
    const paper = { ...asked, for: 'kent-police', paper: 'paper-f' };
    movedOnce.when(paper, { by: office, given: { paper: forcePaper } }).thenRefused('inspections.not-yours');
    const addressees = ['kent-chief-constable'];
    const chief = given(finding({ addressees, completeBy: dated('2022-11-30') }), [
      act(
        'inspections.completion-moved',
        { addressees, of: eventId(1), from: dated('2022-11-30'), to: dated('2023-02-28') },
        {},
      ),
      force,
    ]);
    chief.when(asked, { by: force, given: {} }).thenRefused('inspections.not-yours');
    const written = act(
      'inspections.completion-anticipated',
      { addressees, expected: dated('2022-11-30') },
      { for: 'kent-chief-constable' },
    );
    const to = { from: dated('2022-11-30'), to: dated('2023-02-28') };
    given(
      finding({ addressees }),
      [written, office],
      [act('inspections.completion-moved', { addressees, of: eventId(2), ...to }), force],
    )
      .when(asked, { by: force, given: {} })
      .thenRefused('inspections.not-yours');
  });

  it('52. also by the body that asked another to move it: else nobody could agree to that', () => {
    const askedBy = (body: string) =>
      given(dueInNovember, [{ ...inFebruary, data: { ...inFebruary.data, askedBy: body } }, force]);
    askedBy('kent-pcc')
      .when(asked, bare)
      .then([{ ...fact, data }]);
    askedBy('hmicfrs')
      .when(asked, bare)
      .then([{ ...fact, data }]);
    askedBy('kent-chief-constable')
      .when(asked, bare)
      .then([{ ...fact, data }]);
  });

  it('52. nor an inspectorate to which nothing was promised', () => {
    movedOnce.when(asked, { by: inspector, given: {} }).thenRefused('inspections.not-yours');
    const paper = { ...asked, for: 'hmicfrs', paper: 'paper-i' };
    movedOnce
      .when(paper, { by: office, given: { paper: inspectorsPaper } })
      .thenRefused('inspections.not-yours');
  });

  it('52. the inspectorate agrees where it set the date that was moved, and the local policing body may', () => {
    const set = given(finding({ completeBy: dated('2022-11-30') }), [
      { ...inFebruary, data: { ...inFebruary.data, of: eventId(1) } },
      force,
    ]);
    const of = eventId(2);
    set.when(asked, { by: inspector, given: {} }).then([{ ...fact, data: { ...data, of } }]);
    set.when(asked, bare).then([{ ...fact, data: { ...data, of } }]);
    set.when(asked, { by: otherInspector, given: {} }).thenRefused('inspections.not-yours');
    const moreover = given(set, [{ ...inMay, data: { ...inMay.data, of } }, force]);
    moreover.when(asked, { by: inspector, given: {} }).thenRefused('inspections.not-yours');
  });

  it("52. the inspectorate agrees to the local policing body's own, whose office may only write it down", () => {
    const addressees = ['kent-pcc'];
    const its = given(
      finding({ addressees }),
      [act('inspections.completion-anticipated', { addressees, expected: dated('2022-11-30') }), office],
      [
        act(
          'inspections.completion-moved',
          { addressees, of: eventId(2), from: dated('2022-11-30'), to: dated('2023-02-28') },
          {},
        ),
        office,
      ],
    );
    const own = { ...fact, about: [fact.about[0], 'body:kent-pcc'], data: { ...data, addressees } };
    its.when(asked, { by: inspector, given: {} }).then([own]);
    its.when(asked, bare).thenRefused('inspections.paper-missing');
    its.when({ ...asked, for: 'kent-pcc' }, bare).thenRefused('inspections.not-yours');
    its.when({ ...asked, paper: 'paper-i' }, { by: office, given: { paper: inspectorsPaper } }).then([
      {
        ...own,
        for: 'hmicfrs',
        source: { paper: 'paper-i', place: '' },
        about: [...own.about, 'paper:paper-i'],
      },
    ]);
  });

  it('53. the latest move that is not agreed, or the one named', () => {
    const twice = given(movedOnce, [inMay, force]);
    twice.when(asked, bare).then([{ ...fact, data: { ...data, of: eventId(4) } }]);
    twice.when({ ...asked, of: MOVE }, bare).then([{ ...fact, data }]);
    given(twice, [agreed(eventId(4)), office])
      .when(asked, bare)
      .then([{ ...fact, data }]);
    twice.when({ ...asked, of: eventId(2) }, bare).thenRefused('inspections.unknown-move', {
      fields: [expect.objectContaining({ field: '/of' })],
    });
    twice
      .when({ ...asked, of: MOVE, effectiveOn: '2022-09-30' }, bare)
      .thenRefused('inspections.unknown-move');
  });

  it('53. a move is agreed once, also where that is entered about a later day', () => {
    const once = given(movedOnce, [agreed(MOVE), office]);
    once.when(asked, bare).thenRefused('inspections.nothing-to-agree');
    once.when({ ...asked, of: MOVE }, bare).thenRefused('inspections.already-agreed');
    once
      .when({ ...asked, of: MOVE, effectiveOn: '2022-10-02' }, bare)
      .thenRefused('inspections.already-agreed');
    dueInNovember.when(asked, bare).thenRefused('inspections.nothing-to-agree');
  });

  it('53. agreed for one finding, it is agreed for all that it moved', () => {
    const both = { findings: [AFI, OTHER] };
    const shared = given(
      finding(),
      [raised({ finding: OTHER }), inspector],
      [grouped([AFI, OTHER]), force],
      [act('inspections.completion-anticipated', { ...both, expected: dated('2022-11-30') }), force],
      [
        act('inspections.completion-moved', {
          ...both,
          of: eventId(4),
          from: dated('2022-11-30'),
          to: dated('2023-02-28'),
        }),
        force,
      ],
      [grouped([OTHER], {}, { effectiveOn: '2022-10-01' }), force],
    );
    shared
      .when({ ...asked, finding: OTHER }, bare)
      .then([expect.objectContaining({ data: { ...data, ...both, of: eventId(5) } })]);
  });

  it('53. what was said twice, because an older move was entered later, is agreed by either name', () => {
    const older = moved(eventId(2), '2022-11-30', '2023-02-28', { effectiveOn: '2022-09-20' });
    const again = given(movedOnce, [older, force]);
    again.when({ ...asked, of: MOVE }, bare).then([{ ...fact, data: { ...data, of: eventId(4) } }]);
    const { findings } = given(movedOnce, [agreed(MOVE), office], [older, force]).state();
    const { moves } = stateOn(findings.get(AFI)!, 'kent-police', LATER_STILL).completion;
    expect(moves).toMatchObject([{ id: eventId(5), repeated: [MOVE], agreed: { id: eventId(4) } }]);
  });
});
