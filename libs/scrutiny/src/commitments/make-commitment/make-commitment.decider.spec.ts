import { givenWhenThen } from '@daybook/ledger/testing';
import type { Expected } from '@daybook/due-dates';
import {
  BOARD,
  CALLED,
  COMMITMENT,
  DEPUTY,
  LATER,
  LATER_STILL,
  MEETING,
  MET,
  because,
  called,
  dated,
  force,
  held,
  item,
  made,
  office,
  officePaper,
  otherForce,
  panel,
  restrictedPaper,
} from '../../testing/facts';
import { by } from '../../testing/promises';
import type { TargetSent } from '../target';
import { makeCommitment, type MakeCommitmentInput } from './make-commitment.decider';

const example = givenWhenThen(makeCommitment);
const beginning = example.given([called(), held()] as never[]);

function promise(parts: Partial<MakeCommitmentInput> = {}): MakeCommitmentInput {
  return {
    ...{ area: 'kent', id: COMMITMENT, kind: 'action', title: 'Report on vetting', effectiveOn: MET },
    ...{ owner: 'kent-police', to: 'kent-pcc', meeting: MEETING, item: '1', due: '2023-06-07', ...parts },
  };
}

const whole = (parts: Record<string, unknown>): unknown => expect.objectContaining(parts);
const data = (parts: Record<string, unknown>): unknown[] => [whole({ data: whole(parts) })];

/** The date that a promise is due on. */
function dueIn(parts: Partial<MakeCommitmentInput>, from = beginning): Expected | undefined {
  return from.when(promise(parts), by(force)).events()[0]?.data.due;
}

function refuses(parts: Partial<MakeCommitmentInput>, code: string, who = force): void {
  beginning.when(promise(parts), by(who, officePaper)).thenRefused(`scrutiny.${code}`);
}

describe('making a commitment', () => {
  it('47. is done once in its area, under its own id', () => {
    beginning.when(promise({ promise: because }), by(force)).then([
      {
        ...{ type: 'scrutiny.commitment-made', schema: 1, effectiveOn: MET, precision: 'day' },
        access: 'public',
        about: [
          `commitment:kent/${COMMITMENT}`,
          `meeting:kent/${MEETING}`,
          'body:kent-police',
          'body:kent-pcc',
        ],
        data: {
          ...{
            area: 'kent',
            office: null,
            commitment: COMMITMENT,
            kind: 'action',
            title: 'Report on vetting',
          },
          ...{ promise: because, owner: 'kent-police', to: 'kent-pcc', meeting: MEETING, item: '1' },
          ...{ due: dated('2023-06-07'), target: null, priority: null },
        },
      },
    ]);
    const again = beginning.given([made()]);
    again.when(promise(), by(force)).thenRefused('scrutiny.commitment-exists');
    again.when(promise({ id: 'another' }), by(force)).events();
  });

  it('47. keeps what it is about, and the office that spoke', () => {
    const parts = { owner: DEPUTY, priority: 'plan-2022/policing', about: ['finding:kent/afi-1'] };
    beginning.when(promise(parts), by(force)).then([
      whole({
        about: expect.arrayContaining(['priority:kent/plan-2022/policing', 'finding:kent/afi-1']) as string[],
        data: whole({ office: DEPUTY, priority: 'plan-2022/policing' }),
      }),
    ]);
  });

  it('47. is about what is on record', () => {
    refuses({ about: ['commitment:kent/nowhere'] }, 'unknown-reference');
    refuses({ about: ['anything'] }, 'unknown-reference');
  });

  it('48. names an owner and somebody it is promised to, who are known and not of one body', () => {
    refuses({ owner: 'kent-nobody' }, 'not-yours');
    refuses({ owner: 'kent-nobody', paper: officePaper.id }, 'unknown-body', office);
    refuses({ to: 'kent-nobody' }, 'unknown-body');
    refuses({ to: 'kent-police' }, 'promised-to-itself');
    refuses({ to: DEPUTY }, 'promised-to-itself');
    refuses({ owner: DEPUTY, to: 'kent-chief-constable' }, 'promised-to-itself');
    refuses({ owner: 'kent-pcc', to: BOARD }, 'promised-to-itself', office);
    beginning.when(promise({ to: BOARD }), by(force)).then(data({ to: BOARD }));
    beginning.when(promise({ to: null }), by(force)).then(data({ to: null }));
  });

  it('49. is done at a meeting on record, under an item of its agenda', () => {
    refuses({ meeting: 'kent-nowhere' }, 'unknown-meeting');
    refuses({ effectiveOn: '2023-02-01' }, 'unknown-meeting');
    refuses({ item: '9' }, 'unknown-item');
    refuses({ meeting: null }, 'meeting-missing');
    beginning.when(promise({ meeting: null, item: null }), by(force)).events();
  });

  it('50. says when it is due in the words it was said in', () => {
    expect(dueIn({ due: 'November 2023' })).toEqual({
      ...{ anticipated: '2023-11', words: 'November 2023', earliest: '2023-11-01', latest: '2023-11-30' },
    });
    expect(dueIn({ due: '3 to 6 months' })).toMatchObject({ earliest: '2023-06-15', latest: '2023-09-15' });
    expect(dueIn({ due: 'after implementation' })).toMatchObject({ earliest: null, latest: null });
    expect(dueIn({ due: 'in due course', dueLatest: '2023-12-31' })).toMatchObject({ latest: '2023-12-31' });
    expect(dueIn({ due: null })).toEqual(dated(null));
    refuses({ due: null, dueLatest: '2023-12-31' }, 'words-missing');
    refuses({ due: '2023-13' }, 'bad-month');
    refuses({ due: '2023-02-30' }, 'bad-date');
    const wrong = beginning.when(promise({ due: 'soon', dueLatest: 'x' }), by(force)).decided;
    expect(wrong).toMatchObject({ code: 'scrutiny.bad-date', fields: [{ field: '/dueLatest' }] });
    refuses({ due: '2023-06-07', dueLatest: '2023-06-08' }, 'day-outside');
    refuses({ due: 'soon', dueEarliest: '2023-07-01', dueLatest: '2023-06-01' }, 'days-reversed');
  });

  it('50. is not due wholly before it is promised; of a month, before its first day', () => {
    refuses({ due: '2023-03-14' }, 'due-before-promise');
    expect(dueIn({ due: MET })).toMatchObject({ latest: MET });
    expect(dueIn({ due: '2023-03-02', effectiveOn: '2023-03' })).toMatchObject({ latest: '2023-03-02' });
  });

  it('51. by the next meeting is due by the day of the next that its body has called by then', () => {
    const next = (id: string, on: string, parts: object = {}, when: object = {}): ReturnType<typeof called> =>
      called({ meeting: id, on, items: [item('1')], ...parts }, when);
    const later = [
      next('board-2', '2023-06-21'),
      next('board-1', '2023-06-07'),
      next('panel-1', '2023-04-18', { body: 'kent-panel' }),
      next('board-0', '2023-05-01', {}, { effectiveOn: '2023-04-01' }),
    ];
    const book = beginning.given(later as never[]);
    const due = (words: string, parts: Partial<MakeCommitmentInput> = {}, from = book) =>
      dueIn({ due: words, ...parts }, from);
    expect(due('By the next meeting')).toEqual({
      ...{ anticipated: 'By the next meeting', words: 'By the next meeting' },
      ...{ earliest: null, latest: '2023-06-07' },
    });
    expect(due('at the next board meeting')).toMatchObject({ earliest: '2023-06-07', latest: '2023-06-07' });
    expect(due('by the next meeting', {}, beginning)).toMatchObject({ earliest: null, latest: null });
    expect(due('by the next meeting', { meeting: null, item: null, to: 'kent-panel' })).toMatchObject({
      latest: '2023-04-18',
    });
    expect(due('by the next meeting', { dueLatest: '2023-09-01' })).toMatchObject({ latest: '2023-09-01' });
    const cancelled = {
      ...{ type: 'scrutiny.meeting-cancelled', schema: 1, effectiveOn: CALLED, precision: 'day' },
      ...{
        access: 'public',
        about: [],
        data: { area: 'kent', office: null, meeting: 'board-1', reason: null },
      },
    };
    expect(due('by the next meeting', {}, book.given([cancelled] as never[]))).toMatchObject({
      latest: '2023-06-21',
    });
  });

  it('51. a restricted meeting is the next one only of what was promised at a restricted one', () => {
    const next = called({ meeting: 'board-1', on: '2023-06-07' }, { access: 'restricted' });
    const due = (from: typeof beginning) => dueIn({ due: 'by the next meeting' }, from);
    expect(due(beginning.given([next] as never[]))).toMatchObject({ earliest: null, latest: null });
    const closed = example.given([called({}, { access: 'restricted' }), next] as never[]);
    expect(due(closed)).toMatchObject({ latest: '2023-06-07' });
  });

  it('52. of a target names its exact measure, its value and its periods, each once', () => {
    const target: TargetSent = {
      ...{ measure: 'officers', value: '4144.9', sense: 'at-least', counting: 'yearly' },
      periods: ['2023-03'],
    };
    const kind = 'target';
    beginning.when(promise({ kind, target }), by(force)).then(data({ target: { ...target, breakdown: {} } }));
    refuses({ kind }, 'target-missing');
    refuses({ target }, 'not-a-target');
    const wrong = (parts: Partial<TargetSent>, code: string): void =>
      refuses({ kind, target: { ...target, ...parts } }, code);
    wrong({ periods: ['2023-03', '2023-04'] }, 'periods-of-target');
    wrong({ breakdown: { rank: 7 as unknown as string } }, 'bad-breakdown');
    wrong({ breakdown: { '': 'x' } }, 'bad-breakdown');
    wrong({ counting: 'cumulative', periods: [] }, 'periods-of-target');
    wrong({ counting: 'cumulative', periods: ['2023', '2023'] }, 'period-twice');
    for (const bad of ['2023/24', 'FY2023-25', '2023-13', '2023-02-30', '2023-Q5', '2023-04-01--', 'March'])
      wrong({ periods: [bad] }, 'bad-period');
    for (const kept of ['FY2023-24', '2023-Q1', '2023', 'R12-2023-03', '2023-03-01--2023-03-09'])
      beginning.when(promise({ kind, target: { ...target, periods: [kept] } }), by(force)).events();
  });

  it('53. is restricted where its meeting, its private item, its paper or what it is about is', () => {
    const closed = [whole({ access: 'restricted' })];
    beginning.when(promise({ item: '3' }), by(force)).then(closed);
    beginning.when(promise({ paper: restrictedPaper.id }), by(office, restrictedPaper)).then(closed);
    const hidden = example.given([called({}, { access: 'restricted' }), held()] as never[]);
    hidden.when(promise(), by(force)).then(closed);
    beginning
      .given([made({ commitment: 'secret' }, { access: 'restricted' })])
      .when(promise({ about: ['commitment:kent/secret'] }), by(force))
      .then(closed);
    beginning.when(promise({ access: 'restricted' }), by(force)).then(closed);
  });

  it('57. is the owner’s to record, or the office’s from a paper', () => {
    refuses({}, 'not-yours', otherForce);
    refuses({}, 'not-yours', panel);
    refuses({ owner: 'kent-pcc', to: 'kent-panel' }, 'not-yours');
    refuses({}, 'paper-missing', office);
    refuses({ for: 'kent-panel', paper: officePaper.id }, 'other-actor', office);
    refuses({ effectiveOn: '2027-01-01' }, 'future-date');
    beginning.when(promise({ paper: officePaper.id }), by(office)).thenRefused('scrutiny.unknown-paper');
    beginning
      .when(promise({ owner: DEPUTY, paper: officePaper.id, place: 'p. 2' }), by(office, officePaper))
      .then([whole({ for: 'kent-police', data: whole({ secondHand: true, office: DEPUTY }) })]);
    beginning
      .when(promise({ owner: 'kent-pcc', to: 'kent-panel', effectiveOn: LATER }), by(office))
      .then([expect.not.objectContaining({ for: expect.anything() as string })]);
    beginning.when(promise({ effectiveOn: LATER_STILL }), by(force)).events();
  });
});
