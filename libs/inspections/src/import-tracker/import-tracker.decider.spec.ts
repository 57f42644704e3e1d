import { isRefusal, type Actor, type FreeText, type Refusal } from '@daybook/ledger';
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { InspectionsEvent } from '../inspections.events';
import {
  AFI,
  LAST,
  LATER,
  LATER_STILL,
  act,
  anticipated,
  because,
  dated as aDate,
  force,
  forcePaper,
  grouped,
  inspected,
  moved,
  office,
  officePaper,
  raised,
} from '../testing/facts';
import { importTracker } from './import-tracker.decider';
import type { Tracker, TrackerLine } from './tracker-line';

const AFI_2 = 'kent-peel-2021-22-afi-02';
const AFI_3 = 'kent-peel-2021-22-afi-03';
const NATIONAL = 'vetting-2022-rec-1';

const tracker = (...lines: readonly TrackerLine[]): Tracker => ({
  area: 'kent',
  effectiveOn: LATER_STILL,
  lines,
});
const line = (parts: Partial<TrackerLine>): TrackerLine => ({ finding: AFI, ...parts });
const own = { by: force, given: {} };
const transcribed = { by: office, given: { paper: forcePaper } };
const fromPaper = { paper: forcePaper.id, place: 'p. 4' };

const beginning = givenWhenThen(importTracker).given([
  inspected(),
  raised(),
  raised({ finding: AFI_2 }),
  raised({ finding: AFI_3 }),
  raised({ finding: NATIONAL, addressees: ['essex-police', 'kent-police', 'kent-chief-constable'] }),
]);
const dated = beginning.given([anticipated('2022-11-30', { effectiveOn: LATER })]);

/** What is recorded after the heading: types, findings and what else is looked for. */
function recordedOf(events: readonly InspectionsEvent[]): unknown[] {
  return events.slice(1).map(({ type, data }) => [type, ...('findings' in data ? data.findings : [])]);
}
function problemsOf(decided: Refusal | readonly unknown[]): unknown[] {
  return isRefusal(decided) ? decided.fields.map(({ field, code }) => [field, code]) : ['recorded'];
}
const datesIn = (events: readonly InspectionsEvent[]): unknown[] =>
  events.flatMap((event) => (event.type === 'inspections.completion-moved' ? [event.data.to] : []));

describe('a tracker', () => {
  it('87. is recorded whole: what it is first, then the acts of its lines', () => {
    const lines = [
      line({ anticipated: 'February 2023' }),
      line({ finding: AFI_2, progress: because, claim: 'yes', evidence: because }),
    ];
    const file = { name: because, sha256: because };
    const events = beginning.when({ ...tracker(...lines), ...fromPaper, file }, transcribed).events();
    expect(events[0]).toMatchObject({
      type: 'inspections.tracker-imported',
      effectiveOn: LATER_STILL,
      for: 'kent-police',
      source: { paper: forcePaper.id, place: 'p. 4' },
      about: [`paper:${forcePaper.id}`],
      data: { area: 'kent', lines: 2, file },
    });
    expect(recordedOf(events)).toEqual([
      ['inspections.completion-anticipated', AFI],
      ['inspections.progress-reported', AFI_2],
      ['inspections.discharge-claimed', AFI_2],
    ]);
    expect(events[1]).toMatchObject({ for: 'kent-police', source: { paper: forcePaper.id } });
  });

  it('87. is not recorded at all where one of its lines cannot be', () => {
    const lines = [line({ anticipated: '2022-12' }), line({ finding: 'unknown' })];
    beginning.when(tracker(...lines), own).thenRefused('inspections.unknown-finding', {
      fields: [{ field: '/lines/1/finding' }],
    });
  });

  it('88. names every bad line at once, with its place, and what is said once only once', () => {
    const lines = [
      line({ anticipated: '2023-13' }),
      line({ finding: AFI_2, effectiveOn: '2022-02-30', progress: because }),
      line({ finding: NATIONAL, addressee: 'kent-pcc', progress: because }),
      line({ finding: AFI_3, claim: 'yes' }),
      line({ finding: AFI_3, evidence: because }),
      line({ finding: AFI_3, reason: because }),
      line({ effectiveOn: '2022-01-01', progress: because, claim: 'yes', evidence: because }),
    ];
    expect(problemsOf(beginning.when(tracker(...lines), own).decided)).toEqual([
      ['/lines/0/anticipated', 'inspections.bad-month'],
      ['/lines/1/effectiveOn', 'inspections.bad-date'],
      ['/lines/2/addressee', 'inspections.not-an-addressee'],
      ['/lines/3/evidence', 'inspections.evidence-missing'],
      ['/lines/4/claim', 'inspections.evidence-without-claim'],
      ['/lines/5/reason', 'inspections.reason-without-date'],
      ['/lines/6/effectiveOn', 'inspections.before-its-finding'],
    ]);
    const some = [line({ progress: because }), line({ finding: AFI_2, progress: because })];
    const late = { ...tracker(...some), effectiveOn: '2999-01-01' };
    expect(problemsOf(beginning.when(late, own).decided)).toEqual([
      ['/effectiveOn', 'inspections.future-date'],
    ]);
    const unnamed = beginning.when(tracker(...some), { by: office, given: {} }).decided;
    expect(problemsOf(unnamed)).toEqual([['/paper', 'inspections.paper-missing']]);
  });

  it('89. is judged line by line as its single commands are, each on what the lines before it leave', () => {
    const lines = [
      line({ progress: because, effectiveOn: LAST, claim: 'yes', evidence: because }),
      line({ progress: because, claim: 'yes', evidence: because }),
    ];
    const events = beginning.when(tracker(...lines), own).events();
    // The line of the earlier day comes first; the later one claims what is claimed already.
    expect(events.slice(1).map(({ type, effectiveOn }) => [type, effectiveOn])).toEqual([
      ['inspections.progress-reported', LATER_STILL],
      ['inspections.discharge-claimed', LATER_STILL],
      ['inspections.progress-reported', LAST],
    ]);
    const ended = beginning.given([act('inspections.finding-closed', {}, { effectiveOn: LATER })]);
    ended.when(tracker(line({ anticipated: '2023-01' })), own).thenRefused('inspections.finding-ended');
  });

  it('89. of another addressee is refused, and the office writes down what others did', () => {
    const others = tracker(line({ finding: NATIONAL, addressee: 'essex-police', progress: because }));
    expect(problemsOf(beginning.when(others, own).decided)).toEqual([
      ['/lines/0/finding', 'inspections.not-yours'],
    ]);
    const chief = tracker(line({ finding: NATIONAL, addressee: 'kent-chief-constable', progress: because }));
    const [, report] = beginning.when(chief, own).events();
    expect(report).toMatchObject({ data: { addressees: ['kent-chief-constable'] } });
    const written = { ...chief, ...fromPaper, for: 'kent-police' };
    expect(beginning.when(written, transcribed).events()[1]).toMatchObject({ for: 'kent-chief-constable' });
  });
});

describe('a date in a tracker', () => {
  const move = { anticipated: 'around February 2023', reason: because, askedBy: 'kent-police' };

  it.each<[what: string, parts: Partial<TrackerLine>, types: readonly string[]]>([
    ['the same', { anticipated: '2022-11-30', reason: because }, []],
    ['the same in other words', { anticipated: '30 November 2022' }, []],
    ['another', move, ['inspections.completion-moved']],
    ['none', { anticipated: '' }, []],
  ])('90. on record already, and %s is given', (_what, parts, types) => {
    const events = dated.when(tracker(line(parts)), own).events();
    expect(events.slice(1).map(({ type }) => type)).toEqual(types);
  });

  it('90. moves the one that stands, and says why and who asked', () => {
    const [, moved] = dated.when(tracker(line(move)), own).events();
    expect(moved?.data).toMatchObject({
      of: eventId(5),
      from: { anticipated: '2022-11-30' },
      to: { anticipated: 'around February 2023', earliest: '2023-02-01', latest: '2023-02-28' },
      reason: because,
      askedBy: 'kent-police',
    });
    const silent = { ...move, reason: null as FreeText };
    expect(problemsOf(dated.when(tracker(line(silent)), own).decided)).toEqual([
      ['/lines/0/reason', 'inspections.reason-missing'],
    ]);
  });

  it('90. is written over the one that stands in a list that Daybook gave, whose days are passed by', () => {
    const days = { earliest: '2022-11-30', latest: '2022-11-30' };
    const over = (to: string): readonly InspectionsEvent[] =>
      dated.when(tracker(line({ ...move, ...days, anticipated: to })), own).events();
    expect(datesIn(over('2023-02'))).toMatchObject([{ earliest: '2023-02-01', latest: '2023-02-28' }]);
    expect(datesIn(over('when directed'))).toMatchObject([{ earliest: null, latest: null }]);
    const again = dated.given([
      moved(eventId(6), '2022-11-30', 'when directed', { effectiveOn: LATER_STILL }),
    ]);
    const sent = tracker(line({ ...move, ...days, anticipated: 'when directed' }));
    expect(datesIn(again.when(sent, own).events())).toEqual([]);
    const findings = [AFI, AFI_2];
    const expected = aDate('2022-11-30');
    const shared = beginning.given([
      act('inspections.completion-anticipated', { findings, expected }, { effectiveOn: LATER }),
      grouped(findings, {}, { effectiveOn: LATER }),
    ]);
    const both = findings.map((finding) => line({ ...move, ...days, finding, anticipated: '2023-02' }));
    expect(datesIn(shared.when(tracker(...both), own).events())).toHaveLength(1);
    const others = line({ ...move, earliest: '2022-11-01', latest: '2022-11-02', anticipated: '2023-02' });
    expect(problemsOf(dated.when(tracker(others), own).decided)).not.toEqual(['recorded']);
  });

  it('91. of findings that share their plan moves once, however many lines give it', () => {
    const shared = dated.given([grouped([AFI, AFI_2, AFI_3], {}, { effectiveOn: LATER })]);
    const lines = [AFI, AFI_2, AFI_3].map((finding) => line({ ...move, finding }));
    const events = shared.when(tracker(...lines), own).events();
    expect(recordedOf(events)).toEqual([['inspections.completion-moved', AFI, AFI_2, AFI_3]]);
  });

  it('91. is given once: what one line dates, another line moves only in a file after it', () => {
    const lines = [line(move), line({ ...move, anticipated: '2023-03', effectiveOn: LAST })];
    expect(problemsOf(dated.when(tracker(...lines), own).decided)).toEqual([
      ['/lines/1/anticipated', 'inspections.dated-twice'],
    ]);
    const again = [line(move), line({ ...move, effectiveOn: LAST })];
    expect(datesIn(dated.when(tracker(...again), own).events())).toHaveLength(1);
  });
});

describe('a claim in a tracker', () => {
  const claim = { claim: 'yes', evidence: because } as const;
  const claimed = act('inspections.discharge-claimed', { evidence: because }, { effectiveOn: LATER });

  it.each<[what: string, facts: readonly InspectionsEvent[], acts: number]>([
    ['nothing was claimed', [], 1],
    ['it is claimed', [claimed], 0],
    ['the claim was declined', [claimed, act('inspections.discharge-declined', { of: eventId(5) })], 1],
    ['it was closed on the claim', [claimed, act('inspections.finding-closed', {})], 0],
    [
      'it was reopened',
      [claimed, act('inspections.finding-closed', {}), act('inspections.finding-reopened', {})],
      1,
    ],
  ])('92. is one act where %s before', (_what, facts, acts) => {
    const events = beginning
      .given(facts)
      .when(tracker(line(claim)), own)
      .events();
    expect(events).toHaveLength(1 + acts);
  });
});

it('96. a tracker with a restricted line is restricted, and names whose act it is where it is of one body', () => {
  const hidden = 'kent-peel-2021-22-afi-04';
  const more = beginning.given([
    raised({ finding: hidden }, { access: 'restricted' }),
    raised({ finding: 'kent-afi-of-the-pcc', addressees: ['kent-pcc'] }),
  ]);
  const said = (finding: string): TrackerLine => line({ finding, progress: because });
  const by = (actor: Actor) => ({ by: actor, given: actor === office ? { paper: officePaper } : {} });
  expect(more.when(tracker(said(AFI)), by(force)).events()[0]).toMatchObject({ access: 'public' });
  expect(more.when(tracker(said(AFI), said(hidden)), by(force)).events()[0]).toMatchObject({
    access: 'restricted',
  });
  const mixed = { ...tracker(said(AFI), said('kent-afi-of-the-pcc')), paper: officePaper.id };
  const [heading, ofForce, ofOffice] = more.when(mixed, by(office)).events();
  expect([heading?.for, ofForce?.for, ofOffice?.for]).toEqual([undefined, 'kent-police', undefined]);
  expect(ofForce?.data).toMatchObject({ secondHand: true });
});
