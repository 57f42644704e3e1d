import { count, date, list, object, oneOf, orNull, text, type Schema } from '../json-schema';

const anything: Schema = {};

/** The cover of a CSV file, as `api/cover.ts` writes it. */
export const csvMetadata: Schema = object<Record<string, unknown>>(
  {
    '@context': { type: 'array', description: 'http://www.w3.org/ns/csvw' },
    url: { ...text, description: 'From this address to the file, at the position that it was made for.' },
    'dc:title': text,
    dialect: { type: 'object' },
    tableSchema: object<Record<string, unknown>>({
      columns: list(
        object<Record<string, unknown>>(
          { name: text, titles: text, datatype: anything, 'dc:description': text },
          { optional: ['dc:description'] },
        ),
      ),
    }),
    notes: list(
      object<Record<string, unknown>>(
        {
          type: oneOf(['provenance']),
          asOf: { ...date, description: 'The day whose position the file shows; absent for the log itself.' },
          basis: { ...count, description: 'The ledger size that was used.' },
          ledgerSize: { ...count, description: 'How many records that ledger held: the basis.' },
          from: {
            ...object<Record<string, unknown>>({ asOf: date, basis: count }),
            description: 'The earlier position, of an answer about two.',
          },
          query: object<Record<string, unknown>>({
            path: text,
            parameters: { type: 'object', additionalProperties: text },
          }),
          rows: { ...count, description: 'Lines of the file below its header.' },
          next: { ...orNull(text), description: 'Where the next page begins, as `after`; null on the last.' },
          sha256: { ...text, description: "Of the file's bytes.", pattern: '^[0-9a-f]{64}$' },
          software: text,
          api: text,
        },
        { optional: ['asOf', 'from'] },
      ),
    ),
  },
  {
    description: 'CSV on the Web: Metadata Vocabulary for Tabular Data (W3C), and where the file comes from.',
  },
);
