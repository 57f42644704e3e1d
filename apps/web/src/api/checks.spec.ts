import { Harness } from '../testing/harness';
import { line, paper, recordSample, returnOf } from '../testing/sample';
import type { As, Sent } from '../testing/harness';

let harness: Harness;
let standing: string;
beforeAll(async () => {
  harness = await Harness.start();
  const { events } = await recordSample(harness);
  standing = events[1] ?? '';
});
afterAll(() => harness.close());

function check(payload: object, as: As = 'force', name = 'submit-return'): Promise<Sent> {
  const headers = { 'content-type': 'application/json' };
  return harness.request('POST', `/api/v1/checks/${name}`, { as, headers, payload });
}

const changed = { ...line, value: '13574', reason: 'Two divisions were left out.', severity: 'minor' };

describe('a return that is only checked', () => {
  it('is answered line by line, with totals, and nothing is written', async () => {
    const { status, json } = await check(
      returnOf(
        line,
        { ...line, period: '2022-08', value: '4' },
        { ...line, place: 'table 2', value: '12500' },
        { ...changed, kind: 'corrected', place: 'table 3' },
        { ...line, period: '2022-06', value: '1,839' },
        { ...line, period: '2022-05', kind: 'reported' },
      ),
    );
    expect(status).toBe(200);
    expect(json).toMatchObject({
      recordable: false,
      totals: { lines: 6, new: 1, confirmed: 1, changed: 1, contradicts: 1, refused: 2, flagged: 1 },
      problems: [],
      lines: [
        { number: 1, outcome: 'confirmed', kind: 'confirmed', recorded: { id: standing, value: '12487' } },
        { number: 2, outcome: 'new', kind: 'first-release', flags: ['small-count'] },
        { number: 3, outcome: 'contradicts', kind: 'contradicts', problems: [] },
        { number: 4, outcome: 'changed', kind: 'corrected', of: standing, difference: '1087' },
        {
          number: 5,
          outcome: 'refused',
          problems: [{ pointer: '/lines/4/value', code: 'figures.bad-value' }],
        },
        { number: 6, outcome: 'refused', problems: [{ pointer: '/lines/5/kind', code: 'request.is-in' }] },
      ],
    });
    expect(await harness.daybook.store.size()).toBe(4);
  });

  it('says of a value that differs what stands and what it could be declared as', async () => {
    const later = { ...returnOf({ ...line, value: '13574' }), effectiveOn: '2022-10-31' };
    expect((await check(later)).json).toMatchObject({
      recordable: false,
      totals: { differs: 1 },
      lines: [
        {
          outcome: 'differs',
          kind: null,
          recorded: { id: standing, value: '12487', kind: 'first-release' },
          declare: ['revised', 'corrected', 'restated', 'withdrawn'],
          problems: [{ code: 'figures.value-differs' }],
        },
      ],
    });
  });

  it('says what is wrong with the heading once', async () => {
    const { json } = await check({ ...returnOf(line), effectiveOn: '2999-01-01', paper: 'none' });
    expect(json).toMatchObject({ recordable: false, totals: { refused: 1 } });
    expect((json.problems as { code: string }[]).map(({ code }) => code)).toEqual([
      'figures.unknown-paper',
      'figures.future-date',
    ]);
  });

  it.each<[who: As, status: number, code: string]>([
    ['public', 401, 'identity.not-allowed'],
    ['panel', 403, 'identity.not-allowed'],
    ['stranger', 403, 'identity.other-area'],
  ])('is nothing for %j', async (as, status, code) => {
    expect(await check(returnOf(line), as)).toMatchObject({ status, json: { code } });
  });

  it.each([
    [{ ...returnOf(line), paper: 1 }, 'submit-return', 422, 'request.invalid'],
    [returnOf(), 'submit-return', 422, 'request.array-min-size'],
    [returnOf(line), 'record-paper', 404, 'identity.unknown-command'],
  ])('in another form is refused: %#', async (payload, name, status, code) => {
    expect(await check(payload, 'force', name)).toMatchObject({ status, json: { code } });
  });
});

it('a return says which file it came in: sealed on record, and never in plain', async () => {
  const file = { name: 'july figures.csv', sha256: 'ab'.repeat(32) };
  const { indexes } = await harness.record('submit-return', {
    ...returnOf({ ...line, period: '2022-03' }),
    paper: paper.id,
    file,
  });
  const { text, json } = await harness.get(`/events/${indexes[0]}`);
  expect(json.item).toMatchObject({
    record: { data: { lines: 1, file: { name: { key: expect.any(String) as string } } } },
  });
  expect(text).not.toContain(file.name);
  expect(text).not.toContain(file.sha256);
});
