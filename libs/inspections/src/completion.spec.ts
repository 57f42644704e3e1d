import type { Expected } from '@daybook/due-dates';
import { daysAfter, daysBetween } from '@daybook/ledger';
import { eventId, recorded } from '@daybook/ledger/testing';
import fc from 'fast-check';
import { actOf, raisedOf, type Act, type Raised } from './acts';
import { stateOf } from './finding-state';
import type { FindingAct } from './inspections.events';
import { PUBLISHED, act, anticipated, dated, force, inspector, moved, office, raised } from './testing/facts';

const NONE = 'none';

/** What was said: a date or none of it, or that the move of an earlier entry is agreed; and on which day. */
interface Saying {
  readonly says: 'anticipated' | 'moved' | 'agreed';
  readonly to: Expected;
  /** Of which entry, by its place in the ledger. */
  readonly of: number;
  readonly day: string;
}

function factOf({ says, to, of, day }: Saying): FindingAct {
  const when = { effectiveOn: day };
  if (says === 'agreed') return act('inspections.move-agreed', { of: eventId(of) }, when);
  if (says === 'moved')
    return act('inspections.completion-moved', { of: eventId(of), from: dated(NONE), to }, when);
  return act('inspections.completion-anticipated', { expected: to }, when);
}

function actsOf(sayings: readonly Saying[]): Act[] {
  return sayings.map((saying, i) => {
    const by = saying.says === 'agreed' ? office : force;
    return actOf(recorded(factOf(saying), { index: i + 1, by }), i + 1);
  });
}

function raisedWith(completeBy: Expected | null): Raised {
  return raisedOf(recorded(raised({ completeBy }), { index: 0, by: inspector }), 0);
}

/** A second reading, which knows nothing of the first: the dates in order, without those said again. */
function plainly(completeBy: Expected | null, sayings: readonly Saying[]) {
  const inOrder = sayings
    .map((saying, i) => ({ ...saying, place: i + 1 }))
    .sort((a, b) => a.day.localeCompare(b.day) || a.place - b.place);
  const dates: { to: Expected; places: number[]; agreed: number | null }[] = [];
  if (completeBy) dates.push({ to: completeBy, places: [0], agreed: null });
  for (const { says, to, of, place } of inOrder) {
    const last = dates.at(-1);
    if (says === 'agreed') {
      const at = dates.findIndex(({ places }) => places.includes(of));
      if (at > 0 && dates[at]!.agreed === null) dates[at]!.agreed = place;
    } else if (to.anticipated !== null) {
      const key = ({ anticipated: words, earliest, latest }: Expected) =>
        earliest || latest ? `${earliest} ${latest}` : words;
      if (last && key(last.to) === key(to)) last.places.push(place);
      else dates.push({ to, places: [place], agreed: null });
    }
  }
  const [first, latest] = [dates[0]?.to.latest, dates.at(-1)?.to.latest];
  return {
    original: dates[0] ? eventId(dates[0].places[0]!) : null,
    standing: dates.at(-1)?.to ?? null,
    moves: dates.slice(1).map(({ places, agreed }) => [eventId(places[0]!), agreed && eventId(agreed)]),
    slipDays: first && latest ? daysBetween(first, latest) : null,
  };
}

const day = fc.integer({ min: 0, max: 6 }).map((n) => daysAfter(PUBLISHED, n));
const due = fc.integer({ min: 0, max: 4 }).map((n) => dated(daysAfter('2022-11-30', n * 31)));
const words = fc.constantFrom('when the deputy directs it', 'tbc').map(dated);
const sayingsOf = (to: fc.Arbitrary<Expected>) =>
  fc.array(
    fc.record({
      says: fc.constantFrom('anticipated' as const, 'moved' as const, 'agreed' as const),
      ...{ to, of: fc.integer({ min: 0, max: 9 }), day },
    }),
    { maxLength: 9 },
  );

function stateWith(completeBy: Expected | null, acts: readonly Act[]) {
  return stateOf(raisedWith(completeBy), acts, 'kent-police');
}

describe('how a date drifts', () => {
  it('51. the drift is what a second reading finds, of late and same-day entries in any order, on any day', () => {
    const anyDate = fc.oneof({ weight: 4, arbitrary: due }, words, fc.constant(dated(null)));
    const set = fc.option(due, { nil: null });
    fc.assert(
      fc.property(
        sayingsOf(anyDate),
        set,
        day,
        fc.infiniteStream(fc.nat()),
        (sayings, completeBy, asAt, random) => {
          const acts = actsOf(sayings).filter(({ effectiveOn }) => effectiveOn <= asAt);
          const shuffled = acts
            .map((one) => [random.next().value ?? 0, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          const { completion } = stateWith(completeBy, shuffled);
          const { original, standing, moves, slipDays } = completion;
          const known = sayings.map((saying) =>
            saying.day <= asAt ? saying : { ...saying, of: -1, to: dated(null) },
          );
          expect({
            ...{ original: original?.id ?? null, standing: standing?.expected ?? null, slipDays },
            moves: moves.map(({ id, agreed }) => [id, agreed?.id ?? null]),
          }).toEqual(plainly(completeBy, known));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('51. the days of all moves are those from the first latest day on record to the last', () => {
    fc.assert(
      fc.property(sayingsOf(due), fc.option(due, { nil: null }), (sayings, completeBy) => {
        const { original, standing, moves, slipDays } = stateWith(completeBy, actsOf(sayings)).completion;
        if (!original || !standing) return expect([moves, slipDays]).toEqual([[], null]);
        const days = moves.reduce((sum, move) => sum + move.days!, 0);
        expect(days).toBe(daysBetween(original.expected.latest!, standing.expected.latest!));
        expect(slipDays).toBe(days);
      }),
    );
  });

  it('51. a date without a latest day slips by no number of days, and is a move all the same', () => {
    const acts = actsOf([
      { says: 'anticipated', to: dated('2022-11-30'), of: 0, day: '2022-05-01' },
      { says: 'moved', to: dated('tbc'), of: 1, day: '2022-06-01' },
    ]);
    const first = stateWith(null, acts).completion;
    expect(first).toMatchObject({ slipDays: null, moves: [{ days: null }] });
    const dueAgain: Saying = { says: 'moved', to: dated('2022-12-31'), of: 2, day: '2022-07-01' };
    const sequel = actOf(recorded(factOf(dueAgain), { index: 3, by: force }), 3);
    expect(stateWith(null, [...acts, sequel]).completion).toMatchObject({
      ...{ slipDays: 31, moves: [{ days: null }, { days: null }] },
    });
  });

  it('51. an older date that was entered later is the first on record, and makes the known one a move', () => {
    const [known, older] = [
      anticipated('2023-02-28', { effectiveOn: '2022-09-14' }),
      anticipated('2022-11-30'),
    ];
    const acts = [known, { ...older, effectiveOn: '2022-09-01' }].map((fact, i) =>
      actOf(recorded(fact, { index: i + 1, by: force }), i + 1),
    );
    expect(stateWith(null, acts.slice(0, 1)).completion).toMatchObject({ moves: [], slipDays: 0 });
    expect(stateWith(null, acts).completion).toMatchObject({
      ...{ original: { id: eventId(2) }, slipDays: 90 },
      moves: [{ id: eventId(1), declared: false, agreed: null }],
    });
  });

  it('48. a date said after the finding ended, or an agreement of no move, does not fit and changes nothing', () => {
    const ends = act('inspections.finding-closed', {}, { effectiveOn: '2022-10-01' });
    const facts = [
      anticipated('2022-11-30', { effectiveOn: '2022-09-14' }),
      moved(eventId(1), '2022-11-30', '2023-02-28', { effectiveOn: '2022-10-20' }),
      act('inspections.move-agreed', { of: eventId(2) }, { effectiveOn: '2022-10-31' }),
      anticipated(null, { effectiveOn: '2022-09-20' }),
      ends,
    ];
    const acts = facts.map((fact, i) => actOf(recorded(fact, { index: i + 1, by: force }), i + 1));
    const before = stateWith(null, acts.slice(0, 3));
    expect([before.notFitting, before.completion.slipDays]).toEqual([[], 90]);
    const after = stateWith(null, acts);
    expect(after.notFitting).toEqual([4, 2, 3].map(eventId));
    expect(after.completion).toMatchObject({ moves: [], slipDays: 0, standing: { id: eventId(1) } });
  });
});
