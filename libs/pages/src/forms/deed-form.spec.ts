import { Refusal, type Outcome } from '@daybook/ledger';
import { shownBy, visitOf, type Shown } from '../testing/visit';
import { deedPages, type Deed } from './deed-form';
import type { Question } from './deed-fields';

const QUESTIONS: readonly Question[] = [
  { name: 'evidence', kind: 'words', label: 'What shows it?', missing: 'Say what shows it' },
  { name: 'effectiveOn', kind: 'date', label: 'When?', month: true, missing: 'Enter the day' },
  { name: 'agreedOn', kind: 'date', label: 'Agreed when?', first: '2023-03-01' },
  { name: 'number', kind: 'number', label: 'How many?' },
  {
    ...{ name: 'bodies', kind: 'several', label: 'Which bodies?' },
    choices: [
      { value: 'kent-police', text: 'Kent Police' },
      { value: 'kent-pcc', text: 'Kent PCC' },
    ],
  },
  { name: 'more', kind: 'line', label: 'And more?', quiet: true },
];
const position = { asOf: '2023-03-15', basis: 7, today: '2023-03-15', latest: 7 };
const GOOD = { evidence: 'An audit.', 'effectiveOn-month': '2', 'effectiveOn-year': '2023' };
const RECEIPT = { commandId: 'c', ids: [], indexes: [7], ledgerSize: 8 } as unknown as Outcome;

/** The form's two ways in, with what came of each command that it gave. */
function opened(outcome: Outcome = RECEIPT, deed: Partial<Deed> = {}) {
  const given: { name: string; id: string; body: unknown }[] = [];
  const looked: boolean[] = [];
  const dispatcher = {
    command: async (_person: unknown, name: string, id: string, body: unknown) => {
      given.push({ name, id, body });
      return outcome;
    },
  };
  const own: Deed = {
    ...{ position, area: 'kent', command: 'claim', heading: 'Claim', title: ['A finding'], crumbs: [] },
    ...{ questions: QUESTIONS, button: 'Record', toDo: 'claim', seen: { href: '/f', words: 'the finding' } },
    sentence: ({ evidence }) => `It says: ${String(evidence)}`,
    body: (answers) => ({ ...answers, area: 'kent' }),
    recorded: ({ indexes }) => `/f?recorded=${indexes[0] ?? ''}`,
    ...deed,
  };
  const deedOf = async (_visit: unknown, sent: boolean): Promise<Deed> => (looked.push(sent), own);
  const [get, post] = deedPages('/f', deedOf, { dispatcher, waitForViews: async () => true });
  const show = async (form: Readonly<Record<string, string>>, at = {}): Promise<Shown> =>
    shownBy(await post!.answer(visitOf({ form: { 'command-id': 'the-id', ...form }, at })));
  return {
    ...{ given, looked, show },
    see: async (query = {}, at = {}) => shownBy(await get!.answer(visitOf({ query, at }))),
    send: (form: Readonly<Record<string, string>>) =>
      post!.answer(visitOf({ form: { 'command-id': 'the-id', action: 'submit', ...form } })),
  };
}

describe('a form said as data', () => {
  it('is shown with what stands there to begin with, and what its address says', async () => {
    const { data } = await opened().see({ evidence: 'Asked for.' });
    expect(data.typed.texts.evidence).toBe('Asked for.');
    expect(data.typed.dates.agreedOn).toEqual({ day: '1', month: '3', year: '2023' });
    expect(data.typed.commandId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('names every answer that is missing or is none, each at its field, and keeps the rest', async () => {
    const { given, show } = opened();
    const typed = { action: 'check', 'effectiveOn-day': '30', 'effectiveOn-month': '2', number: 'ten' };
    const { status, failed, data } = await show({ ...typed, 'effectiveOn-year': '2023' });
    expect([status, failed]).toEqual([422, true]);
    expect(data.errors?.lines).toEqual([
      { text: 'Say what shows it', href: '#evidence' },
      { text: 'Enter a real date, such as 14 9 2022: when?', href: '#effectiveOn-day' },
      { text: 'Enter a whole number: how many?', href: '#number' },
    ]);
    expect(data.at).toHaveProperty(['effectiveOn-day']);
    expect(data.typed.texts.number).toBe('ten');
    expect(given).toEqual([]);
  });

  it('says answers that do not fit together, beside those that are missing', async () => {
    const problem = { field: '/number', code: 'request.missing', message: 'Enter it too' };
    const { show } = opened(RECEIPT, { problems: ({ number }) => (number === undefined ? [problem] : []) });
    const { data } = await show({ ...GOOD, action: 'check' });
    expect(data.errors?.lines).toEqual([{ text: 'Enter it too', href: '#number' }]);
    expect((await show({ ...GOOD, action: 'check', number: '1' })).template).toContain('deed-check');
  });

  it('asks whether all is right in words: months, several, and what was not given unless it is quiet', async () => {
    const { data } = await opened().show({
      ...{ ...GOOD, action: 'check', 'bodies.kent-police': 'on', 'bodies.kent-pcc': 'on' },
      ...{ 'agreedOn-day': '1', 'agreedOn-month': 'March', 'agreedOn-year': '2023' },
    });
    expect(data.sentence).toBe('It says: An audit.');
    expect(data.rows).toEqual([
      ['What shows it?', 'An audit.'],
      ['When?', 'February 2023'],
      ['Agreed when?', '1 March 2023'],
      ['How many?', 'not given'],
      ['Which bodies?', 'Kent Police, Kent PCC'],
    ]);
    expect(data.hidden).toEqual(
      expect.arrayContaining([
        ['command-id', 'the-id'],
        ['bodies', 'kent-police kent-pcc'],
      ]),
    );
  });

  it('keeps what was chosen on the way back, where nothing is ticked any more too', async () => {
    const { show } = opened();
    const back = await show({ ...GOOD, action: 'edit', bodies: 'kent-police kent-pcc' });
    expect(back.data.typed.texts.bodies).toBe('kent-police kent-pcc');
    const emptied = await show({ ...GOOD, action: 'edit' });
    expect([emptied.data.typed.texts.bodies, emptied.data.typed.dates.agreedOn?.day]).toEqual(['', '']);
  });

  it('gives the command what was answered alone, under the id that the form was first shown with', async () => {
    const { given, looked, send } = opened();
    const sent = { ...GOOD, number: '3', bodies: 'kent-police' };
    expect(await send(sent)).toEqual({ goTo: '/f?recorded=7' });
    await send(sent);
    const body = { evidence: 'An audit.', effectiveOn: '2023-02', number: 3, bodies: ['kent-police'] };
    const once = { name: 'claim', id: 'the-id', body: { ...body, area: 'kent' } };
    expect([given, looked]).toEqual([
      [once, once],
      [true, true],
    ]);
  });

  it('shows a refusal at the question whose answer, or a part of it, it is about', async () => {
    const problems = [
      { field: '/bodies/1', code: 'a.twice', message: 'It is named twice.' },
      { field: '/finding', code: 'a.gone', message: 'It is gone.' },
    ];
    const { show } = opened(Refusal.of('a.bad', 'No.', problems));
    const { status, data } = await show({ ...GOOD, action: 'submit' });
    expect([status, data.typed.commandId]).toEqual([422, 'the-id']);
    expect(data.errors?.lines).toEqual([
      { text: 'It is named twice.', href: '#bodies' },
      { text: 'It is gone.' },
    ]);
    expect(data.errors?.codes).toEqual(['a.twice', 'a.gone']);
    const used = opened(new Refusal('ledger.command-reused', 'Used.'));
    expect((await used.show({ ...GOOD, action: 'submit' })).data.typed.commandId).not.toBe('the-id');
  });

  it('records nothing in the past, and says so', async () => {
    const past = { position: { ...position, asOf: '2023-01-01' } };
    const { given, see, show } = opened(RECEIPT, past);
    const at = { asOf: '2023-01-01' };
    expect((await see({}, at)).template).toContain('past.njk');
    const sent = await show({ ...GOOD, action: 'submit' }, at);
    expect([sent.status, sent.template, given]).toEqual([422, 'libs/pages/src/forms/past.njk', []]);
  });
});
