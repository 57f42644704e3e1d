import 'reflect-metadata';
import { isRefusal } from '@daybook/ledger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import { checkBody } from './check-body';

class Source {
  @IsString() paper!: string;
}
class Line {
  @IsString() measure!: string;
  @Matches(/^\d+$/, { message: 'Write the value in digits' }) value!: string;
  @IsOptional() @ValidateNested() @Type(() => Source) source?: Source;
}
class Return {
  @Length(1, 20) area!: string;
  @IsOptional() @IsString() title?: string;
  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => Line) lines!: Line[];
  @IsOptional() @IsString({ each: true }) tags?: string[];
}

const line = { measure: 'robbery', value: '12' };
const good = { area: 'kent', lines: [line, { ...line, source: { paper: 'p1' } }] };

/** What is wrong, as `pointer code`, sorted; [] where the body passed. */
async function wrong(body: unknown, type: new () => object = Return): Promise<string[]> {
  const outcome = await checkBody(type, body);
  return isRefusal(outcome) ? outcome.fields.map(({ field, code }) => `${field} ${code}`).sort() : [];
}

/** Built by the parser, as it comes over the wire: only so can a key be `__proto__`. */
const parsed = (text: string): unknown => JSON.parse(text);

describe('a body that passes', () => {
  it('is handed on as it was sent: plain, frozen, without undefined fields', async () => {
    const outcome = await checkBody(Return, { ...good, title: undefined });
    if (isRefusal(outcome)) throw new Error(outcome.message);
    expect(outcome.body).toStrictEqual(good);
    expect(Object.getPrototypeOf(outcome.body.lines[0])).toBe(Object.prototype);
    expect(Object.isFrozen(outcome.body.lines[0])).toBe(true);
  });

  it('may hold markup in a text: it is text', async () =>
    expect(await wrong({ ...good, title: '<script>alert(1)</script> & "quotes"' })).toEqual([]));

  it('may hold characters beyond the basic plane, and come without a prototype', async () => {
    expect(await wrong({ ...good, title: 'Gwent \u{1F694} déjà' })).toEqual([]);
    expect(await wrong(Object.assign(Object.create(null), good))).toEqual([]);
  });
});

describe('a body of the wrong shape', () => {
  it('has every problem named, with its place in nested lists', async () => {
    const lines = [
      line,
      { measure: 7, value: 'x', 'a/b~c': 1 },
      { ...line, source: { paper: null } },
      'line',
    ];
    expect(await wrong({ area: '', lines, extra: {} })).toEqual([
      '/area request.is-length',
      '/extra request.unknown-field',
      '/lines/1/a~1b~0c request.unknown-field',
      '/lines/1/measure request.is-string',
      '/lines/1/value request.matches',
      '/lines/2/source/paper request.is-string',
      '/lines/3 request.is-object',
    ]);
  });

  it('is answered in sentences, the slice’s own where it has one', async () => {
    const outcome = await checkBody(Return, { ...good, lines: [{ ...line, value: 'x' }] });
    expect(outcome).toMatchObject({
      code: 'request.matches',
      message: 'Write the value in digits.',
      retryable: false,
    });
    const two = await checkBody(Return, { lines: [] });
    expect(two).toMatchObject({ code: 'request.invalid', message: '2 things in this request are wrong.' });
  });

  it.each([null, undefined, 'text', 7, [], [good]])('is refused when it is not an object: %j', async (body) =>
    expect((await wrong(body)).length).toBeGreaterThan(0),
  );

  it('may not put a list for one thing, nor one thing for a list', async () => {
    expect(await wrong({ ...good, lines: line })).toEqual([
      '/lines request.array-not-empty',
      '/lines request.is-array',
    ]);
    expect(await wrong({ ...good, lines: [[]] })).toEqual(['/lines/0 request.is-object']);
    expect(await wrong({ ...good, lines: [[line]] })).toEqual(['/lines/0 request.is-object']);
    expect(await wrong({ ...good, lines: [null] })).toEqual(['/lines/0 request.is-object']);
    expect(await wrong({ ...good, lines: [{ ...line, source: [] }] })).toEqual([
      '/lines/0/source request.is-object',
    ]);
    expect(await wrong({ ...good, tags: 'one' })).toEqual(['/tags request.is-array']);
    expect(await wrong({ ...good, tags: [['one']] })).toEqual(['/tags request.is-string']);
  });

  it('waits for a check that answers later', async () => {
    class Slow {
      @ValidateBy({ name: 'slow', async: true, validator: { validate: async () => false } }) area!: string;
    }
    expect(await wrong({ area: 'kent' }, Slow)).toEqual(['/area request.slow']);
  });

  it('is refused where the class has no rules at all', async () => {
    class Bare {}
    expect(await wrong({ area: 'kent' }, Bare)).toEqual([' request.is-object']);
  });
});

describe('what no body may hold', () => {
  const taken = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

  it.each(taken)('a field named %s, at any depth', async (key) => {
    const text = (inner: string): string => `{"area":"kent","lines":[{"measure":"m","value":"1"${inner}}]}`;
    expect(await wrong(parsed(text(`,"${key}":{"polluted":true}`)))).toEqual([
      `/lines/0/${key} request.bad-key`,
    ]);
    expect(await wrong(parsed(text(`,"source":{"paper":"p","${key}":null}`)))).toEqual([
      `/lines/0/source/${key} request.bad-key`,
    ]);
    expect(await wrong(parsed(`{"${key}":1}`))).toEqual([`/${key} request.bad-key`]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['a\0b', '\uD800', 'x\uDC00y', '\uDE00\uD83D'])(
    'text that the store would alter: %j',
    async (text) => {
      expect(await wrong({ ...good, title: text })).toEqual(['/title request.bad-text']);
      expect(await wrong({ ...good, lines: [{ ...line, measure: text }] })).toEqual([
        '/lines/0/measure request.bad-text',
      ]);
      expect(await wrong({ ...good, lines: [{ ...line, [text]: 1 }] })).toEqual([
        '/lines/0 request.bad-text',
      ]);
    },
  );

  it.each([NaN, Infinity, 1n, Symbol('s'), () => 1, new Date(0), new Map(), new Line(), Buffer.from('x')])(
    'what JSON does not know: %p',
    async (value) => expect(await wrong({ ...good, title: value })).toEqual(['/title request.bad-value']),
  );

  it('a hole in a list', async () => {
    expect(await wrong({ ...good, lines: [undefined] })).toEqual(['/lines/0 request.bad-value']);
    expect(await wrong({ ...good, lines: new Array(1) })).toEqual(['/lines/0 request.bad-value']);
  });

  it('more levels than any command has, or a circle', async () => {
    const [problem] = await wrong(parsed(`{"area":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
    expect(problem).toMatch(/^\/area(\/0)+ request\.too-deep$/);
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    expect((await wrong(circle))[0]).toContain('request.too-deep');
  });
});

describe('a class that changes what it is given', () => {
  class Trimmed {
    @IsString() @Transform(({ value }) => String(value).trim()) area!: string;
  }
  class Counted {
    @Type(() => Number) area!: number;
    @IsString() title!: string;
  }
  class Defaulted {
    @IsString() area = 'kent';
  }

  it('is a fault, not a refusal: something else would be recorded than was checked', async () => {
    await expect(checkBody(Trimmed, { area: ' kent ' })).rejects.toThrow('Trimmed changes /area');
    await expect(checkBody(Defaulted, {})).rejects.toThrow('Defaulted changes /area');
    expect(await wrong({ area: 'kent' }, Trimmed)).toEqual([]);
    expect(await wrong({ area: '1', title: 't' }, Counted)).toEqual(['/area request.unknown-field']);
  });
});

it('any JSON at all is answered, and what passes is what was sent', async () => {
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom(line, [line], 'kent', null));
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ area: part, lines: fc.oneof(part, fc.array(part)), tags: part }),
  );
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const outcome = await checkBody(Return, sent);
      if (isRefusal(outcome)) expect(outcome.fields.length).toBeGreaterThan(0);
      else expect(JSON.stringify(outcome.body)).toBe(JSON.stringify(sent));
    }),
    { numRuns: 500 },
  );
});
