import { counted, nameOf, whoWrote } from '@daybook/pages';
import type { FindingStatus } from '../codes';
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
export const inspectionChangesTold = {
  counted(kinds: readonly { readonly kind: string; readonly count: number }[]): readonly string[] {
    return kinds.map(({ kind, count }) => {
      const [, one, many] = WORDS[kind as InspectionChangeKind];
      return counted(count, one, many);
    });
  },

  told(items: readonly object[], papers: ReadonlyMap<string, string>) {
    const groups = new Map<string, { title: string; href: string; changes: ChangeTold[] }>();
    for (const item of items as readonly InspectionChangeItem[]) {
      const known = groups.get(item.about) ?? { ...subjectOf(item), changes: [] };
      known.changes.push(toldOf(item, papers));
      groups.set(item.about, known);
    }
    return [...groups.values()];
  },
};

function subjectOf({ about, area, inspection, finding }: InspectionChangeItem) {
  if (about.startsWith('finding:')) return { title: finding ?? '', href: `/${area}/findings/${finding}` };
  return { title: inspection ?? '', href: `/${area}/inspections/${inspection}` };
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
      : `; expected ${anticipatedAfter ?? 'on no date'}${anticipatedBefore ? `, before ${anticipatedBefore}` : ''}`;
  return `${nameOf(addressee)}: ${status}${date}.`;
}

function statusInWords(status: FindingStatus): string {
  return status.replace('-', ' ');
}
