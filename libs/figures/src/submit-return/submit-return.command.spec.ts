import { NO_BODIES } from '@daybook/provenance';
import {
  EmbeddedStore,
  Ledger,
  SqliteDrafts,
  SqliteKeyStore,
  isReceipt,
  isRefusal,
  type Outcome,
  type Receipt,
  type Refusal,
} from '@daybook/ledger';
import { commandId } from '@daybook/ledger/testing';
import { Dispatcher, type CommandDefinition, type Person } from '@daybook/identity';
import { type CommandBus, type QueryBus } from '@nestjs/cqrs';
import {
  CorrectFigureHandler,
  WithdrawFigureHandler,
  correctFigureCommand,
  withdrawFigureCommand,
} from '../change-a-figure/change-a-figure.command';
import type { Line } from '../line';
import { DAY, content, line, paper } from '../testing/facts';
import { DefineMeasureHandler, defineMeasureCommand } from '../define-measure/define-measure.command';
import { WriteBook } from '../write-book';
import { MOST_LINES } from './return-line.body';
import { SubmitReturnHandler, submitReturnCommand } from './submit-return.command';

const analyst: Person = {
  id: 'analyst-1',
  role: 'force',
  body: 'kent-police',
  areas: ['kent'],
  label: 'Analyst',
};
const LIMIT = 1_048_576;
/** As long as ids and places in real papers get. */
const MEASURE = 'victim-based-crime-recorded';
const PLACE = 'section 3.1, table of recorded crime, February row, column 2022';

type Handles = { execute(command: never): Promise<Outcome> };
const definitions = [
  defineMeasureCommand,
  submitReturnCommand,
  correctFigureCommand,
  withdrawFigureCommand,
] as unknown as CommandDefinition[];

let store: EmbeddedStore;
let keys: SqliteKeyStore;
let drafts: SqliteDrafts;
let door: Dispatcher;
let sent = 0;

beforeEach(() => {
  store = new EmbeddedStore(':memory:');
  keys = new SqliteKeyStore(':memory:');
  drafts = new SqliteDrafts(':memory:');
  const ledger = new Ledger(store, keys, { now: () => new Date('2026-01-15T12:00:00Z') }, drafts);
  const papers = { find: async (id: string) => (id === paper.id ? paper : undefined) };
  const book = new WriteBook(ledger, papers, { of: () => Promise.resolve(NO_BODIES) });
  const handlers: Record<string, Handles> = {
    DefineMeasure: new DefineMeasureHandler(book),
    SubmitReturn: new SubmitReturnHandler(book),
    CorrectFigure: new CorrectFigureHandler(book),
    WithdrawFigure: new WithdrawFigureHandler(book),
  };
  const bus = { execute: (command: object) => handlers[command.constructor.name]!.execute(command as never) };
  door = new Dispatcher(bus as unknown as CommandBus, {} as QueryBus, definitions);
});
afterEach(async () => {
  await store.close();
  await keys.close();
  await drafts.close();
});

const give = (name: string, body: object): Promise<Outcome> =>
  door.command(analyst, name, commandId(`figures ${sent++}`), JSON.parse(JSON.stringify(body)));

async function accepted(name: string, body: object): Promise<Receipt> {
  const answer = await give(name, body);
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`);
  if (!isReceipt(answer)) throw new Error('It has no place.');
  return answer;
}

async function define(ids: readonly string[]): Promise<void> {
  const { owner: _owner, comparatorOf: _of, comparatorKind: _kind, ...said } = content;
  for (const id of ids)
    await accepted('define-measure', { ...said, area: 'kent', id, effectiveOn: '2000-01-01' });
}

const returned = (lines: readonly object[]) => ({ area: 'kent', paper: paper.id, effectiveOn: DAY, lines });

/** As many lines, each another figure: 20 measures, month by month back from July 2022. */
const measures = Array.from({ length: 20 }, (_, i) => `${MEASURE}-${10 + i}`);
function many(count: number, parts: object = {}): Line[] {
  return Array.from({ length: count }, (_, i) => {
    const month = 2022 * 12 + 6 - Math.floor(i / measures.length);
    const period = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { measure: measures[i % measures.length]!, period, value: '11825', place: PLACE, ...parts };
  });
}

describe('submit-return, as it is sent', () => {
  it('31. says by its id which body withheld a figure, in a return and in a withdrawal', async () => {
    await define(['robbery']);
    const reason = 'Too few to be told apart.';
    const withheld = (withheldBy: string) => ({ ...line({ value: null, withheldBy }), reason });
    const badly = { code: 'request.matches' };
    expect(await give('submit-return', returned([withheld('The clerk, A. Nother')]))).toMatchObject(badly);
    await accepted('submit-return', returned([withheld('kent-police')]));
    const { events } = await accepted('submit-return', returned([line({ period: '2022-06' })]));
    const { value: _value, ...june } = line({ period: '2022-06' });
    const withdrawal = { ...june, area: 'kent', effectiveOn: DAY, paper: paper.id, of: events[1], reason };
    expect(
      await give('withdraw-figure', { ...withdrawal, withheldBy: 'The clerk, A. Nother' }),
    ).toMatchObject(badly);
    await accepted('withdraw-figure', { ...withdrawal, withheldBy: 'kent-police' });
    const [last] = await store.readAll((await store.size()) - 1, 1);
    expect(last!.record.data).toMatchObject({ status: 'Q', withheldBy: 'kent-police' });
  });

  it(`6. takes ${MOST_LINES} lines in one append that the store can hold, and not one more`, async () => {
    await define(measures);
    const before = await store.size();
    expect(await give('submit-return', returned(many(MOST_LINES + 1)))).toMatchObject({
      code: 'request.array-max-size',
    });
    expect(await give('submit-return', returned([]))).toMatchObject({ code: 'request.array-min-size' });
    const receipt = await accepted('submit-return', returned(many(MOST_LINES)));
    expect(receipt.ledgerSize).toBe(before + 1 + MOST_LINES);
    const entries = await store.readAll(before, 1 + MOST_LINES);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
    expect(bytes).toBeLessThan(LIMIT);
    expect(new Set(entries.flatMap((e) => e.record.about)).size).toBe(MOST_LINES + measures.length + 1);
  });

  it('6. refuses what is too large for one append, and writes nothing', async () => {
    await define(measures);
    const before = await store.size();
    const lines = many(MOST_LINES, { reason: 'x'.repeat(4_000) });
    expect(await give('submit-return', returned(lines))).toMatchObject({ code: 'ledger.append-too-large' });
    expect(await store.size()).toBe(before);
    await accepted('submit-return', returned(lines.slice(0, 100)));
  });

  it('20. takes an empty reason for none', async () => {
    await define(['robbery']);
    const { events } = await accepted('submit-return', returned([line({ reason: '' as never })]));
    const [, reported] = await store.readStream('figures-kent', 1, 2);
    expect(reported?.record.data).toMatchObject({ value: '40', reason: null });
    const change = {
      area: 'kent',
      effectiveOn: DAY,
      measure: 'robbery',
      period: '2022-07',
      value: '45',
      of: events[1],
      severity: 'minor',
    };
    for (const reason of ['', '   ', null])
      expect(await give('correct-figure', { ...change, reason })).toMatchObject({
        code: 'figures.reason-missing',
      });
    await accepted('correct-figure', { ...change, reason: 'A batch was counted twice.' });
  });

  it('18. two corrections of one vintage at one moment: one is recorded, the other told what replaced it', async () => {
    await define(['robbery']);
    const { events } = await accepted('submit-return', returned([line()]));
    const change = {
      area: 'kent',
      effectiveOn: DAY,
      measure: 'robbery',
      period: '2022-07',
      of: events[1],
      severity: 'minor',
      reason: 'Twice.',
    };
    const answers = await Promise.all(
      ['45', '46'].map((value) => give('correct-figure', { ...change, value })),
    );
    const refused = answers.filter(isRefusal);
    expect(refused).toHaveLength(1);
    const kept = answers.find((answer) => !isRefusal(answer)) as Receipt;
    expect(refused[0]).toMatchObject({
      code: 'figures.not-standing',
      fields: [{ field: '/of', detail: { recorded: { id: kept.events[0], kind: 'corrected' } } }],
    });
  });

  it('28. refuses at the door what is no text, and stores what is only odd', async () => {
    await define(['robbery']);
    const code = async (parts: object): Promise<string | undefined> => {
      const answer = (await give('submit-return', returned([{ ...line(), ...parts }]))) as Refusal;
      return answer.fields[0]?.code ?? answer.code;
    };
    expect(await code({ value: 40 })).toMatch(/^request\./);
    expect(await code({ value: '40\u0000' })).toBe('request.bad-text');
    expect(await code({ value: '\ud800' })).toBe('request.bad-text');
    expect(await code({ colour: 'red' })).toBe('request.unknown-field');
    expect(await code({ value: '1e5' })).toBe('figures.bad-value');
    expect(await code({ kind: 'confirmed' })).toBe('request.is-in');
    await accepted('submit-return', returned([line({ printed: '<b>40</b>' })]));
  });
});
