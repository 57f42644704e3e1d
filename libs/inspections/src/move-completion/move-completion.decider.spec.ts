import type { GivenPaper } from '@daybook/provenance';
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsBook } from '../book';
import { stateOn } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import {
  AFI,
  LATER,
  LATER_STILL,
  act,
  anticipated,
  because,
  dated,
  force,
  forcePaper,
  grouped,
  inspected,
  inspector,
  moved,
  office,
  raised,
} from '../testing/facts';
import { given } from '../testing/history';
import { moveCompletion, type MoveCompletionInput } from './move-completion.decider';

const book = givenWhenThen<MoveCompletionInput, InspectionsBook, InspectionsEvent, GivenPaper>(
  moveCompletion,
);
const own = { by: force, given: {} };
const OTHER = 'kent-peel-2021-22-afi-02';
const DATE = eventId(2);
const asked: MoveCompletionInput = {
  ...{ area: 'kent', finding: AFI, effectiveOn: LATER_STILL, to: '2023-02-28', reason: because },
};
const data = {
  ...{ area: 'kent', findings: [AFI], addressees: ['kent-police'], of: DATE },
  ...{ from: dated('2022-11-30'), to: dated('2023-02-28'), reason: because, askedBy: 'kent-police' },
};
const fact = {
  ...{ type: 'inspections.completion-moved', schema: 1, effectiveOn: LATER_STILL, precision: 'day' },
  ...{ access: 'public', about: [`finding:kent/${AFI}`, 'body:kent-police'] },
};
const open = given(book, [inspected(), inspector], [raised(), inspector]);
const dueInNovember = given(open, [anticipated('2022-11-30'), force]);

describe('move-completion', () => {
  it('50. says from which date to which, why, and who asked', () => {
    dueInNovember.when(asked, own).then([{ ...fact, data }]);
    dueInNovember
      .when({ ...asked, of: DATE, askedBy: 'kent-pcc' }, own)
      .then([{ ...fact, data: { ...data, askedBy: 'kent-pcc' } }]);
    dueInNovember.when({ ...asked, to: 'tbc', latest: '2023-06-30' }, own).then([
      expect.objectContaining({
        data: expect.objectContaining({
          to: expect.objectContaining({ latest: '2023-06-30' }) as object,
        }) as object,
      }),
    ]);
  });

  it('50. a body gives the reason of its own move; of a transcribed one neither that nor who asked', () => {
    dueInNovember.when({ ...asked, reason: null }, own).thenRefused('inspections.reason-missing', {
      fields: [expect.objectContaining({ field: '/reason' })],
    });
    const { reason: _reason, ...paper } = { ...asked, paper: 'paper-f' };
    dueInNovember
      .when(paper, { by: office, given: { paper: forcePaper } })
      .then([
        expect.objectContaining({ for: 'kent-police', data: { ...data, reason: null, askedBy: null } }),
      ]);
  });

  it('50. it moves the date that stands on its day, and says which that is', () => {
    const stands = { detail: { standing: eventId(3), anticipated: '2023-01-31' } };
    const twice = given(dueInNovember, [
      moved(DATE, '2022-11-30', '2023-01-31', { effectiveOn: '2022-10-01' }),
      force,
    ]);
    twice.when({ ...asked, of: DATE }, own).thenRefused('inspections.not-standing', stands);
    twice
      .when(asked, own)
      .then([expect.objectContaining({ data: { ...data, of: eventId(3), from: dated('2023-01-31') } })]);
    twice.when({ ...asked, effectiveOn: LATER }, own).then([{ ...fact, effectiveOn: LATER, data }]);
    open.when(asked, own).thenRefused('inspections.no-date-stands');
    dueInNovember
      .when({ ...asked, effectiveOn: '2022-09-13' }, own)
      .thenRefused('inspections.no-date-stands');
  });

  it('50. it changes something', () => {
    dueInNovember.when({ ...asked, to: '30 November 2022' }, own).thenRefused('inspections.nothing-changes');
    dueInNovember.when({ ...asked, to: ' ' }, own).thenRefused('inspections.date-missing');
    dueInNovember.when({ ...asked, to: '2023-13' }, own).thenRefused('inspections.bad-month', {
      fields: [expect.objectContaining({ field: '/to' })],
    });
  });

  it('47. no date moves to before the finding', () => {
    dueInNovember.when({ ...asked, to: '2022-04-27' }, own).thenRefused('inspections.due-before-finding');
    dueInNovember.when({ ...asked, to: '2022-04-28' }, own).events();
  });

  it('48. no date of a finding that has ended moves, until it is reopened', () => {
    const closed = given(dueInNovember, [act('inspections.finding-closed', {}), inspector]);
    closed.when(asked, own).thenRefused('inspections.finding-ended');
    given(closed, [act('inspections.finding-reopened', {}), inspector])
      .when(asked, own)
      .events();
  });

  it('49. it moves the date of all that share the plan item, each from its own', () => {
    const shared = given(
      open,
      [raised({ finding: OTHER }), inspector],
      [anticipated('2022-11-30'), force],
      [
        act('inspections.completion-anticipated', { findings: [OTHER], expected: dated('2022-12-31') }),
        force,
      ],
      [grouped([AFI, OTHER]), force],
    );
    const both = expect.objectContaining({ findings: [AFI, OTHER], of: eventId(3) }) as object;
    const about = [`finding:kent/${AFI}`, `finding:kent/${OTHER}`, 'body:kent-police'];
    shared.when(asked, own).then([{ ...fact, about, data: both }]);
    const [event] = shared.when(asked, own).events();
    const { findings } = given(shared, [event!, force]).state();
    const slips = [AFI, OTHER].map((id) => {
      const { completion } = stateOn(findings.get(id)!, 'kent-police', LATER_STILL);
      return [completion.moves.length, completion.slipDays];
    });
    expect(slips).toEqual([
      [1, 90],
      [1, 59],
    ]);
  });

  it('51. it counts at once, and is not agreed', () => {
    const [event] = dueInNovember.when(asked, own).events();
    const { findings } = given(dueInNovember, [event!, force]).state();
    const { standing, moves } = stateOn(findings.get(AFI)!, 'kent-police', LATER_STILL).completion;
    expect(standing?.expected.latest).toBe('2023-02-28');
    expect(moves).toMatchObject([{ agreed: null, days: 90, declared: true }]);
    expect(stateOn(findings.get(AFI)!, 'kent-police', LATER).completion.standing?.id).toBe(DATE);
  });
});
