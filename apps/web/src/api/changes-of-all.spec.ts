import { recordFindings } from '../testing/findings';
import { Harness, type Sent } from '../testing/harness';
import { recordSample } from '../testing/sample';

let harness: Harness;
const kent = { area: 'kent' };
beforeAll(async () => {
  harness = await Harness.start({ at: '2023-03-15T09:00:00.000Z' });
  await recordSample(harness);
  await recordFindings(harness);
  const hidden = {
    ...kent,
    inspection: 'kent-peel-2021-22',
    id: 'afi-04',
    kind: 'afi',
    title: 'Undercover work',
  };
  const raised = { ...hidden, addressees: ['kent-police'], effectiveOn: '2022-10-02', access: 'restricted' };
  await harness.record('raise-finding', raised, { as: 'inspector' });
});
afterAll(() => harness.close());

const ALL = '/changes?area=kent&from=2022-04-27&to=2022-12-01';
const about = ({ json }: Sent): unknown[] => (json.items ?? []).map((item) => item.about);

describe('/changes of figures, findings and inspections', () => {
  it.each(Array.from({ length: 15 }, (_, i) => i + 1))(
    'page by page are the whole list, each change once: pages of %i',
    async (limit) => {
      const whole = (await harness.get(ALL)).json.items ?? [];
      const found: unknown[] = [];
      let pages = 0;
      for (let next: string | undefined = `${ALL}&limit=${limit}`; next; pages += 1) {
        const page: Sent = await harness.get(next);
        const { length } = page.json.items ?? [];
        found.push(...(page.json.items ?? []));
        next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1];
        if (next) expect(length).toBe(limit);
      }
      expect(found).toEqual(whole);
      expect(pages).toBe(Math.ceil(whole.length / limit));
    },
  );

  it('are in order: figures, findings, inspections; those of one measure are of figures alone', async () => {
    const kinds = about(await harness.get(ALL)).map((reference) => String(reference).split(':')[0]);
    expect([...new Set(kinds)]).toEqual(['measure', 'figure', 'finding', 'inspection']);
    expect(kinds).toHaveLength(13);
    const measure = about(await harness.get(`${ALL}&measure=victim-based-crime`));
    expect(measure).toEqual(['measure:kent/victim-based-crime', 'figure:kent/victim-based-crime/2022-07']);
  });

  it('tell whoever reads from outside nothing of what is restricted', async () => {
    expect(about(await harness.get(ALL))).not.toContain('finding:kent/afi-04');
    expect((await harness.get(ALL)).text).not.toContain('afi-04');
    const inside = await harness.get(ALL, 'office');
    expect(about(inside)).toContain('finding:kent/afi-04');
    expect(inside.json.items).toHaveLength(14);
  });
});
