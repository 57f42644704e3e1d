import { cellOf } from '@daybook/sheets';
import { stringify } from 'csv-stringify/sync';
import type { Schema } from '../openapi/json-schema';
import { answerSchemas, type AnswerName } from '../openapi/schemas';
import type { Sheet } from './queries/api-query';

interface Column {
  /** The members that lead to the value: `by`, `body`. */
  readonly path: readonly string[];
  readonly schema: Schema;
}

/**
 * Items as a table: one column for each value of their schema, a nested one named `by.body`. A list of texts
 * stands in one cell, with spaces between; any other list or object as JSON.
 */
export function sheetOf(name: AnswerName, items: readonly object[]): Sheet {
  const columns = columnsOf(answerSchemas[name]);
  return {
    columns: columns.map(({ path, schema }) => ({ name: path.join('.'), schema })),
    lines: items.map((item) => columns.map(({ path }) => cell(path.reduce(member, item)))),
  };
}

/**
 * A table as CSV (RFC 4180, CRLF). A cell of text that starts with =, +, -, @, a tab or their wide forms
 * gets an apostrophe before it, so that no spreadsheet takes it for a formula, and so does one that starts
 * with apostrophes before these: whoever takes one off has the text. Decimals, which are digits and cannot be
 * a formula, stay as they are.
 */
export function csvOf({ columns, lines }: Sheet): string {
  const decimals = new Set(columns.flatMap(({ schema }, i) => (isDecimal(schema) ? [i] : [])));
  return stringify([columns.map(({ name }) => name), ...lines], {
    record_delimiter: '\r\n',
    // By itself the writer puts only its own line break between quotation marks.
    quoted_match: /[\r\n]/,
    cast: { string: (value, { index }) => (decimals.has(index) ? value : cellOf(value)) },
  });
}

export function isDecimal({ format }: Schema): boolean {
  return format === 'decimal';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function columnsOf(schema: Schema, path: readonly string[] = []): Column[] {
  const alternatives = schema.oneOf ?? schema.anyOf?.filter(({ type }) => type !== 'null') ?? [schema];
  const found = alternatives.flatMap((alternative): Column[] => {
    const members = Object.entries(alternative.properties ?? {});
    if (members.length === 0) return [{ path, schema: alternative }];
    return members.flatMap(([name, inner]) => columnsOf(inner, [...path, name]));
  });
  const names = found.map((column) => column.path.join('.'));
  return found.filter((_, i) => names.indexOf(names[i] ?? '') === i);
}
