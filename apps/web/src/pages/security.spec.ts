import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Harness } from '../testing/harness';
import { recordSample } from '../testing/sample';
import { Visitor } from './testing/visitor';

const FORCE = 'demo-kent-police';
const SECRET = 'a secret of more than thirty-two characters';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
  await recordSample(harness);
});
afterAll(() => harness.close());

describe('signing in', () => {
  it('lists who one may be, on every page says that this is a demonstration, and leads home', async () => {
    const visitor = new Visitor(harness);
    const page = await visitor.see('/sign-in');
    expect(page.words).toContain('Performance analyst, Kent Police');
    expect(page.words).toContain('anyone can sign in as anyone here');
    const signed = await visitor.send('/sign-in', { person: FORCE });
    expect([signed.status, signed.headers.location]).toEqual([303, '/kent']);
    expect((await visitor.see('/kent')).words).toContain(
      'Signed in as Performance analyst, Kent Police , force',
    );
  });

  it('needs somebody who is listed', async () => {
    const visitor = new Visitor(harness);
    await visitor.see('/sign-in');
    const refused = await visitor.send('/sign-in', { person: 'demo-nobody' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<title>Error: Sign in - Daybook</title>');
    expect(refused.words).toContain('Choose one of the people listed.');
  });

  it('leads to a page of this site and to no other', async () => {
    const goTo = async (to: string): Promise<string | undefined> => {
      const visitor = new Visitor(harness);
      await visitor.see('/sign-in');
      return (await visitor.send('/sign-in', { person: FORCE, to })).headers.location;
    };
    expect(await goTo('/kent/papers')).toBe('/kent/papers');
    for (const to of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '/x\r\ny'])
      expect(await goTo(to)).toBe('/kent');
  });

  it.each([
    '/%2Felsewhere.example/changes?to=2022-01-01',
    '/%5Celsewhere.example/replay?from-day=1&from-month=1&from-year=2022',
    '/%2Felsewhere.example?as-of-day=1&as-of-month=1&as-of-year=2022',
  ])('%s has no page, and leads nowhere', async (path) => {
    const { status, headers } = await new Visitor(harness).see(path);
    expect([status, headers.location]).toEqual([404, undefined]);
  });

  it('starts a session of its own: one that was planted before is worth nothing', async () => {
    const visitor = new Visitor(harness);
    await visitor.see('/sign-in');
    const planted = visitor.session;
    await visitor.send('/sign-in', { person: FORCE });
    expect(visitor.session).not.toBe(planted);
    const thief = new Visitor(harness);
    thief.session = planted;
    expect((await thief.see('/kent')).words).toContain('Not signed in');
  });

  it('ends with signing out, on the server: a stolen cookie opens nothing afterwards', async () => {
    const visitor = await Visitor.signedIn(harness, FORCE);
    const stolen = visitor.session;
    expect((await visitor.send('/sign-out', {})).status).toBe(303);
    const thief = new Visitor(harness);
    thief.session = stolen;
    expect((await thief.see('/kent')).words).toContain('Not signed in');
  });

  it('lasts over a restart of the server', async () => {
    const visitor = await Visitor.signedIn(harness, FORCE);
    await harness.restart();
    expect((await visitor.see('/kent')).words).toContain('Signed in as Performance analyst');
  });

  it('keeps no session id that opens one, and no session for whoever only reads', async () => {
    const visitor = await Visitor.signedIn(harness, FORCE);
    const id = decodeURIComponent(visitor.session.split('=')[1] ?? '').split('.')[0] ?? '';
    const kept = ['sessions.db', 'sessions.db-wal']
      .map((f) => readFileSync(join(harness.folder, f), 'latin1'))
      .join('');
    expect(id.length).toBeGreaterThan(20);
    expect(kept.includes(id)).toBe(false);
    expect((await new Visitor(harness).see('/kent')).headers['set-cookie']).toBeUndefined();
  });
});

describe('a form', () => {
  it.each([['/sign-in'], ['/sign-out'], ['/kent/returns/new']])(
    'for %s from another site is refused',
    async (path) => {
      const visitor = await Visitor.signedIn(harness, FORCE);
      const refused = await visitor.send(path, { _csrf: 'forged', person: FORCE });
      expect(refused.status).toBe(403);
      expect(refused.words).toContain('This form has expired.');
    },
  );

  it('is the only body that pages take', async () => {
    const sent = await harness.request('POST', '/sign-in', { payload: { person: FORCE } });
    expect(sent.status).toBe(415);
  });
});

describe('every page', () => {
  it.each([['/'], ['/kent'], ['/sign-in'], ['/kent/figures/nothing'], ['/nowhere/at/all']])(
    '%s runs no script but the site’s own file, is in no frame and is kept by nobody',
    async (path) => {
      const { headers, html } = await new Visitor(harness).see(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      // An address that is no page allows no script whatever; a page allows the site's own files.
      const own = path === '/nowhere/at/all' ? [] : ["script-src 'self'", "connect-src 'self'"];
      const said = String(headers['content-security-policy']).split(/; */);
      expect(said.filter((one) => /^(script|connect)-src/.test(one))).toEqual(own);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['cache-control']).toContain('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(html).not.toMatch(/style="| on\w+="|javascript:/i);
      for (const script of html.match(/<script[^]*?<\/script>/g) ?? [])
        expect(script).toMatch(/^<script src="\/assets\/new-records\.js\?v=[0-9a-f]{12}" defer><\/script>$/);
    },
  );

  it('tells of new records where it is of the present, and nowhere else', async () => {
    const visitor = new Visitor(harness);
    const script = async (path: string): Promise<boolean> =>
      (await visitor.see(path)).html.includes('<script');
    expect(await script('/kent')).toBe(true);
    expect(await script('/kent/figures/victim-based-crime')).toBe(true);
    for (const path of ['/kent?as-of=2022-10-01', '/kent?basis=2', '/sign-in', '/nowhere/at/all'])
      expect([path, await script(path)]).toEqual([path, false]);
  });

  it('has a script that is served as what it is, and no other', async () => {
    const { html } = await new Visitor(harness).see('/kent');
    const [, address = ''] = /<script src="([^"]+)"/.exec(html) ?? [];
    const { headers, status } = await harness.request('GET', address);
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/javascript/)]);
  });

  it('has a cookie that no script reads and that comes from this site alone', async () => {
    const visitor = new Visitor(harness);
    const { headers } = await visitor.see('/sign-in');
    expect(String(headers['set-cookie'])).toMatch(/^daybook-session=.+HttpOnly/);
    expect(String(headers['set-cookie'])).toContain('SameSite=Lax');
  });
});

describe('in production', () => {
  it('nobody signs in, and pages show what is public without a way in', async () => {
    const production = await Harness.start({ production: true, sessionSecret: SECRET });
    try {
      await recordSample(production);
      const visitor = new Visitor(production);
      const home = await visitor.see('/');
      expect(home.status).toBe(200);
      expect(home.html).not.toContain('/sign-in');
      const refused = await visitor.see('/sign-in');
      expect([refused.status, refused.words.includes('Nobody can sign in here yet')]).toEqual([403, true]);
      expect((await visitor.send('/sign-in', { person: FORCE })).status).toBe(403);
    } finally {
      await production.close();
    }
  });
});
