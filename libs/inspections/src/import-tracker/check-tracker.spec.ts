import { isRefusal, type Context } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { recorded } from '@daybook/ledger/testing';
import { linesToSend } from '@daybook/sheets';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { inspectionsBook, type InspectionsBook } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { readExpected } from '../expected';
import { stateOf } from '../finding-state';
import { standingOf } from '../see-findings/standing';
import {
  AFI,
  LAST,
  LATER,
  LATER_STILL,
  act,
  anticipated,
  because,
  force,
  grouped,
  raised,
} from '../testing/facts';
import { inspected } from '../testing/facts';
import { checkTracker, type SentTrackerLine } from './check-tracker';
import { importTracker } from './import-tracker.decider';
import { TRACKER_COLUMNS, readTracker } from './tracker-file';
import type { TrackerLine } from './tracker-line';

const SECOND = 'kent-peel-2021-22-afi-02';
const context: Context<GivenPaper> = {
  now: new Date('2026-01-15T12:00:00Z'),
  today: '2026-01-15',
  by: force,
  given: {},
};
const heading = { area: 'kent', effectiveOn: LATER_STILL };

function book(...facts: readonly InspectionsEvent[]): InspectionsBook {
  return [inspected(), raised(), raised({ finding: SECOND }), ...facts].reduce(
    (state, fact, i) =>
      inspectionsBook.evolve(state, recorded<InspectionsEvent>(fact, { index: i, by: force })),
    inspectionsBook.initial(),
  );
}
const sent = (texts: SentTrackerLine['texts']): SentTrackerLine => ({
  texts: { finding: AFI, ...texts },
  badly: [],
});
const dated = anticipated('2022-11-30', { effectiveOn: LATER });

it('94. finds what the import itself would make of each line, and leaves the book as it was', () => {
  const state = book(dated);
  const lines = [
    sent({ anticipated: '2023-02', reason: 'It took longer.' }),
    sent({ finding: SECOND, anticipated: '2022-12-31', progress: 'Half done.' }),
    sent({ anticipated: 'February 2023' }),
    sent({ finding: SECOND, claim: 'yes' }),
    {
      ...sent({ finding: SECOND, progress: 'More.' }),
      badly: [{ field: '/lines/4/x', code: 'y', message: 'z' }],
    },
  ];
  const found = checkTracker({ ...heading, lines }, state, context);
  expect(found).toMatchObject({
    recordable: false,
    problems: [],
    totals: {
      lines: 5,
      recorded: 2,
      unchanged: 1,
      refused: 2,
      'date-moved': 1,
      'date-given': 1,
      progress: 1,
    },
    lines: [
      { outcome: 'recorded', acts: ['date-moved'], from: '2022-11-30', to: '2023-02', days: 90 },
      { outcome: 'recorded', acts: ['date-given', 'progress'], from: null, to: '2022-12-31', days: null },
      { outcome: 'unchanged', acts: [] },
      { outcome: 'refused', problems: [{ pointer: '/lines/3/evidence' }] },
      { outcome: 'refused', problems: [{ pointer: '/lines/4/x', code: 'y' }] },
    ],
  });
  expect(state).toEqual(book(dated));
  const good = checkTracker({ ...heading, lines: lines.slice(0, 3) }, state, context);
  expect(good.recordable).toBe(true);
  const asSent = lines.slice(0, 3).map(({ texts }): TrackerLine => {
    const { reason, progress, ...rest } = texts;
    return { ...rest, reason: reason ? because : null, progress: progress ? because : null } as TrackerLine;
  });
  const events = importTracker.decide({ ...heading, lines: asSent }, state, context);
  expect(isRefusal(events) ? events : events.length).toBe(4);
});

it('94. says what is wrong with the heading once, and of every line that it is refused', () => {
  const found = checkTracker(
    {
      ...heading,
      effectiveOn: '2999-01-01',
      lines: [sent({ progress: 'x' }), sent({ anticipated: '2023-01' })],
    },
    book(),
    context,
  );
  expect(found).toMatchObject({ recordable: false, totals: { refused: 2 } });
  expect(found.problems.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/effectiveOn', 'inspections.future-date'],
  ]);
  expect(found.lines.flatMap(({ problems }) => problems)).toEqual([]);
});

describe('a tracker in a file', () => {
  const read = (text: string): unknown => {
    const found = readTracker(Buffer.from(text));
    return isRefusal(found) ? found.fields.map(({ field, code }) => [field, code]) : linesToSend(found);
  };

  it('95. is read by its columns; the finding is needed, and what Daybook adds is passed by', () => {
    expect(read('title,finding,claim,evidence\nRecording,afi-01, yes ,"two\nlines"\n')).toEqual([
      { finding: 'afi-01', claim: 'yes', evidence: 'two\nlines' },
    ]);
    expect(read('finding,progress\n,x\nafi-02,=1\n')).toEqual([
      ['/file/2/finding', 'inspections.file-empty-cell'],
      ['/file/3/progress', 'inspections.file-formula'],
    ]);
    expect(read('finding,colour\nafi-01,red\n')).toEqual([
      ['/file/1/colour', 'inspections.file-unknown-column'],
    ]);
  });

  it('93. that says of each finding what stands changes nothing, on whatever day it is sent again', () => {
    const days = [LATER, LATER_STILL, LAST];
    const words = fc.constantFrom(
      '2022-12',
      '30 November 2023',
      'around May 2023',
      'within 12 weeks',
      'soon',
      'by 2024',
    );
    const step = fc.record({ words, day: fc.constantFrom(...days), finding: fc.constantFrom(AFI, SECOND) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.boolean(), (steps, shared) => {
        const facts: InspectionsEvent[] = steps.map(({ words: said, day, finding }) => {
          const expected = readExpected({ anticipated: said }, day);
          if ('code' in expected) throw new Error(expected.message);
          const about = { findings: [finding], expected };
          return act('inspections.completion-anticipated', about, { effectiveOn: day });
        });
        const state = book(...facts, ...(shared ? [grouped([AFI, SECOND], {}, { effectiveOn: LATER })] : []));
        const rows = [...state.findings.values()].flatMap(({ raised: one, acts }) =>
          one.addressees.map((addressee): Partial<Record<string, string | null>> => {
            const { anticipated: date, earliest, latest } = standingOf(stateOf(one, acts, addressee), LAST);
            return { finding: one.finding, addressee, anticipated: date, earliest, latest };
          }),
        );
        const file = stringify([
          [...TRACKER_COLUMNS],
          ...rows.map((row) => TRACKER_COLUMNS.map((column) => row[column] ?? '')),
        ]);
        const lines = read(file) as TrackerLine[];
        expect(lines).toHaveLength(2);
        const events = importTracker.decide({ ...heading, effectiveOn: '2025-01-01', lines }, state, context);
        expect(isRefusal(events) ? events : events.map(({ type }) => type)).toEqual([
          'inspections.tracker-imported',
        ]);
      }),
    );
  });
});
