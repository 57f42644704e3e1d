import { eventId } from '@daybook/ledger/testing';
import { ViewsOn } from '@daybook/read-model/testing';
import { findingsView } from '../see-findings/findings.view';
import { inspectionsView } from '../see-inspections/inspections.view';
import {
  AFI,
  LAST,
  LATER,
  LATER_STILL,
  PUBLISHED,
  act,
  anticipated,
  grouped,
  inspected,
  moved,
  raised,
} from '../testing/facts';
import { inspectionChanges } from './inspection-changes';

const facts = [
  inspected(),
  raised(),
  raised({ finding: `${AFI}-2` }, { access: 'restricted' }),
  anticipated('2022-12-01', { effectiveOn: LATER }),
  grouped([AFI], {}, { effectiveOn: LATER }),
  moved(eventId(3), '2022-12-01', '2023-02-01', { effectiveOn: LATER_STILL }),
  act('inspections.discharge-claimed', {}, { effectiveOn: LAST }),
  // Entered late: it was accepted before all that.
  act('inspections.finding-accepted', {}, { effectiveOn: LATER }),
];
let views: ViewsOn;
beforeAll(async () => (views = await ViewsOn.facts([findingsView, inspectionsView], facts)));
afterAll(() => views.close());

const changes = (from: [string, number], to: [string, number], audience: 'inside' | 'outside' = 'inside') =>
  inspectionChanges(views.rows, {
    area: 'kent',
    from: { asOf: from[0], basis: from[1] },
    to: { asOf: to[0], basis: to[1] },
    audience,
  });

describe('what changed of inspections and findings', () => {
  it('86. is every act that is new at the later position, with how it moved the finding where it stands in order', () => {
    const found = changes([PUBLISHED, 8], [LAST, 8]);
    expect(found.map(({ kind, said }) => [kind, said.effectiveOn])).toEqual([
      ['completion-anticipated', LATER],
      ['findings-grouped', LATER],
      ['finding-accepted', LATER],
      ['completion-moved', LATER_STILL],
      ['discharge-claimed', LAST],
    ]);
    expect(found[3]?.addressees).toEqual([
      {
        ...{ addressee: 'kent-police', statusBefore: 'accepted', statusAfter: 'accepted' },
        ...{ anticipatedBefore: '2022-12-01', anticipatedAfter: '2023-02-01' },
      },
    ]);
    expect(found[4]?.addressees[0]).toMatchObject({ statusBefore: 'accepted', statusAfter: 'claimed' });
    expect(found.every(({ standingDiffers }) => standingDiffers)).toBe(true);
    const late = changes([LAST, 7], [LAST, 8]);
    expect(late.map(({ kind, standingDiffers }) => [kind, standingDiffers])).toEqual([
      ['finding-accepted', false],
    ]);
  });

  it('holds nothing between a position and itself, and nothing restricted for readers outside', () => {
    expect(changes([LAST, 8], [LAST, 8])).toEqual([]);
    const all = changes([PUBLISHED, 0], [PUBLISHED, 8]);
    expect(all.map(({ key }) => key)).toEqual([
      `finding:kent/${AFI}`,
      `finding:kent/${AFI}-2`,
      'inspection:kent/kent-peel-2021-22',
    ]);
    expect(changes([PUBLISHED, 0], [PUBLISHED, 8], 'outside')).toHaveLength(2);
  });
});
