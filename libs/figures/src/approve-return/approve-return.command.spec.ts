import { NO_BODIES } from '@daybook/provenance';
import {
  EmbeddedStore,
  Ledger,
  SqliteDrafts,
  SqliteKeyStore,
  isHeld,
  isReceipt,
  isRefusal,
  isSealed,
  unseal,
  type Outcome,
  type Receipt,
  type SealedText,
} from '@daybook/ledger';
import { commandId } from '@daybook/ledger/testing';
import { Dispatcher, actorOf, type CommandDefinition, type Person } from '@daybook/identity';
import { type CommandBus, type QueryBus } from '@nestjs/cqrs';
import { CorrectFigureHandler, RestateFiguresHandler } from '../change-a-figure/change-a-figure.command';
import { DefineMeasureHandler } from '../define-measure/define-measure.command';
import { figuresCommands } from '../figures.module';
import { MarkEnteredWronglyHandler } from '../mark-entered-wrongly/mark-entered-wrongly.command';
import { RedefineMeasureHandler } from '../redefine-measure/redefine-measure.command';
import { DraftHandler, DraftQuery, DraftsHandler, DraftsQuery } from '../see-drafts/drafts.query';
import { SubmitReturnHandler } from '../submit-return/submit-return.command';
import { SwitchFourEyesHandler } from '../switch-four-eyes/switch-four-eyes.command';
import { DAY, content, line, paper } from '../testing/facts';
import { WriteBook } from '../write-book';
import { ApproveReturnHandler, RejectReturnHandler, WithdrawDraftHandler } from './approve-return.command';
import { HeldReturns } from './held-returns';

type Handles = { execute(command: never): Promise<Outcome> };
const WHY = 'two divisions were left out';
const person = (id: string, more: Partial<Person> = {}): Person => ({
  ...{ id, role: 'force', body: 'kent-police', areas: ['kent'], label: id },
  ...more,
});
const analyst = person('analyst');
const head = person('head');
const office = person('officer', { role: 'office', body: 'kent-pcc' });
const stranger = person('stranger', { body: 'essex-police', areas: ['essex'] });

let store: EmbeddedStore;
let keys: SqliteKeyStore;
let drafts: SqliteDrafts;
let door: Dispatcher;
let held: HeldReturns;
let ledger: Ledger;
let sent = 0;

beforeEach(async () => {
  store = new EmbeddedStore(':memory:');
  keys = new SqliteKeyStore(':memory:');
  drafts = new SqliteDrafts(':memory:');
  ledger = new Ledger(store, keys, { now: () => new Date('2026-01-15T12:00:00Z') }, drafts);
  const papers = { find: async (id: string) => (id === paper.id ? paper : undefined) };
  const bodies = { of: () => Promise.resolve(NO_BODIES) };
  const book = new WriteBook(ledger, papers, bodies);
  held = new HeldReturns(ledger, papers, bodies, drafts);
  const handlers: Record<string, Handles> = {
    DefineMeasure: new DefineMeasureHandler(book),
    RedefineMeasure: new RedefineMeasureHandler(book),
    SubmitReturn: new SubmitReturnHandler(book),
    CorrectFigure: new CorrectFigureHandler(book),
    RestateFigures: new RestateFiguresHandler(book),
    MarkEnteredWrongly: new MarkEnteredWronglyHandler(book),
    SwitchFourEyes: new SwitchFourEyesHandler(book),
    ApproveReturn: new ApproveReturnHandler(held),
    RejectReturn: new RejectReturnHandler(held),
    WithdrawDraft: new WithdrawDraftHandler(held),
  };
  const bus = { execute: (command: object) => handlers[command.constructor.name]!.execute(command as never) };
  const definitions = figuresCommands as unknown as CommandDefinition[];
  door = new Dispatcher(bus as unknown as CommandBus, {} as QueryBus, definitions);
  const { owner: _owner, comparatorOf: _of, comparatorKind: _kind, ...said } = content;
  await recorded('define-measure', { ...said, area: 'kent', id: 'robbery', effectiveOn: '2000-01-01' });
});
afterEach(async () => {
  await store.close();
  await keys.close();
  await drafts.close();
});

const give = (name: string, body: object, who = analyst, id = commandId(`held ${sent++}`)) =>
  door.command(who, name, id, JSON.parse(JSON.stringify({ area: 'kent', ...body })));

async function recorded(name: string, body: object, who = analyst): Promise<Receipt> {
  const answer = await give(name, body, who);
  if (isRefusal(answer) || !isReceipt(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The id of the draft that a command becomes. */
async function waiting(name: string, body: object, who = analyst): Promise<string> {
  const answer = await give(name, body, who);
  if (!isHeld(answer)) throw new Error(JSON.stringify(answer));
  return answer.draft;
}

const aReturn = (value = '40', more: object = {}) => ({
  paper: paper.id,
  effectiveOn: DAY,
  lines: [{ ...line({ value }), reason: WHY, ...more }],
});
const switchOn = (who = analyst): Promise<Receipt> => recorded('switch-four-eyes', { on: true }, who);
const approve = (draft: string, who = head) => give('approve-return', { draft }, who);
const reject = (draft: string, who = head) => give('reject-return', { draft, reason: 'Not ours.' }, who);
const withdraw = (draft: string, who = analyst) => give('withdraw-draft', { draft }, who);
const last = async (count: number) => {
  const size = await store.size();
  return (await store.readAll(size - count, count)).map(({ record }) => record);
};
const seen = (id: string, who = head) =>
  new DraftHandler(held, ledger).execute(new DraftQuery(id, actorOf(who)));
const listed = (who = head) => new DraftsHandler(held, ledger).execute(new DraftsQuery('kent', actorOf(who)));

describe('under four eyes', () => {
  it('51. what puts a figure on record becomes a draft, and what says nothing of a value does not', async () => {
    const { events } = await recorded('submit-return', aReturn());
    await switchOn();
    const before = await store.size();
    await waiting('submit-return', aReturn('41', { period: '2022-06' }));
    const change = {
      measure: 'robbery',
      period: '2022-07',
      of: events[1],
      value: '41',
      reason: WHY,
      place: 't',
    };
    await waiting('correct-figure', { ...change, severity: 'minor', effectiveOn: DAY, paper: paper.id });
    await waiting('mark-entered-wrongly', { of: events[1], reason: WHY, right: { value: '42' } });
    expect(await store.size()).toBe(before);
    await recorded('redefine-measure', { id: 'robbery', change: 'Counted by victim.', effectiveOn: DAY });
    expect((await listed()).items.map(({ state, command }) => `${state} ${command}`)).toEqual([
      'waiting submit-return',
      'waiting correct-figure',
      'waiting mark-entered-wrongly',
    ]);
  });

  it('51. what the rules refuse is refused at once, and leaves no draft', async () => {
    await switchOn();
    expect(await give('submit-return', aReturn('1.5'))).toMatchObject({ code: 'figures.too-many-decimals' });
    expect((await listed()).items).toEqual([]);
  });

  it('51. the people of another body go on alone', async () => {
    await switchOn();
    await recorded('submit-return', aReturn(), office);
    await switchOn(office);
    expect(isHeld(await give('submit-return', aReturn('40', { period: '2022-06' }), office))).toBe(true);
  });

  it('52. nobody switches it off alone', async () => {
    await switchOn();
    const draft = await waiting('switch-four-eyes', { on: false, reason: WHY });
    expect((await listed()).fourEyes).toBe(true);
    expect(await approve(draft, analyst)).toMatchObject({ code: 'figures.own-draft' });
    expect(isReceipt(await approve(draft))).toBe(true);
    expect((await listed()).fourEyes).toBe(false);
    expect((await last(1))[0]?.data).toMatchObject({ on: false, approvedBy: actorOf(head) });
    await recorded('submit-return', aReturn());
  });

  it('53. only another person of the same body and role approves, and never the author', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    for (const [who, code] of [
      [analyst, 'figures.own-draft'],
      [office, 'figures.unknown-draft'],
      [person('impostor', { body: 'kent-pcc', role: 'office' }), 'figures.unknown-draft'],
      [stranger, 'identity.other-area'],
      [person('inspector', { role: 'inspector', body: 'hmicfrs', areas: '*' }), 'identity.not-allowed'],
    ] as const)
      expect(await approve(draft, who)).toMatchObject({ code });
    expect(await seen(draft)).toMatchObject({ state: 'waiting' });
    expect(isReceipt(await approve(draft))).toBe(true);
  });

  it('53. it is decided by what stands when it is approved, and waits on where that refuses it', async () => {
    await switchOn();
    const one = await waiting('submit-return', aReturn('40'));
    const other = await waiting('submit-return', aReturn('41', { place: line({}).place }));
    expect(await seen(other)).toMatchObject({ obstacle: null });
    await approve(one);
    const refusal = await approve(other);
    expect(refusal).toMatchObject({ code: 'figures.value-differs' });
    expect(await seen(other)).toMatchObject({
      state: 'waiting',
      obstacle: { code: 'figures.value-differs' },
    });
  });

  it('54. the record names both, and holds the bytes that were sealed when it was sent', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    const kept = (await drafts.find(draft))!;
    const { reason } = (kept.body as { lines: { reason: SealedText }[] }).lines[0]!;
    await approve(draft);
    const [heading, figure] = await last(2);
    expect(heading).toMatchObject({ by: actorOf(analyst), command: { id: draft, hash: kept.hash } });
    expect(heading?.data).toMatchObject({ lines: 1, approvedBy: actorOf(head) });
    expect(figure?.data).toMatchObject({ value: '40', reason });
    expect(figure?.data).not.toHaveProperty('approvedBy');
    const key = (await keys.find([reason.key])).get(reason.key);
    if (!key || key === 'erased') throw new Error('The text cannot be opened.');
    expect(unseal(reason, key)).toBe(WHY);
  });

  it('54. each event of a change names both, where no return does it for them', async () => {
    const { events } = await recorded('submit-return', aReturn());
    await recorded('redefine-measure', { id: 'robbery', change: 'Counted by victim.', effectiveOn: DAY });
    await switchOn();
    const lines = [{ ...line({ value: '41', of: events[1] }), reason: WHY }];
    await approve(await waiting('restate-figures', { paper: paper.id, effectiveOn: DAY, lines }));
    const [restated] = await last(1);
    expect(restated).toMatchObject({ type: 'figures.figure-restated', by: actorOf(analyst) });
    expect(restated?.data).toMatchObject({ approvedBy: actorOf(head) });
    await approve(
      await waiting('mark-entered-wrongly', { of: restated!.id, reason: WHY, right: { value: '42' } }),
    );
    for (const { data } of await last(2)) expect(data).toMatchObject({ approvedBy: actorOf(head) });
  });

  it('54. approved twice, or at once by two, it is recorded once and answers with one receipt', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    const third = person('third');
    const receipts = await Promise.all([approve(draft), approve(draft, third), approve(draft)]);
    receipts.push(await approve(draft, third));
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
    expect(await store.size()).toBe(4);
    const approvers = [head, third].map(
      (who) => expect.objectContaining({ approvedBy: actorOf(who) }) as unknown,
    );
    expect(approvers).toContainEqual((await last(2))[0]?.data);
    expect(await seen(draft)).toMatchObject({ state: 'approved', index: 2, body: null });
  });

  it('55. rejected, it is never recorded, and its author reads who did so and why', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    const key = (await drafts.find(draft))!.keys[0]!;
    expect(await reject(draft, analyst)).toMatchObject({ code: 'figures.own-draft' });
    expect(await reject(draft)).toMatchObject({ draft, ended: 'rejected' });
    expect(await reject(draft)).toMatchObject({ draft, ended: 'rejected' });
    expect(await approve(draft)).toMatchObject({ code: 'ledger.draft-given-up' });
    expect((await keys.find([key])).get(key)).toBe('erased');
    expect(await seen(draft, analyst)).toMatchObject({
      ...{ state: 'rejected', body: null, figures: null },
      ended: { by: actorOf(head), reason: 'Not ours.', reasonErased: false },
    });
    expect(isSealed((await drafts.find(draft))?.ending?.reason)).toBe(true);
    expect(await give('reject-return', { draft, reason: ' ' }, head)).toMatchObject({
      code: 'request.matches',
    });
  });

  it('55. its author withdraws it, and nobody else', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    expect(await withdraw(draft, head)).toMatchObject({ code: 'figures.not-your-draft' });
    expect(await withdraw(draft)).toMatchObject({ ended: 'withdrawn' });
    expect(await reject(draft)).toMatchObject({ ended: 'withdrawn' });
    expect(await store.size()).toBe(2);
  });

  it('55. what is on record is neither rejected nor withdrawn, and keeps its texts', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    const [key] = (await drafts.find(draft))!.keys;
    await approve(draft);
    expect(await reject(draft)).toMatchObject({ code: 'figures.draft-on-record' });
    expect(await withdraw(draft)).toMatchObject({ code: 'figures.draft-on-record' });
    expect((await keys.find([key!])).get(key!)).not.toBe('erased');
  });

  it('56. nobody but the people of that body, in its role, learns of it', async () => {
    await switchOn();
    const draft = await waiting('submit-return', aReturn());
    expect(await seen(draft)).toMatchObject({ body: { lines: [{ reason: WHY }] } });
    expect((await listed()).items).toHaveLength(1);
    for (const who of [office, stranger, person('clerk', { role: 'office' })]) {
      expect(await seen(draft, who)).toBeUndefined();
      expect((await listed(who)).items).toEqual([]);
    }
    for (const answer of [
      await reject(draft, office),
      await withdraw(draft, office),
      await approve(draft, office),
    ])
      expect(answer).toEqual(await approve(commandId('never sent'), office));
  });
});
