import { isSealed, type Fact, type Ledger, type SealedText, type TextKey } from '@daybook/ledger';
import { ViewsOn } from '@daybook/read-model/testing';
import { newTextKey, seal } from '../../../../ledger/src/sealing/sealed-text';
import { RegisterStandings } from '../standings';
import {
  AFTER,
  BEFORE,
  BOARD,
  CHIEF,
  FINANCE,
  MAYOR,
  ON,
  PCC,
  TODAY,
  board,
  boardContent,
  filled,
  finance,
  mayor,
  mayorContent,
  registered,
  succeeded,
  vacated,
} from '../../testing/facts';
import {
  BodiesHandler,
  BodiesQuery,
  BodyHandler,
  BodyNamesHandler,
  BodyNamesQuery,
  BodyQuery,
} from './bodies.query';
import { bodiesView } from './bodies.view';

type Audience = 'inside' | 'outside';

const keys = new Map<string, TextKey | 'erased'>();
const ledger = { keys: { find: async () => keys } } as unknown as Ledger;
let open: ViewsOn | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

function named(name: string, key: string): SealedText {
  const made = newTextKey();
  keys.set(key, made);
  return seal(name, key, made);
}

/** What is said of bodies by these facts, in the order in which they were recorded. */
async function on(...facts: readonly Fact[]) {
  open = await ViewsOn.facts([bodiesView], facts);
  const { rows, size } = open;
  const at = (asOf: string, audience: Audience = 'outside', basis = size) => ({
    position: { asOf, basis },
    audienceIn: () => audience,
  });
  return {
    list: async (asOf: string, filter = {}, page = {}) =>
      new BodiesHandler(rows, ledger).execute(new BodiesQuery(filter, at(asOf), page)),
    one: async (body: string, asOf: string, audience?: Audience, area?: string, basis?: number) =>
      new BodyHandler(rows, ledger).execute(new BodyQuery({ body, area }, at(asOf, audience, basis))),
    names: async (asOf: string) =>
      new BodyNamesHandler(rows).execute(new BodyNamesQuery('kent', at(asOf).position, 'outside')),
    standings: (today: string) =>
      new RegisterStandings(rows, { of: async () => new Map() }, async () => ({ today })),
  };
}

const inArea = <One extends Fact>(area: string, fact: One): One => ({
  ...fact,
  data: { ...fact.data, area },
});
const followed = succeeded(PCC, MAYOR);

describe('bodies, read', () => {
  it('17. are as they stood on a day, by what was recorded: what is within them, who took whose place', async () => {
    const { list, one } = await on(mayor, board, followed, finance, filled(FINANCE, { acting: true }));
    const before = await list(BEFORE);
    expect(before.items.map(({ id, dutiesWith }) => [id, dutiesWith])).toEqual([
      [FINANCE, FINANCE],
      [MAYOR, MAYOR],
      [BOARD, BOARD],
    ]);
    expect(await one(PCC, BEFORE)).toBeUndefined();
    expect(await one(PCC, ON, 'outside', 'kent', 2)).toBeUndefined();
    expect(await one(PCC, ON)).toMatchObject({
      ...{ kind: 'local-policing-body', title: 'Kent PCC', registeredOn: null, held: null },
      ...{ succeededBy: { body: MAYOR, on: ON }, dutiesWith: MAYOR },
      offices: [{ id: FINANCE, held: { since: BEFORE, acting: true, holder: null, holderErased: false } }],
      boards: [{ id: BOARD, within: PCC }],
      history: [{ type: 'register.body-succeeded', successor: MAYOR, reason: null }],
    });
    expect(await one(MAYOR, ON)).toMatchObject({ succeeds: [{ body: PCC, on: ON }], succeededBy: null });
  });

  it('17. a title holds from its own day on, whatever order things were recorded in', async () => {
    const renamed = registered(
      MAYOR,
      { ...mayorContent, title: 'Mayor of Kent and Medway' },
      { effectiveOn: AFTER },
    );
    const { one, names } = await on(renamed, mayor);
    expect(await one(MAYOR, ON)).toMatchObject({ title: 'Mayor of Kent', registeredOn: BEFORE });
    expect(await one(MAYOR, AFTER)).toMatchObject({ title: renamed.data.title, registeredOn: BEFORE });
    expect([...(await names(ON))]).toEqual([[MAYOR, 'Mayor of Kent']]);
    expect([...(await names(AFTER))]).toEqual([[MAYOR, 'Mayor of Kent and Medway']]);
  });

  it('18. name a holder only while the key of the name exists, to whoever may read the entry', async () => {
    const holder = named('A name', 'key-1');
    const { one } = await on(
      filled(CHIEF, { holder }, { effectiveOn: BEFORE }),
      filled(CHIEF, { holder: named('Another', 'key-2') }, { effectiveOn: ON, access: 'restricted' }),
      vacated(CHIEF, { effectiveOn: AFTER }),
    );
    const held = async (day: string, audience?: Audience) => (await one(CHIEF, day, audience))?.held;
    expect(await held(BEFORE)).toMatchObject({ since: BEFORE, holder: 'A name', holderErased: false });
    expect(await held(ON, 'inside')).toMatchObject({ since: ON, holder: 'Another' });
    expect(await held(ON)).toMatchObject({ since: BEFORE, holder: 'A name' });
    expect(await held(AFTER, 'inside')).toBeNull();
    keys.set('key-1', 'erased');
    expect(await held(BEFORE)).toMatchObject({ since: BEFORE, holder: null, holderErased: true });
    expect((await one(CHIEF, BEFORE))?.history).toMatchObject([
      { holder: null, holderErased: true, reason: null },
    ]);
    expect(isSealed(holder)).toBe(true);
  });

  it('19. are listed by area and kind, a page at a time; an id alone finds the first on record', async () => {
    const surrey = inArea('surrey', registered(BOARD, { ...boardContent, title: 'Surrey’s' }));
    const { list, one } = await on(mayor, board, surrey, finance);
    const ids = async (filter: object, page = {}) => {
      const { items, next } = await list(BEFORE, filter, page);
      return [...items.map(({ area, id }) => `${area}/${id}`), next];
    };
    expect(await ids({ kind: 'board' })).toEqual([`kent/${BOARD}`, `surrey/${BOARD}`, undefined]);
    expect(await ids({ area: 'surrey' })).toEqual([`surrey/${BOARD}`, undefined]);
    const first = await ids({}, { limit: 3 });
    expect(first).toEqual([`kent/${FINANCE}`, `kent/${MAYOR}`, `kent/${BOARD}`, `kent/${BOARD}`]);
    expect(await ids({}, { after: `kent/${BOARD}` })).toEqual([`surrey/${BOARD}`, undefined]);
    expect((await one(BOARD, BEFORE))?.title).toBe(boardContent.title);
    expect((await one(BOARD, BEFORE, 'outside', 'surrey'))?.title).toBe('Surrey’s');
  });
});

describe('who acts for a body', () => {
  it('20. is whoever took its place, in the areas of those before, and only in the role of its kind', async () => {
    const governor = registered('kent-governor', { ...mayorContent, title: 'Governor' });
    const next = succeeded(MAYOR, 'kent-governor', { effectiveOn: AFTER });
    const { standings } = await on(mayor, governor, followed, next);
    expect(await standings(BEFORE).of('office', MAYOR)).toEqual({ areas: [], standsFor: [] });
    expect(await standings(ON).of('office', MAYOR)).toEqual({ areas: ['kent'], standsFor: [PCC] });
    expect(await standings(ON).of('force', MAYOR)).toEqual({ areas: [], standsFor: [] });
    expect(await standings(TODAY).of('office', 'kent-governor')).toEqual({
      ...{ areas: ['kent'], standsFor: [MAYOR, PCC] },
    });
  });

  it('20. is a force or a panel in whose register it stands, where its id names no area', async () => {
    const force = { kind: 'force', title: 'Harbour Police', within: null } as const;
    const { standings } = await on(
      registered('harbour-constabulary', force),
      registered('essex-police', { ...force, title: 'Essex Police' }),
      registered('joint-scrutiny', { ...force, kind: 'panel' }),
      mayor,
    );
    const of = async (role: 'force' | 'panel' | 'inspector', body: string) =>
      (await standings(TODAY).of(role, body)).areas;
    expect(await of('force', 'harbour-constabulary')).toEqual(['kent']);
    expect(await of('panel', 'joint-scrutiny')).toEqual(['kent']);
    expect(await of('force', 'essex-police')).toEqual([]);
    expect(await of('inspector', 'harbour-constabulary')).toEqual([]);
    expect((await standings(TODAY).acting()).map(({ role, body }) => [role, body])).toEqual([
      ['force', 'harbour-constabulary'],
      ['panel', 'joint-scrutiny'],
    ]);
  });
});
