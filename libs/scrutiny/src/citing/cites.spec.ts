import { CITE, FIGURE, given, REPORTED, REVISED, robbery, WITHDRAWN } from '../testing/questions';
import { LATER, LAST } from '../testing/facts';
import { readCites, type Cite } from './cites';

const cite = (parts: Partial<Cite> = {}, day = LATER, figure = robbery()) =>
  readCites({ cites: [{ ...CITE, ...parts }] }, day, { given: given({ figures: [figure] }) });
const quoted = (vintage: string, value: string | null = null) => ({
  cites: [{ figure: FIGURE, vintage, value }],
  access: 'public',
});

describe('citing a figure', () => {
  it('43. it is cited at the vintage that stood on the day of the act, or at the one that is named', () => {
    expect(cite()).toEqual(quoted(REVISED));
    expect(cite({}, '2023-03-14')).toEqual(quoted(REPORTED));
    expect(cite({ vintage: REPORTED })).toEqual(quoted(REPORTED));
    expect(cite({ vintage: REPORTED }, LAST)).toEqual(quoted(REPORTED));
    expect(readCites({}, LATER, { given: given() })).toEqual({ cites: [], access: 'public' });
  });

  it('43. the value is kept where it was quoted otherwise than it was reported', () => {
    expect(cite({ value: '45' })).toEqual(quoted(REVISED));
    expect(cite({ value: '~50' })).toEqual(quoted(REVISED, '~50'));
  });

  it.each<[string, Partial<Cite>, string, string]>([
    ['a figure that has nothing on record yet', {}, '2022-09-13', 'scrutiny.unknown-figure'],
    ['an entry of no such figure', { vintage: 'elsewhere' }, LATER, 'scrutiny.unknown-vintage'],
    ['an entry of a later day', { vintage: REVISED }, '2023-03-14', 'scrutiny.unknown-vintage'],
    ['a figure that was withdrawn', {}, LAST, 'scrutiny.figure-withdrawn'],
    ['a withdrawal', { vintage: WITHDRAWN }, LAST, 'scrutiny.figure-withdrawn'],
  ])('46. it cannot be cited: %s', (_what, parts, day, code) => {
    expect(cite(parts, day)).toMatchObject([{ code }]);
  });

  it('44. every figure that cannot be cited is named', () => {
    const figures = [undefined, robbery(), undefined];
    const read = readCites({ cites: [CITE, CITE, CITE] }, LATER, { given: given({ figures }) });
    expect(read).toMatchObject([{ field: '/cites/0' }, { field: '/cites/2' }]);
  });

  it('45. what rests on a restricted figure, or on a restricted vintage of it, is restricted', () => {
    const { vintages } = robbery();
    const closed = new Map([...vintages, [REVISED, { ...vintages.get(REVISED)!, access: 'restricted' }]]);
    expect(cite({}, LATER, robbery({ access: 'restricted' }))).toMatchObject({ access: 'restricted' });
    expect(cite({}, LATER, { ...robbery(), vintages: closed as typeof vintages })).toMatchObject({
      access: 'restricted',
    });
    expect(cite({}, '2023-03-14', { ...robbery(), vintages: closed as typeof vintages })).toMatchObject({
      access: 'public',
    });
  });
});
