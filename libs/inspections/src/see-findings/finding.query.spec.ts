import type { Ledger } from '@daybook/ledger';
import { eventId, sealedText } from '@daybook/ledger/testing';
import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import {
  AFI,
  INSPECTION,
  act,
  anticipated,
  dated,
  grouped,
  inspected,
  moved,
  raised,
} from '../testing/facts';
import { FindingHandler, FindingQuery, type FindingInFull } from './finding.query';

/** Its keys are all destroyed: a spec reads that a text was given, never what it says. */
const ledger = { keys: { find: async () => new Map() } } as unknown as Ledger;
const on = (effectiveOn: string) => ({ effectiveOn });

const open: ViewsOn[] = [];
afterEach(() => open.splice(0).forEach((views) => views.close()));

async function finding(
  told: readonly InspectionsEvent[],
  at: { asOf?: string; basis?: number; audience?: Audience; area?: string; id?: string } = {},
): Promise<FindingInFull | undefined> {
  const views = await ViewsOn.facts(inspectionsViews, told);
  open.push(views);
  const { asOf = '2023-03-15', basis = views.size, audience = 'outside', area, id = AFI } = at;
  const query = new FindingQuery({ finding: id, area }, { asOf, basis }, () => audience);
  return new FindingHandler(views.rows, ledger).execute(query);
}

const claimed = act(
  'inspections.discharge-claimed',
  { evidence: sealedText('Audited twice.') },
  on('2022-11-30'),
);
const facts = [inspected(), raised(), anticipated('2022-09-30', on('2022-05-01')), claimed] as const;
const assured = act('inspections.discharge-assured', { of: eventId(3) }, on('2023-01-09'));
const closed = act('inspections.finding-closed', {}, on('2023-03-01'));

describe('one finding', () => {
  it('77. says each gap between the three parties in days, as on the day that is asked about', async () => {
    const waiting = await finding(facts);
    expect(waiting?.addressees).toMatchObject([
      {
        ...{ status: 'claimed', claimedOn: '2022-11-30', assuredOn: null, gapDays: 105 },
        gaps: { claimedNotAssuredDays: 105, assuredNotClosedDays: null, claimedNotClosedDays: 105 },
        claim: { evidence: null, evidenceErased: true, assured: null, declined: null },
      },
    ]);
    const told = [...facts, assured, closed];
    expect((await finding(told, { asOf: '2023-02-28' }))?.addressees[0]?.gaps).toEqual({
      ...{ claimedNotAssuredDays: null, assuredNotClosedDays: 50, claimedNotClosedDays: 90 },
      ...{ claimedToAssuredDays: 40, assuredToClosedDays: null, claimedToClosedDays: null },
    });
    expect((await finding(told))?.addressees).toMatchObject([
      {
        ...{ status: 'closed', closedOn: '2023-03-01', endedOn: '2023-03-01', gapDays: null, missing: [] },
        gaps: { claimedToAssuredDays: 40, assuredToClosedDays: 51, claimedToClosedDays: 91 },
      },
    ]);
  });

  it('77. shows a claim that was declined, and that it waits for nobody', async () => {
    const declined = act('inspections.discharge-declined', { of: eventId(3) }, on('2023-01-09'));
    const found = await finding([...facts, declined]);
    expect(found?.addressees).toMatchObject([
      {
        ...{ status: 'open', claimedOn: '2022-11-30', declinedOn: '2023-01-09', gapDays: null },
        claim: { declined: { index: 4 } },
      },
    ]);
    const ended = await finding([...facts, declined, closed]);
    expect(ended?.addressees[0]?.gaps).toMatchObject({
      claimedToClosedDays: null,
      assuredToClosedDays: null,
    });
  });

  it('78. says what it was closed without; a body that answers to nobody here needs no assurance', async () => {
    const early = act('inspections.finding-closed', {}, on('2022-06-01'));
    expect((await finding([raised(), early]))?.addressees[0]?.missing).toEqual(['claim', 'assurance']);
    expect((await finding([...facts, closed]))?.addressees[0]?.missing).toEqual(['assurance']);
    const national = { addressees: ['home-office'] };
    const ended = act('inspections.finding-closed', national, on('2022-06-01'));
    expect((await finding([raised(national), ended]))?.addressees[0]?.missing).toEqual(['claim']);
  });

  it('79. has what stands at its top where it has one addressee, and nowhere but in each where it has more', async () => {
    expect(await finding(facts)).toMatchObject({
      ...{ area: 'kent', id: AFI, inspection: INSPECTION, inspectionTitle: 'Inspection of the force' },
      ...{ status: 'claimed', anticipated: '2022-09-30', originalAnticipated: '2022-09-30', moves: 0 },
      ...{ slipDays: 0, claimedOn: '2022-11-30', assuredOn: null, closedOn: null, about: [] },
    });
    const both = await finding([raised({ addressees: ['kent-police', 'home-office'] }), claimed]);
    expect(both).not.toHaveProperty('status');
    expect(both?.addressees).toMatchObject([{ status: 'claimed' }, { status: 'open' }]);
  });

  it('79. has every date that it had, the first on record first', async () => {
    const told = [...facts, moved(eventId(2), '2022-09-30', '2022-10-31', on('2022-09-20'))];
    const agreed = act('inspections.move-agreed', { of: eventId(4) }, on('2022-09-25'));
    expect((await finding([...told, agreed]))?.addressees[0]?.completions).toMatchObject([
      { anticipated: '2022-09-30', from: null, days: null, agreed: null, index: 2 },
      { anticipated: '2022-10-31', from: '2022-09-30', days: 31, declared: true, agreed: { index: 5 } },
    ]);
    const set = await finding([raised({ completeBy: dated('2022-12-31') })]);
    expect(set?.addressees[0]?.completions).toMatchObject([{ anticipated: '2022-12-31', index: 0 }]);
  });

  it('80. tells every event in effective order, whenever it was recorded, and which do not fit', async () => {
    const tooLate = act('inspections.finding-disputed', {}, on('2022-12-24'));
    const late = act('inspections.progress-reported', { report: sealedText('Begun.') }, on('2022-06-01'));
    const found = await finding([...facts, tooLate, late, grouped([AFI, 'afi-02'], {}, on('2022-07-01'))]);
    expect(found?.history).toMatchObject([
      { type: 'inspections.finding-raised', index: 1, unfitting: [] },
      { type: 'inspections.completion-anticipated', to: '2022-09-30' },
      { type: 'inspections.progress-reported', index: 5, texts: [{ name: 'report', erased: true }] },
      { type: 'inspections.findings-grouped', group: 'group-1', findings: [AFI, 'afi-02'] },
      { type: 'inspections.discharge-claimed', index: 3, unfitting: [] },
      { type: 'inspections.finding-disputed', index: 4, unfitting: ['kent-police'] },
    ]);
    expect(found?.group).toMatchObject({ id: 'group-1', findings: [AFI] });
  });

  it('80. keeps what was entered wrongly in its history, with its mark, and counts it for nothing', async () => {
    const mark: InspectionsEvent = {
      ...{ type: 'inspections.entry-marked-wrong', schema: 1, effectiveOn: '2022-12-05', precision: 'day' },
      ...{ about: [`finding:kent/${AFI}`], access: 'public' },
      data: {
        ...{ area: 'kent', of: eventId(3), inspections: [], findings: [AFI] },
        ...{ reason: sealedText('Another finding.'), says: sealedText('AFI 2.') },
      },
    };
    const found = await finding([...facts, mark]);
    expect(found).toMatchObject({ status: 'open', claimedOn: null });
    expect(found?.history.at(-1)).toMatchObject({ index: 3, enteredWrongly: { index: 4 } });
  });

  it('76. is found by its id alone, in the area that recorded it first, of those that the reader may read', async () => {
    const essex = raised({}, { access: 'restricted' });
    const twice = [{ ...essex, data: { ...essex.data, area: 'essex' } }, raised()];
    expect((await finding(twice, { audience: 'inside' }))?.area).toBe('essex');
    expect((await finding(twice))?.area).toBe('kent');
    expect((await finding(twice, { audience: 'inside', area: 'kent' }))?.area).toBe('kent');
    expect(await finding(facts, { asOf: '2022-04-27' })).toBeUndefined();
    expect(await finding(facts, { id: 'afi-99' })).toBeUndefined();
  });
});
