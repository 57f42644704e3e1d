import { expectedInWords } from '@daybook/due-dates';
import type { Person } from '@daybook/identity';
import { counted, nameOf, whoWrote, type PositionAsked } from '@daybook/pages';
import type { FindingStatus } from '../codes';
import { findingRef, inspectionRef } from '../inspections.events';
import { STATUS_WORDS } from '../see-findings/wording.page';
import type { FindingReads, InspectionReads } from '../readings.page';
import type { InspectionChangeItem } from './inspection-changes.query';
import type { AddresseeMoved, InspectionChangeKind } from './inspection-changes';

/** What happened: of one, and counted as one and as many. */
const WORDS: Readonly<Record<InspectionChangeKind, readonly [what: string, one: string, many: string]>> = {
  'inspection-recorded': ['Inspection recorded', 'inspection recorded', 'inspections recorded'],
  graded: ['Graded', 'grade', 'grades'],
  'finding-raised': ['Finding raised', 'finding raised', 'findings raised'],
  'findings-grouped': ['Shares a plan item', 'finding grouped', 'findings grouped'],
  'completion-anticipated': ['Completion anticipated', 'date anticipated', 'dates anticipated'],
  'completion-moved': ['Date moved', 'date moved', 'dates moved'],
  'move-agreed': ['Move agreed', 'move agreed', 'moves agreed'],
  'progress-reported': ['Progress reported', 'progress report', 'progress reports'],
  'finding-accepted': ['Accepted', 'finding accepted', 'findings accepted'],
  'finding-disputed': ['Disputed', 'finding disputed', 'findings disputed'],
  'dispute-answered': ['Dispute answered', 'dispute answered', 'disputes answered'],
  'discharge-claimed': ['Claimed as done', 'claim', 'claims'],
  'discharge-assured': ['Assured', 'claim assured', 'claims assured'],
  'discharge-declined': ['Claim declined', 'claim declined', 'claims declined'],
  'finding-closed': ['Closed', 'finding closed', 'findings closed'],
  'finding-reopened': ['Reopened', 'finding reopened', 'findings reopened'],
  'finding-carried-forward': ['Carried forward', 'finding carried forward', 'findings carried forward'],
  'finding-superseded': ['Superseded', 'finding superseded', 'findings superseded'],
  'finding-withdrawn': ['Withdrawn', 'finding withdrawn', 'findings withdrawn'],
  'comments-invited': ['Comments invited', 'invitation to comment', 'invitations to comment'],
  'comments-recorded': ["Chief officer's comments", 'comment recorded', 'comments recorded'],
  'recommendation-answered': [
    'Recommendation answered',
    'recommendation answered',
    'recommendations answered',
  ],
  'response-published': ['Response published', 'response published', 'responses published'],
  'copy-sent': ['Copy sent', 'copy sent', 'copies sent'],
  'act-entered-wrongly': ['Entered wrongly', 'entry entered wrongly', 'entries entered wrongly'],
};

/** A change as the page of changes shows it, beside those of figures. */
interface ChangeTold {
  readonly what: string;
  readonly notes: readonly string[];
  readonly why: string;
  readonly who: string;
  readonly paperTitle: string | null;
  readonly item: InspectionChangeItem;
}

/** The changes of inspections and findings in words, for the page that compares two positions. */
export const inspectionChangesTold = (readings: FindingReads & InspectionReads) => ({
  counted(kinds: readonly { readonly kind: string; readonly count: number }[]): readonly string[] {
    return kinds.map(({ kind, count }) => {
      const [, one, many] = WORDS[kind as InspectionChangeKind];
      return counted(count, one, many);
    });
  },

  /** By what changed, which goes by its title at the later position. */
  async told(
    items: readonly object[],
    papers: ReadonlyMap<string, string>,
    { person, at, area }: { readonly person: Person; readonly at: PositionAsked; readonly area: string },
  ) {
    const titles = items.length > 0 ? await titlesIn(readings, person, at, area) : new Map<string, string>();
    const groups = new Map<string, { title: string; href: string; changes: ChangeTold[] }>();
    for (const item of items as readonly InspectionChangeItem[]) {
      const known = groups.get(item.about) ?? { ...subjectOf(item, titles), changes: [] };
      known.changes.push(toldOf(item, papers));
      groups.set(item.about, known);
    }
    return [...groups.values()];
  },
});

/** The titles of an area's inspections and findings, by reference. */
async function titlesIn(
  { findings, inspections }: FindingReads & InspectionReads,
  person: Person,
  at: PositionAsked,
  area: string,
): Promise<Map<string, string>> {
  const [found, reports] = await Promise.all([
    findings.list(person, at, { area }),
    inspections.list(person, at, { area }),
  ]);
  return new Map([
    ...found.items.map(({ finding, title }) => [findingRef(area, finding), title] as const),
    ...reports.items.map(({ id, title }) => [inspectionRef(area, id), title] as const),
  ]);
}

function subjectOf(
  { about, area, inspection, finding }: InspectionChangeItem,
  titles: ReadonlyMap<string, string>,
) {
  const [id, path] = about.startsWith('finding:') ? [finding, 'findings'] : [inspection, 'inspections'];
  return { title: titles.get(about) ?? id ?? '', href: `/${area}/${path}/${id}` };
}

function toldOf(item: InspectionChangeItem, papers: ReadonlyMap<string, string>): ChangeTold {
  const { kind, source, graded, reason, reasonErased } = item;
  const what = graded ? `${graded.question}: ${graded.grade ?? 'explicitly not graded'}` : WORDS[kind][0];
  return {
    what,
    notes: [...item.addressees.map(movedInWords), ...(item.secondHand ? ['Second-hand.'] : [])],
    why: reasonErased ? 'erased' : (reason ?? ''),
    who: whoWrote(item),
    paperTitle: source && (papers.get(source.paper) ?? source.paper),
    item,
  };
}

function movedInWords(moved: AddresseeMoved): string {
  const { addressee, statusBefore: was, statusAfter: is, anticipatedBefore, anticipatedAfter } = moved;
  const status =
    was && was !== is ? `${statusInWords(was)} before, ${statusInWords(is)} after` : statusInWords(is);
  const date =
    anticipatedBefore === anticipatedAfter
      ? ''
      : `; to be complete: ${due(anticipatedAfter)}${anticipatedBefore ? `, before: ${due(anticipatedBefore)}` : ''}`;
  return `${nameOf(addressee)}: ${status}${date}.`;
}

function due(anticipated: string | null): string {
  return expectedInWords({ anticipated });
}

function statusInWords(status: FindingStatus): string {
  return STATUS_WORDS[status].word.toLowerCase();
}
