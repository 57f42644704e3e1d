import { RefusalError } from '@daybook/ledger';
import { eventId, sealedText } from '@daybook/ledger/testing';
import type { Bodies } from '@daybook/provenance';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { ScrutinyEvent } from '../../scrutiny.events';
import { scrutinyViews } from '../../scrutiny.module';
import { bodies, BOARD, COMMITMENT, dated, DEPUTY, made, MEETING, MET, act } from '../../testing/facts';
import { silenceOf } from './commitments.page';
import { CommitmentsHandler, CommitmentsQuery, type CommitmentList } from './commitments.query';
import { readCommitmentsWanted, type CommitmentsAsked } from './commitments-wanted';

/** The views on each book, built once. */
const open = new Map<readonly ScrutinyEvent[], ViewsOn>();
afterAll(() => open.forEach((views) => views.close()));

interface At {
  readonly asOf?: string;
  readonly audience?: Audience;
  readonly known?: Bodies;
  readonly after?: string;
  readonly limit?: number;
}

async function list(
  told: readonly ScrutinyEvent[],
  asked: CommitmentsAsked = {},
  { asOf = '2023-06-27', audience = 'outside', known = bodies, ...page }: At = {},
): Promise<CommitmentList> {
  const views = open.get(told) ?? (await ViewsOn.facts(scrutinyViews, told));
  open.set(told, views);
  const position = { asOf, basis: views.size };
  const seeing = { position, audienceIn: () => audience, bodiesIn: () => known };
  return new CommitmentsHandler(views.rows).execute(
    new CommitmentsQuery(readCommitmentsWanted(asked), seeing, page),
  );
}

async function ids(...asking: Parameters<typeof list>): Promise<string[]> {
  return (await list(...asking)).items.map(({ id }) => id);
}

const of = (commitment: string, parts: Partial<ReturnType<typeof made>['data']> = {}) =>
  made({ commitment, ...parts });
const move = (commitment: string, of: string | null, from: string, to: string, on: string, agreed = true) =>
  act(
    'scrutiny.commitment-move-asked',
    {
      ...{ commitment, of, from: dated(from), to: dated(to), reason: null, askedBy: 'kent-police' },
      agreement: agreed ? 'not-given' : 'pending',
    },
    { effectiveOn: on },
  );
const claim = (commitment: string, on: string) =>
  act('scrutiny.discharge-claimed', { commitment, evidence: null, cites: [] }, { effectiveOn: on });

/** Overdue by 20 days; moved by 30 days and not due; asked to move; claimed; with no date. */
const book = [
  of('a', { due: dated('2023-06-07') }),
  of('b', { due: dated('2023-06-30'), owner: DEPUTY, kind: 'undertaking', to: 'kent-panel' }),
  move('b', eventId(1), '2023-06-30', '2023-07-30', '2023-05-01'),
  of('c', { due: dated('2023-06-20'), priority: 'plan/visible', to: BOARD }),
  move('c', eventId(3), '2023-06-20', '2023-12-31', '2023-06-01', false),
  of('d', { due: dated('2023-06-01'), meeting: 'kent-panel-2023-04-18' }),
  claim('d', '2023-06-10'),
  of('e', { owner: 'kent-pcc', meeting: null, item: null }),
];

describe('the list of commitments', () => {
  it('70. says of each where it stands on the day that is asked about', async () => {
    const told = [...book.slice(0, 1), move('a', eventId(0), '2023-06-07', '2023-06-17', '2023-06-01')];
    expect((await list(told)).items).toMatchObject([
      {
        ...{ area: 'kent', id: 'a', status: 'open', owner: 'kent-police', ownerBody: 'kent-police' },
        ...{ due: '2023-06-17', dueLatest: '2023-06-17', originalDue: '2023-06-07', moves: 1, slipDays: 10 },
        ...{ overdueDays: 10, pendingMove: null, madeOn: MET, claimedOn: null, lastWordOn: '2023-06-01' },
        ...{ meeting: MEETING, item: '1', target: null, verdict: null },
      },
    ]);
    expect((await list(told, {}, { asOf: '2023-05-31' })).items).toMatchObject([
      { due: '2023-06-07', moves: 0, overdueDays: null, lastWordOn: MET },
    ]);
    expect(await ids(told, {}, { asOf: '2023-03-14' })).toEqual([]);
  });

  it('71. is narrowed by an owner: an office, or a body with its offices and what it took over', async () => {
    expect(await ids(book, { owner: DEPUTY })).toEqual(['b']);
    expect(await ids(book, { owner: 'kent-police' })).toEqual(['a', 'b', 'c', 'd']);
    expect(await ids(book, { owner: 'kent-mayor' })).toEqual([]);
    const pcc = bodies.get('kent-pcc')!;
    const succeeded = { ...pcc, succeededBy: { body: 'kent-mayor', on: '2028-05-08' } };
    const known = new Map([...bodies, ['kent-pcc', succeeded]]);
    expect(await ids(book, { owner: 'kent-mayor' }, { known })).toEqual(['e']);
    expect(await ids(book, { owner: 'kent-pcc' }, { known })).toEqual(['e']);
  });

  it('71. and by whom it was promised to in the same way', async () => {
    expect(await ids(book, { to: BOARD })).toEqual(['c']);
    expect(await ids(book, { to: 'kent-pcc' })).toEqual(['a', 'c', 'd', 'e']);
  });

  it('72. is narrowed by status, meeting, kind, priority, and by what is overdue, moved or asked to move', async () => {
    expect(await ids(book, { status: 'claimed' })).toEqual(['d']);
    const ended = act('scrutiny.commitment-withdrawn', { commitment: 'a', reason: null });
    expect(await ids([...book, ended], { status: 'live' })).toEqual(['b', 'c', 'd', 'e']);
    expect(await ids(book, { meeting: 'kent-panel-2023-04-18' })).toEqual(['d']);
    expect(await ids(book, { kind: 'undertaking' })).toEqual(['b']);
    expect(await ids(book, { priority: 'plan/visible' })).toEqual(['c']);
    expect(await ids(book, { overdue: 'yes' })).toEqual(['a', 'c']);
    expect(await ids(book, { overdue: 'no' })).toEqual(['b', 'd', 'e']);
    expect(await ids(book, { moved: 'yes' })).toEqual(['b']);
    expect(await ids(book, { moved: 'no', pending: 'yes' })).toEqual(['c']);
  });

  it('72. refuses everything that cannot be read at once', () => {
    const asked = { status: 'done', kind: 'wish', overdue: 'maybe', moved: '1', pending: '', sort: 'size' };
    const read = () => readCommitmentsWanted(asked);
    expect(read).toThrow(RefusalError);
    try {
      read();
    } catch (error) {
      const { code, fields } = (error as RefusalError).refusal;
      expect(code).toBe('scrutiny.bad-filter');
      expect(fields.map(({ field }) => field)).toEqual([
        ...['/status', '/kind', '/overdue', '/moved', '/pending', '/sort'],
      ]);
    }
  });

  it('73. is sorted; what has nothing to be sorted by comes last', async () => {
    expect(await ids(book, { sort: 'due' })).toEqual(['d', 'a', 'c', 'b', 'e']);
    expect(await ids(book, { sort: '-due' })).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(await ids(book, { sort: '-overdue' })).toEqual(['a', 'c', 'b', 'd', 'e']);
    expect(await ids(book, { sort: '-slip' })).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(await ids(book, { sort: '-moves' })).toEqual(['b', 'a', 'c', 'd', 'e']);
    expect(await ids(book, { sort: '-id' })).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('73. comes in pages that are the whole of it, each once', async () => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = await list(book, { sort: '-overdue' }, { after, limit: 2 });
      found.push(...items.map(({ id }) => id));
      after = next;
    } while (after !== undefined);
    expect(found).toEqual(['a', 'c', 'b', 'd', 'e']);
    await expect(list(book, {}, { after: 'kent/unknown' })).rejects.toThrow(RefusalError);
  });

  it('77. shows a reader from outside what public records alone say', async () => {
    const secret = made({ commitment: 'secret' }, { access: 'restricted' });
    const told = [made({ due: dated('2023-06-07') }), secret];
    const hidden = act(
      'scrutiny.commitment-move-asked',
      {
        ...{ commitment: COMMITMENT, of: eventId(0), from: dated('2023-06-07'), to: dated('2023-12-31') },
        ...{ reason: sealedText('In private.'), askedBy: null, agreement: 'not-given' },
      },
      { effectiveOn: '2023-05-01', access: 'restricted' },
    );
    const all = [...told, hidden];
    const { items } = await list(all);
    expect(items).toMatchObject([{ id: COMMITMENT, due: '2023-06-07', moves: 0, lastWordOn: MET }]);
    const inside = await list(all, {}, { audience: 'inside' });
    expect(inside.items).toMatchObject([{ due: '2023-12-31', moves: 1 }, { id: 'secret' }]);
  });

  it('78. says of what is overdue since when nothing was recorded, and nothing of what is not', async () => {
    const { items } = await list(book);
    expect(items.map(silenceOf)).toEqual([
      'Nothing recorded since 15 March 2023',
      undefined,
      'Nothing recorded since 1 June 2023',
      undefined,
      undefined,
    ]);
  });
});
