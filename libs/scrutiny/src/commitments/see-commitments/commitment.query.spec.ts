import type { Ledger } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { scrutinyViews } from '../../scrutiny.module';
import { act, because, bodies, called, COMMITMENT, dated, made, MEETING, MET } from '../../testing/facts';
import { CommitmentHandler, CommitmentQuery, type CommitmentInFull } from './commitment.query';
import { driftInWords } from './drift.page';

/** Its keys are all destroyed: a spec reads that a text was given, never what it says. */
const ledger = { keys: { find: async () => new Map() } } as unknown as Ledger;
const on = (effectiveOn: string) => ({ effectiveOn });

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function commitment(
  told: readonly ScrutinyEvent[],
  at: { asOf?: string; audience?: Audience; area?: string; id?: string } = {},
): Promise<CommitmentInFull | undefined> {
  const views = await ViewsOn.facts(scrutinyViews, told);
  open.push(views);
  const { asOf = '2023-09-01', audience = 'outside', area, id = COMMITMENT } = at;
  const seeing = {
    position: { asOf, basis: views.size },
    ...{ audienceIn: () => audience, bodiesIn: () => bodies },
  };
  return new CommitmentHandler(views.rows, ledger).execute(new CommitmentQuery({ id, area }, seeing));
}

const about = { commitment: COMMITMENT };
const asked = act(
  'scrutiny.commitment-move-asked',
  {
    ...{ ...about, of: eventId(1), from: dated('2023-06-07'), to: dated('2023-07-07'), reason: because },
    ...{ askedBy: 'kent-police', agreement: 'pending' },
  },
  on('2023-05-01'),
);
const agreed = act('scrutiny.commitment-move-agreed', { ...about, of: eventId(2) }, on('2023-05-20'));
const again = act(
  'scrutiny.commitment-move-asked',
  {
    ...{ ...about, of: eventId(2), from: dated('2023-07-07'), to: dated('when it is staffed'), reason: null },
    ...{ askedBy: null, agreement: 'pending' },
  },
  on('2023-06-01'),
);
const claimed = act(
  'scrutiny.discharge-claimed',
  { ...about, evidence: because, cites: [] },
  on('2023-07-01'),
);
const refused = act(
  'scrutiny.discharge-refused',
  { ...about, of: eventId(5), reason: because },
  on('2023-07-10'),
);
const facts = [
  ...[called(), made({ due: dated('2023-06-07'), promise: because })],
  ...[asked, agreed, again, claimed, refused],
];

describe('one commitment', () => {
  it('74. is found by its id alone, in the area that recorded it first, of those that the reader may read', async () => {
    const essex = made({}, { access: 'restricted' });
    const twice = [{ ...essex, data: { ...essex.data, area: 'essex' } }, made()];
    expect((await commitment(twice, { audience: 'inside' }))?.area).toBe('essex');
    expect((await commitment(twice))?.area).toBe('kent');
    expect((await commitment(twice, { audience: 'inside', area: 'kent' }))?.area).toBe('kent');
    expect(await commitment(facts, { asOf: '2023-03-14' })).toBeUndefined();
    expect(await commitment(facts, { id: 'another' })).toBeUndefined();
  });

  it('75. has every date with what was said to it, and every claim with its answer', async () => {
    const found = await commitment(facts);
    expect(found).toMatchObject({
      ...{ status: 'refused', due: '2023-07-07', originalDue: '2023-06-07', moves: 1, slipDays: 30 },
      ...{ overdueDays: 56, pendingMove: 'when it is staffed', claimedOn: '2023-07-01', acceptedOn: null },
      ...{ meeting: MEETING, meetingTitle: 'Performance and delivery board', meetingOn: MET },
      ...{ itemTitle: 'Item 1', promise: null, promiseErased: true, made: { index: 1 } },
    });
    expect(found?.dates).toMatchObject([
      { due: '2023-06-07', from: null, outcome: 'first', answered: null, index: 1 },
      {
        ...{ due: '2023-07-07', from: '2023-06-07', days: 30, askedBy: 'kent-police', reasonErased: true },
        ...{ outcome: 'agreed', answered: { effectiveOn: '2023-05-20' } },
      },
      { due: 'when it is staffed', from: '2023-07-07', days: null, askedBy: null, outcome: 'pending' },
    ]);
    expect(found?.claims).toMatchObject([
      { index: 5, evidenceErased: true, counts: true, accepted: null, refused: { index: 6 } },
    ]);
  });

  it('75. says its drift in a sentence, what is asked for beside what stands', async () => {
    const sentence = async (told: readonly ScrutinyEvent[]) => driftInWords((await commitment(told))!);
    const began = '7 June 2023 was the first date on record, said on 15 March 2023; ';
    expect(await sentence(facts.slice(0, 2))).toBe(`${began}it has not moved.`);
    expect(await sentence(facts.slice(0, 3))).toBe(
      `${began}it has not moved. 7 July 2023 is asked for, and has no answer yet.`,
    );
    expect(await sentence(facts.slice(0, 4))).toBe(
      `${began}now it is 7 July 2023: 1 move, 30 days later in all.`,
    );
    expect(await sentence([made()])).toBe('No date was given.');
  });

  it('76. tells every event in effective order, with what does not fit and what was entered wrongly', async () => {
    const misfit = act('scrutiny.commitment-reopened', { ...about, reason: because }, on('2023-07-20'));
    const mark: ScrutinyEvent = {
      ...{ type: 'scrutiny.entry-marked-wrong', schema: 1, effectiveOn: '2023-07-10', precision: 'day' },
      ...{ about: [`commitment:kent/${COMMITMENT}`], access: 'public' },
      data: {
        ...{ area: 'kent', office: null, of: eventId(6), reason: because, says: because },
        subject: { kind: 'commitment', id: COMMITMENT },
      },
    };
    const found = await commitment([...facts, misfit, mark]);
    expect(found?.status).toBe('claimed');
    expect(found?.history.map(({ type, fits }) => [type.slice('scrutiny.'.length), fits])).toEqual([
      ['commitment-made', true],
      ['commitment-move-asked', true],
      ['commitment-move-agreed', true],
      ['commitment-move-asked', true],
      ['discharge-claimed', true],
      ['discharge-refused', false],
      ['commitment-reopened', false],
    ]);
    expect(found?.history).toMatchObject([
      { to: '2023-06-07', from: null },
      { from: '2023-06-07', to: '2023-07-07', askedBy: 'kent-police' },
      { of: eventId(2) },
      {},
      { texts: [{ name: 'evidence', erased: true }] },
      { enteredWrongly: { index: 8 } },
      { enteredWrongly: null },
    ]);
  });
});
