import { isRefusal, type Actor, type Context, type Recorded } from '@daybook/ledger';
import { recorded } from '@daybook/ledger/testing';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { figuresBook, type FiguresBook } from '../book';
import type { PaperOnRecord } from '@daybook/provenance';
import { PASSED_COLUMNS, READ_COLUMNS } from '../file-columns';
import { fileRowOf } from '../file-row';
import { figureRef, type FigureEvent, type FiguresEvent } from '../figures.events';
import { cellOf, linesToSend } from '@daybook/sheets';
import { readFigures } from '../read-file/read-file';
import { itemOf, type FigureItem } from '../see-figures/figures.query';
import type { GivenPaper } from '../setting';
import { submitReturn } from '../submit-return/submit-return.decider';
import { DAYS, day, history, type Told } from '../testing/histories';
import { defined, figure, force, office, redefinition } from '../testing/facts';
import { NOTHING, asOn, judge, type Standing } from '../vintages';
import { checkReturn } from './check-lines';

const TODAY = '2026-01-15';
/** A paper of its own: one that quotes what stands. */
const quoting: PaperOnRecord = { id: 'paper-9', area: 'kent', issuedBy: 'kent-police', access: 'public' };

/** A random history, with entries that stand in no paper, and a measure that may lose its decimals later. */
const told = fc
  .record({ ledger: history, unsourced: fc.array(fc.boolean(), { maxLength: 12 }), narrowed: fc.nat(DAYS) })
  .map(({ ledger, unsourced, narrowed }) => ({
    narrowed,
    records: ledger.map(({ record }: Told, i): Recorded<FigureEvent> => {
      const { source, ...rest } = record;
      return { ...rest, ...(source && !unsourced[i] && { source }) };
    }),
  }));

function bookOf({
  records,
  narrowed,
}: {
  records: readonly Recorded<FigureEvent>[];
  narrowed: number;
}): FiguresBook {
  const definitions: FiguresEvent[] = [defined({ decimals: 2 })];
  if (narrowed > 0) definitions.push(redefinition({ decimals: 0, effectiveOn: day(narrowed) }));
  const before = definitions.map((fact, i) => recorded(fact, { index: 1_000 + i }));
  return [...before, ...records].reduce(
    (book, record) => figuresBook.evolve(book, record as Recorded<FiguresEvent>),
    figuresBook.initial(),
  );
}

/** What stands of the figure on a day, as it is read. */
function standingOn(book: FiguresBook, date: string): FigureItem | undefined {
  const { vintages, standing } = judge(asOn(book.figures.get(figureRef(figure)) ?? NOTHING, date));
  return itemOf(
    { figure, vintages, explanations: [], marks: [], standing: standing ?? null, disputes: [] },
    'count',
  );
}

/** As a page gives it: what a spreadsheet would take for a formula has an apostrophe before it. */
function fileOf(item: FigureItem): Buffer {
  const row: Record<string, string> = fileRowOf(item);
  const columns = [...READ_COLUMNS, ...PASSED_COLUMNS];
  const rows = [columns, columns.map((column) => cellOf(row[column] ?? ''))];
  return Buffer.from(stringify(rows, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }));
}

/** What stood on each day up to that one, by its number. What comes later is judged by what came before. */
function everyDay(book: FiguresBook, n: number): (Omit<Standing, 'named'> | undefined)[] {
  const record = book.figures.get(figureRef(figure)) ?? NOTHING;
  return Array.from({ length: n + 1 }, (_, on) => {
    const { standing } = judge(asOn(record, day(on)));
    if (!standing) return undefined;
    const { named: _named, ...rest } = standing;
    return rest;
  });
}

const context = (by: Actor): Context<GivenPaper> => ({
  now: new Date(`${TODAY}T12:00:00Z`),
  today: TODAY,
  by,
  given: { paper: quoting },
});

it('57. what stands on any day, given as a file and sent back for that day, is confirmed and changes nothing', () => {
  let sent = 0;
  fc.assert(
    fc.property(
      told,
      fc.integer({ min: 1, max: DAYS + 1 }),
      fc.constantFrom(force, office),
      (said, n, by) => {
        const book = bookOf(said);
        const item = standingOn(book, day(n));
        if (!item) return;
        sent += 1;
        const read = readFigures(fileOf(item));
        if (isRefusal(read)) throw new Error(`${read.code}: ${read.message}`);
        const heading = { area: 'kent', paper: quoting.id, effectiveOn: day(n) };
        const lines = linesToSend(read) as { measure: string; period: string }[];
        const checked = checkReturn(
          { ...heading, lines: lines.map((line) => ({ line, badly: [] })) },
          book,
          context(by),
        );
        expect(checked.lines.map(({ outcome, problems }) => [outcome, problems])).toEqual([
          ['confirmed', []],
        ]);
        expect(checked.lines[0]?.recorded?.id).toBe(item.id);
        const before = everyDay(book, n);
        const facts = submitReturn.decide({ ...heading, lines }, book, context(by));
        if (isRefusal(facts)) throw new Error(`${facts.code}: ${facts.message}`);
        facts.forEach((fact, i) =>
          figuresBook.evolve(book, recorded(fact as FiguresEvent, { index: 2_000 + i, by })),
        );
        expect(everyDay(book, n)).toEqual(before);
        const after = standingOn(book, day(n));
        expect(after?.confirmedBy).toHaveLength(item.confirmedBy.length + 1);
        expect({ ...after, confirmedBy: [] }).toEqual({ ...item, confirmedBy: [] });
      },
    ),
    { numRuns: 300 },
  );
  expect(sent).toBeGreaterThan(100);
});
