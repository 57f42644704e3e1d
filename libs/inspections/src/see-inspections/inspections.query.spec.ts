import type { Fact } from '@daybook/ledger';
import { eventId } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import { inspectionsViews } from '../inspections.module';
import { ScalesHandler, ScalesQuery } from '../see-scales/scales.query';
import { INSPECTION, PUBLISHED, act, inspected, raised } from '../testing/facts';
import { graded, scaleDefined } from '../testing/reports';
import {
  InspectionHandler,
  InspectionQuery,
  InspectionsHandler,
  InspectionsQuery,
} from './inspections.query';

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

type At = { asOf?: string; basis?: number; audience?: Audience | ((area: string) => Audience) };

async function look(facts: readonly Fact[], { asOf = '2023-12-31', basis, audience = 'outside' }: At) {
  const views = await ViewsOn.facts(inspectionsViews, facts);
  open.push(views);
  const audienceIn = typeof audience === 'function' ? audience : () => audience;
  return { rows: views.rows, looking: { position: { asOf, basis: basis ?? views.size }, audienceIn } };
}

async function one(facts: readonly Fact[], at: At & { area?: string } = {}) {
  const { rows, looking } = await look(facts, at);
  const query = new InspectionQuery({ inspection: INSPECTION, area: at.area }, looking);
  return new InspectionHandler(rows).execute(query);
}

async function list(
  facts: readonly Fact[],
  { area, kind, after, limit, ...at }: At & InspectionsQuery['filter'] & InspectionsQuery['page'] = {},
) {
  const { rows, looking } = await look(facts, at);
  const query = new InspectionsQuery({ area, kind }, looking, { after, limit });
  const { items, next } = await new InspectionsHandler(rows).execute(query);
  return { items, ids: items.map(({ area: of, id }) => `${of}/${id}`), next };
}

const inEssex = { ...inspected({ area: 'essex', title: "Another area's" }), about: [] };

describe('an inspection', () => {
  it('14. is there from its effective date on, with the grades given by then', async () => {
    const facts = [inspected(), graded(), graded({ question: 'custody' }, { effectiveOn: '2022-12-15' })];
    expect(await one(facts, { asOf: '2022-04-27' })).toBeUndefined();
    expect(await one(facts, { basis: 0 })).toBeUndefined();
    const then = await one(facts, { asOf: '2022-12-14' });
    expect(then).toMatchObject({
      ...{ id: INSPECTION, area: 'kent', scale: 'peel-2021', effectiveOn: PUBLISHED, index: 0 },
      grades: [{ id: eventId(1), question: 'investigating-crime', grade: 'adequate', index: 1 }],
    });
    expect((await one(facts))?.grades.map(({ question }) => question)).toEqual([
      'investigating-crime',
      'custody',
    ]);
  });

  it('15. goes by its id alone: that of the area which recorded it first, of those the reader may see', async () => {
    const closed = inspected({}, { access: 'restricted' });
    expect((await one([inspected(), inEssex]))?.area).toBe('kent');
    expect((await one([inEssex, inspected()]))?.area).toBe('essex');
    expect((await one([inEssex, inspected()], { area: 'kent' }))?.area).toBe('kent');
    expect((await one([closed, inEssex]))?.area).toBe('essex');
    const inside = (area: string) => (area === 'kent' ? 'inside' : 'outside');
    expect((await one([closed, inEssex], { audience: inside }))?.area).toBe('kent');
    expect(await one([closed])).toBeUndefined();
    expect(await one([closed], { area: 'kent' })).toBeUndefined();
  });

  it('16. stands with the latest grade of each question by effective date, since it was first given', async () => {
    const later = { effectiveOn: '2022-12-15' };
    const facts = [inspected(), graded({ grade: 'good' }, later), graded()];
    const [standing] = (await one(facts))!.grades;
    expect(standing).toMatchObject({ id: eventId(1), grade: 'good', effectiveOn: '2022-12-15' });
    expect(standing?.history.map(({ id }) => id)).toEqual([eventId(1), eventId(2)]);
    const late = graded({ grade: 'good' }, { effectiveOn: '2022-06-01' });
    const [since] = (await one([...facts, late]))!.grades;
    expect(since).toMatchObject({ id: eventId(3), grade: 'good', effectiveOn: '2022-06-01' });
    expect(since?.history.map(({ id }) => id)).toEqual([eventId(1), eventId(3), eventId(2)]);
  });

  it('18. counts its findings by status, one for each addressee, as at the position', async () => {
    const facts = [
      inspected(),
      raised({ finding: 'afi-01' }),
      raised({ finding: 'rec-01', kind: 'recommendation', addressees: ['kent-police', 'home-office'] }),
      raised({ finding: 'other-01', inspection: 'other' }),
      act('inspections.discharge-claimed', { findings: ['afi-01'] }, { effectiveOn: '2022-09-14' }),
    ];
    const counts = async (asOf: string) => (await one(facts, { asOf }))?.findings;
    expect(await counts('2022-09-13')).toMatchObject({ open: 3, claimed: 0, total: 3 });
    expect(await counts('2022-09-14')).toMatchObject({ open: 2, claimed: 1, total: 3 });
    expect((await list(facts)).items[0]?.findings).toMatchObject({ open: 2, claimed: 1, total: 3 });
  });
});

describe('inspections', () => {
  const facts = [
    inspected(),
    inspected({ inspection: 'audit-2022', kind: 'internal-audit' }),
    inEssex,
    inspected({ inspection: 'closed' }, { access: 'restricted' }),
    graded({ inspection: 'not-recorded' }),
  ];

  it('19. are listed of one area or of all, by kind, as the reader may see each area', async () => {
    const own = ['kent/audit-2022', `kent/${INSPECTION}`];
    expect((await list(facts, { area: 'kent' })).ids).toEqual(own);
    expect((await list(facts)).ids).toEqual([`essex/${INSPECTION}`, ...own]);
    expect((await list(facts, { kind: 'internal-audit' })).ids).toEqual(['kent/audit-2022']);
    const inside = (area: string) => (area === 'kent' ? 'inside' : 'outside');
    expect((await list(facts, { audience: inside, area: 'kent' })).ids).toEqual([
      'kent/audit-2022',
      'kent/closed',
      `kent/${INSPECTION}`,
    ]);
  });

  it('19. come in pages that together are the whole list', async () => {
    const first = await list(facts, { limit: 2 });
    expect(first.ids).toHaveLength(2);
    const second = await list(facts, { limit: 2, after: first.next });
    expect([...first.ids, ...second.ids]).toEqual((await list(facts)).ids);
    expect(second.next).toBeUndefined();
  });

  it('6. grade on the scales known from the beginning, and those that an area defined by then', async () => {
    const scales = async (at: At, area?: string) => {
      const { rows, looking } = await look([scaleDefined()], at);
      const items = await new ScalesHandler(rows).execute(new ScalesQuery({ area }, looking));
      return items.map(({ id }) => id);
    };
    const builtIn = ['peel-2014', 'peel-2021'];
    expect(await scales({}, 'kent')).toEqual([...builtIn, 'audit-3']);
    expect(await scales({})).toEqual([...builtIn, 'audit-3']);
    expect(await scales({}, 'essex')).toEqual(builtIn);
    expect(await scales({ asOf: '2022-04-27' }, 'kent')).toEqual(builtIn);
  });
});
