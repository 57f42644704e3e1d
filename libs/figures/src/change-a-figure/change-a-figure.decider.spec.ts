// Longer than 300 lines: one example for each numbered rule of a change, in the order of the slice's README.
import { eventId, givenWhenThen } from '@daybook/ledger/testing';
import type { FiguresBook } from '../book';
import type { FiguresEvent } from '../figures.events';
import type { GivenPaper } from '../setting';
import {
  DAY,
  LATER,
  because,
  corrected,
  defined,
  explanation,
  figure,
  force,
  inspector,
  inspectorsPaper,
  line,
  marked,
  office,
  otherPaper,
  paper,
  redefinition,
  reported,
  restated,
  revised,
  withdrawn,
} from '../testing/facts';
import { judge } from '../vintages';
import {
  correctFigure,
  restateFigures,
  reviseFigure,
  withdrawFigure,
  type ChangeFigureInput,
  type RestateFiguresInput,
} from './change-a-figure.decider';

type Facts = readonly FiguresEvent[];
const revise = givenWhenThen<ChangeFigureInput, FiguresBook, FiguresEvent, GivenPaper>(reviseFigure);
const correct = givenWhenThen<ChangeFigureInput, FiguresBook, FiguresEvent, GivenPaper>(correctFigure);
const withdraw = givenWhenThen<ChangeFigureInput, FiguresBook, FiguresEvent, GivenPaper>(withdrawFigure);
const restate = givenWhenThen<RestateFiguresInput, FiguresBook, FiguresEvent, GivenPaper>(restateFigures);

const by = { by: force, given: {} };
const byOffice = { by: office, given: { paper: otherPaper } };
const first: Facts = [defined(), reported()];
const FIRST = eventId(1);

const change: ChangeFigureInput = {
  ...{ area: 'kent', effectiveOn: LATER, measure: 'robbery', period: '2022-07', value: '45', of: FIRST },
};
const correction: ChangeFigureInput = { ...change, reason: because, severity: 'substantial' };
const withdrawal: ChangeFigureInput = { ...change, value: null, reason: because };
const restatement: RestateFiguresInput = {
  area: 'kent',
  effectiveOn: LATER,
  lines: [line({ value: '45', of: FIRST })],
};
const own = { ...figure, value: '45', status: 'A', reason: null, of: FIRST };

const vintages = (facts: Facts) =>
  judge(revise.given(facts).state().figures.get('figure:kent/robbery/2022-07')!).vintages;
const recordedNow = (parts: object) => ({
  fields: [{ detail: { recorded: expect.objectContaining(parts) as unknown } }],
});

describe('a declared change', () => {
  it('18. names the entry that stands', () => {
    revise
      .given(first)
      .when(change, by)
      .then([
        {
          ...{
            type: 'figures.figure-revised',
            schema: 1,
            effectiveOn: LATER,
            precision: 'day',
            access: 'public',
          },
          about: ['figure:kent/robbery/2022-07', 'measure:kent/robbery'],
          data: own,
        },
      ]);
  });

  it('18. may name a report that confirms it there, but not one that does so later', () => {
    const confirmedLater = [...first, reported({ effectiveOn: LATER, paper: otherPaper.id })];
    revise
      .given(confirmedLater)
      .when({ ...change, of: eventId(2) }, by)
      .events();
    revise
      .given([...first, reported({ effectiveOn: '2022-12-01', paper: otherPaper.id })])
      .when({ ...change, of: eventId(2) }, by)
      .thenRefused('figures.before-its-vintage');
  });

  it('18. is refused where another has replaced it meanwhile, naming what stands', () => {
    const replaced = [...first, corrected({ of: FIRST, value: '44' })];
    correct
      .given(replaced)
      .when(correction, by)
      .thenRefused('figures.not-standing', recordedNow({ id: eventId(2), value: '44', kind: 'corrected' }));
    correct
      .given(replaced)
      .when({ ...correction, of: eventId(2) }, by)
      .events();
  });

  it('18. looks at its own date: what was replaced later still stood then', () => {
    const replaced = [...first, revised({ of: FIRST, effectiveOn: '2022-12-01' })];
    revise
      .given(replaced)
      .when({ ...change, value: '42' }, by)
      .events();
  });

  it('18. names nothing that is not on record about the figure, nor what was entered wrongly', () => {
    const june = reported({ period: '2022-06' });
    revise
      .given([...first, june])
      .when({ ...change, of: eventId(2) }, by)
      .thenRefused('figures.unknown-entry');
    revise
      .given(first)
      .when({ ...change, of: 'x' }, by)
      .thenRefused('figures.unknown-entry', recordedNow({ id: FIRST }));
    revise
      .given(first)
      .when({ ...change, of: '' }, by)
      .thenRefused('figures.of-missing', recordedNow({ id: FIRST }));
    revise
      .given([...first, marked({ of: FIRST })])
      .when(change, by)
      .thenRefused('figures.not-standing', { fields: [{ detail: { recorded: null } }] });
    const contradicting = [...first, reported({ value: '50', place: 'table 2' })];
    revise
      .given(contradicting)
      .when({ ...change, of: eventId(2) }, by)
      .thenRefused('figures.not-standing');
  });

  it('19. is not effective before the entry that it names', () => {
    revise
      .given(first)
      .when({ ...change, effectiveOn: '2022-09-13' }, by)
      .thenRefused('figures.before-its-vintage');
    revise
      .given(first)
      .when({ ...change, effectiveOn: DAY }, by)
      .events();
  });

  it('17. keeps its kind whatever is entered before it', () => {
    const early = reported({ value: '45', effectiveOn: '2022-08-20', paper: 'paper-3' });
    const facts = [...first, revised({ of: FIRST }), early];
    expect(vintages(facts).map((v) => v.kind)).toEqual(['first-release', 'unexplained', 'revised']);
  });

  it('20. of an error says what it was and how large; who withdraws says why; a revision need not', () => {
    correct
      .given(first)
      .when(correction, by)
      .then([expect.objectContaining({ data: { ...own, reason: because, severity: 'substantial' } })]);
    correct
      .given(first)
      .when({ ...correction, reason: null }, by)
      .thenRefused('figures.reason-missing');
    correct
      .given(first)
      .when({ ...correction, severity: null }, by)
      .thenRefused('figures.severity-missing');
    correct
      .given(first)
      .when({ ...correction, severity: 'large' }, by)
      .thenRefused('figures.unknown-severity');
    correct
      .given(first)
      .when({ ...change, of: '' }, by)
      .thenRefused('figures.bad-change', {
        fields: [
          { code: 'figures.of-missing' },
          { code: 'figures.reason-missing' },
          { code: 'figures.severity-missing' },
        ],
      });
    withdraw
      .given(first)
      .when({ ...withdrawal, reason: null }, by)
      .thenRefused('figures.reason-missing');
  });

  it('20. that is transcribed may give neither', () => {
    const transcribed = { paper: otherPaper.id, place: 'table 1' };
    const stated = { for: 'kent-police', source: { paper: otherPaper.id, place: 'table 1' } };
    correct
      .given(first)
      .when({ ...change, ...transcribed }, byOffice)
      .then([expect.objectContaining({ ...stated, data: { ...own, severity: null } })]);
    withdraw
      .given(first)
      .when({ ...withdrawal, ...transcribed, reason: null }, byOffice)
      .events();
  });

  it('21. changes the value or the status', () => {
    revise
      .given(first)
      .when({ ...change, value: '40' }, by)
      .thenRefused('figures.nothing-changes');
    correct
      .given(first)
      .when({ ...correction, value: '40' }, by)
      .thenRefused('figures.nothing-changes');
    revise
      .given(first)
      .when({ ...change, value: '40', status: 'E' }, by)
      .events();
    revise
      .given(first)
      .when({ ...change, value: null, status: 'O' }, by)
      .thenRefused('figures.value-missing');
  });

  it('34. to a value is not effective before the period ends; a withdrawal of a forecast may be', () => {
    const forecast = [defined(), reported({ status: 'F', effectiveOn: '2022-06-01' })];
    const early = { effectiveOn: '2022-06-15' };
    revise
      .given(forecast)
      .when({ ...change, ...early }, by)
      .thenRefused('figures.period-not-ended');
    revise
      .given(forecast)
      .when({ ...change, ...early, status: 'F' }, by)
      .events();
    withdraw
      .given(forecast)
      .when({ ...withdrawal, ...early }, by)
      .events();
  });

  it('38. is made for another body by the office alone', () => {
    revise
      .given(first)
      .when({ ...change, for: 'kent-pcc' }, by)
      .thenRefused('figures.not-transcribing');
  });

  it('40. that is transcribed names its paper', () => {
    revise
      .given(first)
      .when(change, { by: office, given: {} })
      .thenRefused('figures.paper-missing', { fields: [{ field: '/paper' }] });
    revise
      .given(first)
      .when({ ...change, paper: 'x', place: 'y' }, by)
      .thenRefused('figures.unknown-paper');
    const own = [defined({ owner: 'kent-pcc' }), reported()];
    revise.given(own).when(change, { by: office, given: {} }).events();
  });

  it('40. names its paper for every line that is transcribed, not for the first alone', () => {
    const mixed = [
      defined({ owner: 'kent-pcc' }),
      reported(),
      defined({ measure: 'burglary' }),
      reported({ measure: 'burglary' }),
      redefinition(),
      { ...redefinition(), data: { ...redefinition().data, measure: 'burglary' } },
    ];
    const theirs = line({ measure: 'burglary', value: '45', of: eventId(3) });
    const lines = [...restatement.lines, theirs, { ...theirs, place: 'table 2', of: eventId(4) }];
    restate
      .given(mixed)
      .when({ ...restatement, lines }, { by: office, given: {} })
      .thenRefused('figures.paper-missing', { fields: [{ field: '/paper' }] });
    const sourced = { ...restatement, lines: lines.slice(0, 2), paper: otherPaper.id };
    const [own, transcribed] = restate.given(mixed).when(sourced, byOffice).events();
    expect(own).not.toHaveProperty('for');
    expect(transcribed).toMatchObject({ for: 'kent-police', source: { paper: otherPaper.id } });
  });

  it('41. is made by an inspectorate only from its own paper', () => {
    const printed = { ...change, paper: inspectorsPaper.id, place: 'p. 3' };
    revise
      .given(first)
      .when(printed, { by: inspector, given: { paper: inspectorsPaper } })
      .events();
    revise
      .given(first)
      .when({ ...printed, paper: paper.id }, { by: inspector, given: { paper } })
      .thenRefused('figures.not-your-paper');
    revise.given(first).when(change, { by: inspector, given: {} }).thenRefused('figures.not-your-paper');
  });

  it('43. is restricted where the entry that it names is, even if it asks to be public', () => {
    const closed = [defined(), reported({ access: 'restricted' })];
    const restricted = [expect.objectContaining({ access: 'restricted' })];
    for (const asks of [{}, { access: 'public' } as const]) {
      revise
        .given(closed)
        .when({ ...change, ...asks }, by)
        .then(restricted);
      correct
        .given(closed)
        .when({ ...correction, ...asks }, by)
        .then(restricted);
      withdraw
        .given(closed)
        .when({ ...withdrawal, ...asks }, by)
        .then(restricted);
      restate
        .given([...closed, redefinition()])
        .when({ ...restatement, ...asks }, by)
        .then(restricted);
    }
  });

  it('43. is public where it asks for that and names a public entry, though another is restricted', () => {
    const confirmed = [...first, reported({ access: 'restricted', place: 'table 2' })];
    const open = [expect.objectContaining({ access: 'public' })];
    revise
      .given(confirmed)
      .when({ ...change, access: 'public' }, by)
      .then(open);
    revise
      .given(confirmed)
      .when(change, by)
      .then([expect.objectContaining({ access: 'restricted' })]);
    const slip = [...confirmed, marked({ of: eventId(2) })];
    revise.given(slip).when(change, by).then(open);
  });

  it('9. names the place in the paper that it names', () => {
    revise
      .given(first)
      .when({ ...change, paper: otherPaper.id }, { by: force, given: { paper: otherPaper } })
      .thenRefused('figures.place-missing');
  });

  it('37. has a date, not in the future', () => {
    revise
      .given(first)
      .when({ ...change, effectiveOn: '2022-02-30' }, by)
      .thenRefused('figures.bad-date');
    revise
      .given(first)
      .when({ ...change, effectiveOn: '2027-01-01' }, by)
      .thenRefused('figures.future-date');
  });
});

describe('a withdrawal', () => {
  it('22. takes the value away', () => {
    const data = { ...own, value: null, status: 'O', reason: because };
    withdraw
      .given(first)
      .when(withdrawal, by)
      .then([expect.objectContaining({ type: 'figures.figure-withdrawn', data })]);
    withdraw
      .given(first)
      .when({ ...withdrawal, value: '40' }, by)
      .thenRefused('figures.value-on-withdrawal');
    withdraw
      .given(first)
      .when({ ...withdrawal, status: 'A' }, by)
      .thenRefused('figures.status-with-value');
    const { standing } = judge(
      revise
        .given([...first, withdrawn({ of: FIRST })])
        .state()
        .figures.get('figure:kent/robbery/2022-07')!,
    );
    expect(standing).toMatchObject({ value: null, kind: 'withdrawn', id: eventId(2) });
  });

  it('22. may say who withholds the figure now', () => {
    const withheld = { ...withdrawal, withheldBy: 'kent-police' };
    withdraw
      .given(first)
      .when(withheld, by)
      .then([
        expect.objectContaining({
          data: expect.objectContaining({ status: 'Q', withheldBy: 'kent-police' }) as unknown,
        }),
      ]);
  });

  it('22. is followed by a value that is revised or corrected, of the withdrawal', () => {
    const gone = [...first, redefinition(), withdrawn({ of: FIRST, effectiveOn: '2022-10-01' })];
    const WITHDRAWN = eventId(3);
    revise
      .given(gone)
      .when({ ...change, of: WITHDRAWN }, by)
      .events();
    correct
      .given(gone)
      .when({ ...correction, of: WITHDRAWN, value: '40' }, by)
      .events();
    revise.given(gone).when(change, by).thenRefused('figures.not-standing');
    restate
      .given(gone)
      .when({ ...restatement, lines: [line({ value: '45', of: WITHDRAWN })] }, by)
      .thenRefused('figures.withdrawn');
    withdraw
      .given(gone)
      .when({ ...withdrawal, of: WITHDRAWN }, by)
      .thenRefused('figures.nothing-changes');
  });
});

describe('a restatement', () => {
  const broken: Facts = [...first, redefinition({ effectiveOn: '2022-10-01' })];
  const REDEFINED = eventId(2);

  it('21. needs a redefinition that is effective by then', () => {
    restate.given(first).when(restatement, by).thenRefused('figures.no-redefinition');
    restate
      .given(broken)
      .when({ ...restatement, effectiveOn: '2022-09-30' }, by)
      .thenRefused('figures.no-redefinition');
    restate
      .given(broken)
      .when(restatement, by)
      .then([
        expect.objectContaining({
          type: 'figures.figure-restated',
          data: { ...own, redefinition: REDEFINED },
        }),
      ]);
  });

  it('21. names the latest redefinition, by effective date', () => {
    const late = [
      ...broken,
      redefinition({ effectiveOn: '2022-09-20' }),
      redefinition({ effectiveOn: '2022-12-01' }),
    ];
    restate
      .given(late)
      .when(restatement, by)
      .then([expect.objectContaining({ data: { ...own, redefinition: REDEFINED } })]);
    const sameDay = [...broken, redefinition({ effectiveOn: '2022-10-01' })];
    restate
      .given(sameDay)
      .when(restatement, by)
      .then([expect.objectContaining({ data: { ...own, redefinition: eventId(3) } })]);
  });

  it('21. may repeat the value', () => {
    restate
      .given(broken)
      .when({ ...restatement, lines: [line({ of: FIRST })] }, by)
      .events();
    const facts = [...broken, restated({ of: FIRST, value: '40', redefinition: REDEFINED })];
    expect(vintages(facts).map(({ kind, difference }) => [kind, difference])).toEqual([
      ['first-release', undefined],
      ['restated', '0'],
    ]);
  });

  it('7. names every bad line, and records none', () => {
    const lines = [
      line({ of: FIRST, value: '45' }),
      line({ of: 'x', period: '2022-06' }),
      line({ of: FIRST, value: 'x' }),
    ];
    restate
      .given(broken)
      .when({ ...restatement, lines: lines.map((one, i) => ({ ...one, place: `table ${i}` })) }, by)
      .thenRefused('figures.bad-lines', { fields: [{ field: '/lines/1/of' }, { field: '/lines/2/value' }] });
    restate
      .given(broken)
      .when({ ...restatement, lines: [...lines, ...lines], for: 'kent-pcc' }, by)
      .thenRefused('figures.not-transcribing', { fields: [{ field: '/for' }] });
  });

  it('20. gives each line the reason of the whole, or its own', () => {
    const [event] = restate
      .given(broken)
      .when({ ...restatement, reason: because }, by)
      .events();
    expect(event).toMatchObject({ data: { reason: because } });
  });
});

describe('an explained change', () => {
  it('18. is named like any other that stands', () => {
    const facts = [
      ...first,
      reported({ value: '44', effectiveOn: '2022-10-01', paper: 'paper-3', saysNotWhy: true }),
    ];
    const explained = [...facts, explanation({ of: eventId(2), as: 'revised', effectiveOn: '2022-10-02' })];
    revise
      .given(explained)
      .when({ ...change, of: eventId(2) }, by)
      .events();
  });
});
