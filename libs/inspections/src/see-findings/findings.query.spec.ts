import { RefusalError } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import { act, anticipated, dated, grouped, moved, raised } from '../testing/facts';
import { readFindingsWanted, type FindingsAsked } from './findings-wanted';
import { FindingsHandler, FindingsQuery, type FindingList } from './findings.query';

const [FIRST, SECOND, THIRD] = ['afi-01', 'afi-02', 'afi-03'];
const on = (effectiveOn: string) => ({ effectiveOn });
const claim = { findings: [SECOND], evidence: null };

/** Three findings: one that drifts, one that is claimed and assured, one for two bodies, of which one claims. */
const facts: readonly InspectionsEvent[] = [
  raised({ finding: SECOND, title: 'Supervision', question: 'investigating-crime', priority: 'high' }),
  raised({ finding: FIRST, title: 'Recording' }),
  raised({ finding: THIRD, kind: 'recommendation', addressees: ['kent-police', 'home-office'] }),
  act(
    'inspections.completion-anticipated',
    { findings: [FIRST], expected: dated('2022-09-30') },
    on('2022-05-01'),
  ),
  act(
    'inspections.completion-moved',
    { findings: [FIRST], of: eventId(3), from: dated('2022-09-30'), to: dated('2022-11-30') },
    on('2022-09-20'),
  ),
  act('inspections.discharge-claimed', claim, on('2022-10-01')),
  act('inspections.discharge-assured', { findings: [SECOND], of: eventId(5) }, on('2022-10-31')),
  act('inspections.discharge-claimed', { findings: [THIRD], addressees: ['home-office'] }, on('2022-12-01')),
];

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function list(
  asked: FindingsAsked,
  at: { asOf?: string; basis?: number; audience?: Audience; after?: string; limit?: number } = {},
  told: readonly InspectionsEvent[] = facts,
): Promise<FindingList> {
  const views = await ViewsOn.facts(inspectionsViews, told);
  open.push(views);
  const { asOf = '2022-12-31', basis = views.size, audience = 'outside', ...page } = at;
  const query = new FindingsQuery(readFindingsWanted(asked), { asOf, basis }, () => audience, page);
  return new FindingsHandler(views.rows).execute(query);
}
const named = ({ items }: FindingList): string[] =>
  items.map(({ finding, addressee }) => `${finding} ${addressee}`);
const ids = async (...asked: Parameters<typeof list>): Promise<string[]> => named(await list(...asked));

const LINES = ['afi-01 kent-police', 'afi-02 kent-police', 'afi-03 home-office', 'afi-03 kent-police'];
const KENT = { area: 'kent' };

describe('the tracker', () => {
  it('72. has a line for each finding and addressee, with what stands and how it came there', async () => {
    const { items } = await list(KENT);
    expect(items).toMatchObject([
      {
        ...{ finding: FIRST, addressee: 'kent-police', status: 'open', title: 'Recording', moves: 1 },
        ...{ anticipated: '2022-11-30', originalAnticipated: '2022-09-30', latest: '2022-11-30' },
        ...{ slipDays: 61, agreed: false, overdueDays: 31, claimedOn: null, gapDays: null },
      },
      {
        ...{ finding: SECOND, status: 'assured', claimedOn: '2022-10-01', assuredOn: '2022-10-31' },
        ...{ closedOn: null, gapDays: 61, moves: 0, slipDays: null, agreed: null, overdueDays: null },
      },
      { finding: THIRD, addressee: 'home-office', status: 'claimed', gapDays: 30 },
      { finding: THIRD, addressee: 'kent-police', status: 'open', claimedOn: null },
    ]);
  });

  it('72. is as at its position, on both clocks', async () => {
    expect(await list(KENT, { asOf: '2022-09-19' })).toMatchObject({
      items: [{ anticipated: '2022-09-30', moves: 0, overdueDays: null }, { status: 'open' }, {}, {}],
    });
    expect(await list(KENT, { basis: 6 })).toMatchObject({ items: [{}, { status: 'claimed' }, {}, {}] });
    expect(await ids(KENT, { asOf: '2022-04-27' })).toEqual([]);
  });

  it('72. has a line without a status for good practice that is addressed to nobody', async () => {
    const told = [...facts, raised({ finding: 'good-01', kind: 'good-practice', addressees: [] })];
    expect(await ids({ ...KENT, kind: 'good-practice' }, {}, told)).toEqual(['good-01 null']);
    expect(await ids({ ...KENT, status: 'live' }, {}, told)).toEqual(LINES);
  });

  it('73. is overdue from the latest day on, never without one, and no more once it is claimed', async () => {
    const late = { ...KENT, overdue: 'yes' };
    expect(await ids(late, { asOf: '2022-11-30' })).toEqual([]);
    expect(await ids(late, { asOf: '2022-12-01' })).toEqual([LINES[0]]);
    expect(await ids({ ...KENT, overdue: 'no' })).toEqual(LINES.slice(1));
    const done = [...facts, act('inspections.discharge-claimed', { findings: [FIRST] }, on('2022-12-05'))];
    expect(await ids(late, { asOf: '2022-12-04' }, done)).toEqual([LINES[0]]);
    expect(await ids(late, {}, done)).toEqual([]);
    const inWords = [raised(), anticipated('when the board says so', on('2022-05-01'))];
    expect(await ids(late, {}, inWords)).toEqual([]);
  });

  it.each<[FindingsAsked, readonly number[]]>([
    [{ status: 'claimed' }, [2]],
    [{ status: 'live' }, [0, 1, 2, 3]],
    [{ status: 'closed' }, []],
    [{ kind: 'recommendation' }, [2, 3]],
    [{ addressee: 'home-office' }, [2]],
    [{ question: 'investigating-crime' }, [1]],
    [{ priority: 'high' }, [1]],
    [{ inspection: 'another' }, []],
    [{ movedMoreThan: '0' }, [0]],
    [{ movedMoreThan: '1' }, []],
    [{ agreed: 'no' }, [0]],
    [{ agreed: 'yes' }, []],
    [{ gapOver: '30' }, [1]],
    [{ gapOver: '29' }, [1, 2]],
    [{ status: 'live', gapOver: '29', addressee: 'kent-police' }, [1]],
  ])('74. lists what is wanted, of one area or of all: %j', async (asked, wanted) => {
    const lines = wanted.map((i) => LINES[i]);
    expect(await ids({ ...KENT, ...asked })).toEqual(lines);
    expect(await ids(asked)).toEqual(lines);
  });

  it('74. names everything that it cannot be asked for', () => {
    const asked = {
      status: 'lost',
      kind: 'wish',
      overdue: 'maybe',
      agreed: 'perhaps',
      movedMoreThan: '-1',
      gapOver: 'x',
      sort: 'age',
    };
    const refused = (): object => readFindingsWanted(asked);
    expect(refused).toThrow(RefusalError);
    try {
      refused();
    } catch (error) {
      const { fields = [] } = (error as RefusalError).refusal;
      expect(fields.map(({ field }) => field.slice(1)).sort()).toEqual(Object.keys(asked).sort());
    }
  });

  it.each([
    ['id', [0, 1, 2, 3]],
    ['-id', [3, 2, 1, 0]],
    ['due', [0, 1, 2, 3]],
    ['-slip', [0, 1, 2, 3]],
    ['moves', [1, 2, 3, 0]],
    ['-moves', [0, 1, 2, 3]],
    ['gap', [2, 1, 0, 3]],
    ['-gap', [1, 2, 0, 3]],
  ])('75. is sorted by %s, what has nothing to be sorted by last', async (sort, order) => {
    expect(await ids({ ...KENT, sort })).toEqual(order.map((i) => LINES[i]));
  });

  it('75. comes in pages that fit together in every order, each line once', async () => {
    for (const sort of ['id', '-gap', 'moves']) {
      const whole = await ids({ ...KENT, sort });
      const paged: string[] = [];
      for (let after: string | undefined, more = true; more;) {
        const page = await list({ ...KENT, sort }, { limit: 1, after });
        paged.push(...named(page));
        [after, more] = [page.next, page.next !== undefined];
      }
      expect(paged).toEqual(whole);
    }
    await expect(list(KENT, { after: 'kent/nothing/kent-police' })).rejects.toThrow(RefusalError);
  });

  it('75. goes on after a line that has left the list since', async () => {
    const closed = [...facts, act('inspections.finding-closed', { findings: [FIRST] }, on('2022-12-20'))];
    const after = 'kent/afi-01/kent-police';
    expect(await ids({ ...KENT, status: 'live' }, { after }, closed)).toEqual(LINES.slice(1));
  });

  it('76. is what the reader may see: an outsider, what public records alone say', async () => {
    const secret = { effectiveOn: '2022-12-20', access: 'restricted' } as const;
    const told = [
      ...facts,
      act('inspections.discharge-claimed', { findings: [FIRST] }, secret),
      raised({ finding: 'afi-04' }, { access: 'restricted' }),
    ];
    expect(await list(KENT, {}, told)).toMatchObject({ items: [{ status: 'open' }, {}, {}, {}] });
    expect(await list({}, { audience: 'inside' }, told)).toMatchObject({
      items: [{ status: 'claimed' }, {}, {}, {}, { finding: 'afi-04' }],
    });
  });

  it('names the group whose item of the plan a finding shares, until it is taken out', async () => {
    const together = [...facts, grouped([FIRST, SECOND], {}, on('2022-06-01'))];
    expect((await list(KENT, {}, together)).items.map(({ group }) => group)).toEqual([
      ...['group-1', 'group-1'],
      ...[null, null],
    ]);
    const out = [...together, grouped([FIRST], { group: 'alone' }, on('2022-07-01'))];
    expect(await list(KENT, {}, out)).toMatchObject({ items: [{ group: null }, {}, {}, {}] });
  });

  it('says which days are known to the month alone', async () => {
    const month = { effectiveOn: '2022-11-30', precision: 'month' } as const;
    const told = [raised(), act('inspections.discharge-claimed', {}, month)];
    expect(await list(KENT, {}, told)).toMatchObject({
      items: [{ claimedOn: '2022-11-30', monthOnly: ['claimedOn'] }],
    });
    expect((await list(KENT)).items.map(({ monthOnly }) => monthOnly)).toEqual([[], [], [], []]);
  });

  it('shows a move as agreed once it is', async () => {
    const told = [
      raised(),
      anticipated('2022-09-30', on('2022-05-01')),
      moved(eventId(1), '2022-09-30', '2022-11-30', on('2022-06-01')),
      act('inspections.move-agreed', { of: eventId(2) }, on('2022-07-01')),
    ];
    expect(await list(KENT, {}, told)).toMatchObject({ items: [{ agreed: true, moves: 1, slipDays: 61 }] });
    expect(await list(KENT, { basis: 3 }, told)).toMatchObject({ items: [{ agreed: false }] });
  });
});
