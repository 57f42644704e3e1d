import { ACTION, TARGET, recordCommitments } from '../testing/commitments';
import { Harness } from '../testing/harness';
import { Visitor } from './testing/visitor';

const BOARD = 'kent-board';
const UNDERTAKING = 'kent-undertaking';
let harness: Harness;
let anyone: Visitor;

beforeAll(async () => {
  harness = await Harness.start({ at: '2023-08-01T09:00:00.000Z' });
  anyone = new Visitor(harness);
  const office = (name: string, body: object) =>
    harness.record(name, { area: 'kent', effectiveOn: '2023-03-01', ...body }, { as: 'office' });
  await office('register-body', { id: 'kent-pcc', kind: 'local-policing-body', title: 'The commissioner' });
  await office('register-body', { id: BOARD, kind: 'board', title: 'The board', within: 'kent-pcc' });
  await office('call-meeting', { id: 'board-1', body: BOARD, title: 'Board of March', on: '2023-03-15' });
  await office('hold-meeting', { meeting: 'board-1', effectiveOn: '2023-03-15' });
  await recordCommitments(harness);
  const promised = { kind: 'undertaking', owner: 'kent-pcc', to: 'kent-panel', meeting: 'board-1' };
  await office('make-commitment', {
    id: UNDERTAKING,
    title: 'Write to the panel',
    due: null,
    ...promised,
    effectiveOn: '2023-03-15',
  });
  const asked = { commitment: UNDERTAKING, to: '2023-09', reason: 'It is late.', effectiveOn: '2023-06-01' };
  await office('ask-commitment-move', asked);
  const dropped = { area: 'kent', commitment: ACTION, reason: 'It costs too much.' };
  await harness.record('withdraw-commitment', { ...dropped, effectiveOn: '2023-07-10' });
});
afterAll(() => harness.close());

interface Pack {
  readonly moved: readonly { readonly subject: string }[];
  readonly ended: readonly { readonly subject: string; readonly type: string }[];
  readonly claimed: readonly { readonly id: string; readonly verdict: string | null }[];
}

async function pack(query = ''): Promise<Pack> {
  const { text } = await harness.request('GET', `/api/v1/pack?area=kent${query}`);
  return (JSON.parse(text) as { item: Pack }).item;
}

const subjects = (some: readonly { readonly subject: string }[]): string[] => [
  ...new Set(some.map(({ subject }) => subject)),
];

describe('the pack for a meeting', () => {
  it('tells what was withdrawn since the last meeting, and by whom', async () => {
    expect((await pack()).ended).toMatchObject([{ subject: ACTION, type: 'scrutiny.commitment-withdrawn' }]);
    expect((await pack('&asOf=2023-07-09')).ended).toEqual([]);
    const { words } = await anyone.see('/kent/pack');
    expect(words).toContain('Commitments withdrawn or replaced since the last meeting (1)');
    expect(words).toContain('Bring a vetting plan Commitment withdrawn Kent Chief Constable 10 July 2023');
  });

  it('of a board leaves out what moved for the panel', async () => {
    expect(subjects((await pack()).moved)).toEqual([ACTION, UNDERTAKING]);
    expect(subjects((await pack(`&body=${BOARD}`)).moved)).toEqual([ACTION]);
    expect((await pack('&body=kent-panel')).ended).toEqual([]);
  });

  it('tells from what and to what a date moved', async () => {
    const { words } = await anyone.see('/kent/pack');
    const dates = '7 July 2023 first on record: 7 June 2023';
    expect(words).toContain(`Bring a vetting plan Commitment move agreed ${dates} 20 May 2023`);
    expect(words).toContain('Commitment move asked no date given asked for: September 2023 1 June 2023');
  });

  it('says whether a target is met, as the list of commitments does', async () => {
    expect((await pack()).claimed).toMatchObject([{ id: TARGET, verdict: 'met' }]);
    const { words } = await anyone.see('/kent/pack');
    expect(words).toContain('Claimed on 2 July 2023, target met');
    expect(words).toContain('Write to the panel made at Board of March, 15 March 2023');
    expect(words).toMatch(/Write to the panel .* Open, September 2023 asked for/);
  });
});
