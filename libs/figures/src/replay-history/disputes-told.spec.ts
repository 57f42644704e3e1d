import { entry } from '@daybook/ledger/testing';
import { withDisputes, changesOf, recordOf } from '../compare-positions/changes';
import { notesOf } from '../disputes';
import type { FiguresEvent } from '../figures.events';
import { figuresView, type FigureRow } from '../see-figures/figures.view';
import { DAY, LATER, disputeWithdrawn, disputed, reported } from '../testing/facts';
import { NOTHING } from '../vintages';
import { doneBy, rowAfter, stepsOf, type Step } from './steps';

const FIGURE = 'figure:kent/robbery/2022-07';
type FigureStep = Extract<Step, { row: FigureRow }>;

/** An entry, disputed and then left alone again; ids as the record gives them. */
function inDispute(): FigureRow {
  const facts: FiguresEvent[] = [reported()];
  const record = (fact: FiguresEvent, index: number) => entry(fact, { index });
  const first = record(facts[0]!, 0);
  const said = record(disputed({ of: first.record.id }), 1);
  const of = first.record.id;
  const withdrawn = record(disputeWithdrawn({ of, dispute: said.record.id, effectiveOn: '2022-12-01' }), 2);
  const row = [first, said, withdrawn].reduce<FigureRow | undefined>(
    (known, told) => figuresView.fold(known, told, FIGURE),
    undefined,
  );
  return row!;
}

describe('disputes', () => {
  it('75. are told among the changes, each in its place, and leave what stands as it was', () => {
    const row = inDispute();
    const record = recordOf(row);
    const changes = withDisputes(changesOf(NOTHING, record), notesOf(row.disputes), NOTHING, record);
    expect(changes.map(({ kind, event }) => [kind, event.effectiveOn])).toEqual([
      ['first-release', DAY],
      ['disputed', LATER],
      ['dispute-withdrawn', '2022-12-01'],
    ]);
    for (const { before, after } of changes.slice(1)) expect(before).toEqual(after);
    expect(changes[1]?.after?.id).toBe(row.standing?.id);
    const since = withDisputes(changesOf(record, record), notesOf(row.disputes).slice(1), record, record);
    expect(since.map(({ kind }) => kind)).toEqual(['dispute-withdrawn']);
  });

  it('75. are steps of the history, and stand as they were said after each', () => {
    const row = inDispute();
    const steps = stepsOf([row], [], 'effective') as FigureStep[];
    expect(steps.map(({ type }) => type)).toEqual([
      'figures.figure-reported',
      'figures.transcription-disputed',
      'figures.dispute-withdrawn',
    ]);
    expect(steps.map((step) => doneBy(step, 'effective').change.kind)).toEqual([
      'first-release',
      'disputed',
      'dispute-withdrawn',
    ]);
    const after = steps.map((step) => rowAfter(row, step, 'effective')?.disputes);
    expect(after.map((told) => told?.map(({ withdrawn }) => withdrawn?.effectiveOn))).toEqual([
      [],
      [undefined],
      ['2022-12-01'],
    ]);
  });
});
