import 'reflect-metadata';
import { allCommands } from '@daybook/runtime';
import Ajv2020 from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiQueries } from '../api/queries';
import { ApiContract } from '../testing/api-contract';
import { line, measure, paper, returnOf } from '../testing/sample';
import { openApiDocument } from './document';
import { openApiText } from './write';

const document = openApiDocument();

it('the committed description is the one that the code gives (else: npm run openapi)', () => {
  expect(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')).toBe(openApiText());
});

it('names every command and every query, the stream and itself once', () => {
  const operations = Object.values(
    document.paths as Record<string, Record<string, { operationId: string }>>,
  ).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  expect(new Set(operations).size).toBe(operations.length);
  const lists = apiQueries.filter(({ shape }) => shape === 'many');
  const checks = allCommands.filter(({ check }) => check !== undefined);
  const all = [...allCommands, ...checks, ...apiQueries, ...lists, ...lists];
  expect(operations).toHaveLength(all.length + 2);
});

it('refers to nothing that is not there', () => {
  for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = (pointer ?? '')
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
    expect({ pointer, found: typeof found }).toEqual({ pointer, found: 'object' });
  }
});

describe('bodies', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'api');
  const validate = (name: string) => ajv.compile({ $ref: `api#/components/schemas/${name}` });

  it.each<[name: string, body: object]>([
    ['RecordPaperBody', paper],
    ['RecordPaperBody', { ...paper, url: null, access: null }],
    [
      'DefineMeasureBody',
      { ...measure, dimensions: [{ name: 'district', exclusive: true, complete: false }], base: null },
    ],
    ['SubmitReturnBody', returnOf(line, { ...line, value: null, status: 'O', kind: 'report' })],
  ])('%s takes what the commands take', (name, body) => {
    const holds = validate(name);
    expect({ valid: holds(body), errors: holds.errors }).toEqual({ valid: true, errors: null });
  });

  it.each<[name: string, body: object]>([
    ['RecordPaperBody', { ...paper, id: 'Not An Id' }],
    ['RecordPaperBody', { ...paper, colour: 'red' }],
    ['RecordPaperBody', { ...paper, title: null }],
    ['SubmitReturnBody', returnOf()],
    ['SubmitReturnBody', returnOf({ ...line, value: 12 })],
    ['SubmitReturnBody', returnOf({ ...line, kind: 'guessed' })],
  ])('%s does not take what they refuse', (name, body) => {
    expect(validate(name)(body)).toBe(false);
  });
});

describe('the contract that tests hold responses against', () => {
  const contract = new ApiContract();
  const headers = {
    'content-type': 'application/json',
    etag: '"x"',
    'daybook-as-of': '2024-06-03',
    'daybook-basis': '1',
    'daybook-latest': '1',
  };
  const areas =
    (body: unknown, more = {}) =>
    () =>
      contract.check('GET', '/api/v1/areas', {
        statusCode: 200,
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
  const good = { asOf: '2024-06-03', basis: 1, items: [{ id: 'kent' }], next: null };

  it('takes a good answer and no other', () => {
    expect(areas(good)).not.toThrow();
    expect(areas({ ...good, items: [{ id: 'kent', colour: 'red' }] })).toThrow(/additional/);
    expect(areas({ ...good, next: undefined })).toThrow(/next/);
    expect(areas({ ...good, asOf: 'lately' })).toThrow(/format/);
    expect(areas(good, { etag: undefined })).toThrow(/ETag/);
    expect(areas(good, { 'content-type': 'text/html' })).toThrow(/text\/html/);
  });

  it('takes an error only as problem details', () => {
    const check = (body: string) => () =>
      contract.check('GET', '/api/v1/nowhere', {
        statusCode: 404,
        headers: { 'content-type': 'application/problem+json' },
        body,
      });
    expect(check('{"error":"Not Found"}')).toThrow(/required/);
    expect(() => contract.check('GET', '/api/v1/nowhere', { statusCode: 404, headers, body: '{}' })).toThrow(
      /problem/,
    );
  });

  it('takes no answer at an address that is not described', () => {
    expect(() => contract.check('GET', '/api/v1/nowhere', { statusCode: 200, headers, body: '{}' })).toThrow(
      /no such path/,
    );
  });
});
