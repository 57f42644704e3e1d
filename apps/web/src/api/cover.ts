import { createHash } from 'node:crypto';
import type { ResolvedPosition } from '@daybook/runtime';
import type { Schema } from '../openapi/json-schema';
import { isDecimal } from './csv';
import type { ApiQuery, Sheet } from './queries';

/** What a cover is made of: the file that it covers, and the question that the file answers. */
export interface Covered {
  readonly query: ApiQuery;
  /** The path of the list under its host, without `.csv`. */
  readonly path: string;
  /** What was asked, apart from the position. */
  readonly asked: Readonly<Record<string, string>>;
  readonly position: ResolvedPosition;
  /** The earlier position of an answer about two. */
  readonly from?: ResolvedPosition;
  readonly sheet: Sheet;
  readonly csv: string;
  /** Where the next page begins. */
  readonly next: string | null;
}

/** `type` of the media type of such metadata (CSV on the Web, section 10). */
export const COVER_TYPE = 'application/csvm+json';
export const COVER_SUFFIX = '.csv-metadata.json';

/**
 * The cover of a CSV file: CSV on the Web metadata (W3C, "Metadata Vocabulary for Tabular Data"), with the
 * file's provenance as a note. Everything in it follows from the question and the position, so that it
 * repeats byte for byte. `url` leads from the cover to the file.
 */
export function coverOf({ query, path, asked, position, from, sheet, csv, next }: Covered): object {
  const { asOf, basis } = position;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${path.slice(path.lastIndexOf('/') + 1)}.csv?${questionAt({ query, asked, position, from })}`,
    'dc:title': query.title,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n'],
      header: true,
      headerRowCount: 1,
    },
    tableSchema: { columns: sheet.columns.map(columnOf) },
    notes: [
      {
        type: 'provenance',
        ...(query.clocks !== 'ledger' && { asOf }),
        basis,
        ledgerSize: basis,
        ...(from && { from: { asOf: from.asOf, basis: from.basis } }),
        query: { path, parameters: asked },
        rows: sheet.lines.length,
        next,
        sha256: createHash('sha256').update(csv).digest('hex'),
        software: 'Daybook',
        api: 'v1',
      },
    ],
  };
}

/** The address of the cover of an answer at the position that the answer uses. */
export function coverAddress({
  query,
  path,
  asked,
  position,
  from,
}: Question & Pick<Covered, 'path'>): string {
  return `${path}${COVER_SUFFIX}?${questionAt({ query, asked, position, from })}`;
}

type Question = Pick<Covered, 'query' | 'asked' | 'position' | 'from'>;

/** What was asked, with the position that it was answered at, or both of them. */
function questionAt({ query: { clocks }, asked, position: { asOf, basis }, from }: Question): string {
  const there: Record<string, string | number> = from
    ? { from: from.asOf, fromBasis: from.basis, to: asOf, toBasis: basis }
    : { ...(clocks === 'both' && { asOf }), basis };
  const parameters = Object.entries({ ...asked, ...there }).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(parameters).toString();
}

function columnOf({ name, schema }: Sheet['columns'][number]): object {
  // What a variable of a URI template cannot hold is written %XX.
  const safe = encodeURIComponent(name).replaceAll(/[-!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return {
    name: safe,
    titles: name,
    datatype: datatypeOf(schema),
    ...(schema.description && { 'dc:description': schema.description }),
  };
}

const DECIMAL = '(~|[<>]=?)?-?[0-9]+(\\.[0-9]+)?(\\.\\.-?[0-9]+(\\.[0-9]+)?)?';

/** Decimals are no numbers of CSV on the Web: their digits are kept, and some have a bound. */
function datatypeOf(schema: Schema): unknown {
  if (isDecimal(schema)) return { base: 'string', format: DECIMAL };
  if (schema.format === 'date') return { base: 'date', format: 'yyyy-MM-dd' };
  if (schema.format === 'date-time') return 'dateTimeStamp';
  if (schema.format === 'uri') return 'anyURI';
  if (schema.type === 'integer') return 'nonNegativeInteger';
  return schema.type === 'boolean' ? 'boolean' : 'string';
}
