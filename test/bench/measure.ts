import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One comparison: what bare libsql does with the same rows on the same disk, and what Daybook does. */
export interface Row {
  readonly name: string;
  /** `rate`: more is better, in `unit` a second. `time`: less is better, in `unit`. */
  readonly kind: 'rate' | 'time';
  readonly unit: string;
  /** The least share of the limit that Daybook should reach. */
  readonly target: number;
  /** For times, the most that it should take as well, in `unit`. */
  readonly most?: number;
  limit(folder: string): Promise<number> | number;
  daybook(folder: string): Promise<number> | number;
}

export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  readonly daybook: number;
  /** Share of the limit reached: of a rate daybook / limit, of a time limit / daybook. */
  readonly ratio: number;
  readonly target: number;
  readonly most?: number;
  readonly met: boolean;
}

/** Events or answers a second. */
export async function rate(count: number, work: () => Promise<void> | void): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

/** Microseconds for one of `count`. */
export async function microseconds(count: number, work: () => Promise<void> | void): Promise<number> {
  return 1e6 / (await rate(count, work));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs limit and Daybook in turn, each round in a fresh folder on the same disk, and takes the medians. */
export async function run(row: Row, rounds: number, base: string): Promise<Result> {
  const limits: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [into, work] of [
      [limits, row.limit],
      [ours, row.daybook],
    ] as const) {
      const folder = mkdtempSync(join(base, 'round-'));
      into.push(await work.call(row, folder));
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const limit = median(limits);
  const daybook = median(ours);
  const ratio = row.kind === 'rate' ? daybook / limit : limit / daybook;
  const met = ratio >= row.target && (row.most === undefined || daybook <= row.most);
  return { name: row.name, unit: row.unit, limit, daybook, ratio, target: row.target, most: row.most, met };
}

function figure(value: number): string {
  const digits = value >= 1_000 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

/** The results as a table for people. */
export function table(results: readonly Result[]): string {
  const head = ['', 'unit', 'limit', 'daybook', 'of limit', 'target', ''];
  const lines = results.map((r) => [
    r.name,
    r.unit,
    figure(r.limit),
    figure(r.daybook),
    `${Math.round(r.ratio * 100)} %`,
    `${Math.round(r.target * 100)} %${r.most === undefined ? '' : `, ${figure(r.most)}`}`,
    r.met ? 'met' : 'missed',
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  const pad = (line: readonly string[]): string =>
    line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [head, ...lines].map(pad).join('\n');
}

export function save(results: readonly Result[], file: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const run = { node: process.version, at: new Date().toISOString(), results };
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
}
