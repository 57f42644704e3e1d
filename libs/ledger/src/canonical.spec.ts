import fc from 'fast-check';
import { canonicalText, leafHash, prepare } from './canonical';
import { noted, recorded } from './testing';

describe('canonicalText (RFC 8785)', () => {
  it('writes the example of section 3.2.2 and 3.2.3', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalText(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it.each([
    [0x0000000000000000n, '0'],
    [0x8000000000000000n, '0'],
    [0x0000000000000001n, '5e-324'],
    [0x8000000000000001n, '-5e-324'],
    [0x7fefffffffffffffn, '1.7976931348623157e+308'],
    [0x4340000000000000n, '9007199254740992'],
    [0x4430000000000000n, '295147905179352830000'],
    [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
    [0x44b52d02c7e14af6n, '1e+23'],
    [0x444b1ae4d6e2ef4en, '999999999999999700000'],
    [0x444b1ae4d6e2ef50n, '1e+21'],
    [0x3eb0c6f7a0b5ed8cn, '9.999999999999997e-7'],
    [0x3eb0c6f7a0b5ed8dn, '0.000001'],
    [0x41b3de4355555557n, '333333333.33333343'],
  ])('writes the number with the bits %d as appendix B says', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, bits);
    expect(canonicalText(view.getFloat64(0))).toBe(text);
  });

  it('refuses numbers that JSON cannot hold, and what is no JSON at all', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(() => canonicalText({ value })).toThrow();
    expect(() => canonicalText(undefined)).toThrow(TypeError);
  });

  it('orders keys by UTF-16 code units, as section 3.2.3 has it', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalText(Object.fromEntries(keys.map((k) => [k, 0])));
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      ...['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'],
    ]);
  });

  it('leaves undefined properties out and knows no `__proto__` but an own one', () => {
    expect(canonicalText({ b: undefined, a: 1 })).toBe('{"a":1}');
    expect(canonicalText(JSON.parse('{"__proto__":{"x":1},"a":2}'))).toBe('{"__proto__":{"x":1},"a":2}');
  });

  it('gives one text for one value, whatever the order of its keys, and loses nothing', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, turned(part)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(turned(value))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('leafHash (RFC 9162 section 2.1.1)', () => {
  // The empty leaf and the leaf `10` of the test vectors in use since Certificate Transparency's first log.
  it.each([
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
    ['10', '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7'],
    ['2021', '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7'],
  ])('of the bytes "%s"', (bytes, hash) => {
    expect(leafHash(Buffer.from(bytes, 'hex')).toString('hex')).toBe(hash);
  });
});

describe('prepare', () => {
  it('keeps the record, its UTF-8 bytes and their hash together', () => {
    const record = recorded(noted('£ – \u{1F4D4}'));
    const { bytes, hash, ...rest } = prepare(record);
    expect(rest.record).toBe(record);
    expect(bytes.toString('utf8')).toBe(canonicalText(record));
    expect(JSON.parse(bytes.toString('utf8'))).toEqual(record);
    expect(hash.equals(leafHash(bytes))).toBe(true);
  });
});
