import { expectedInWords } from '@daybook/due-dates';
import { counted, whoWrote } from '@daybook/pages';
import type { ScrutinyChangeItem } from './scrutiny-changes.query';
import type { ScrutinyChangeKind, SubjectMoved } from './scrutiny-changes';

/** What happened: of one, and counted as one and as many. */
const WORDS: Readonly<Record<ScrutinyChangeKind, readonly [what: string, one: string, many: string]>> = {
  'meeting-called': ['Meeting called', 'meeting called', 'meetings called'],
  'agenda-changed': ['Agenda changed', 'agenda changed', 'agendas changed'],
  'meeting-postponed': ['Meeting postponed', 'meeting postponed', 'meetings postponed'],
  'meeting-cancelled': ['Meeting cancelled', 'meeting cancelled', 'meetings cancelled'],
  'meeting-held': ['Meeting held', 'meeting held', 'meetings held'],
  'item-resolved': ['Item resolved', 'item resolved', 'items resolved'],
  'notes-published': ['Notes published', 'notes published', 'notes published'],
  'notes-agreed': ['Notes considered', 'notes considered', 'notes considered'],
  'question-asked': ['Question asked', 'question asked', 'questions asked'],
  'question-answered': ['Question answered', 'answer', 'answers'],
  'question-followed-up': ['Question followed up', 'question followed up', 'questions followed up'],
  'question-settled': ['Question settled', 'question settled', 'questions settled'],
  'commitment-made': ['Commitment made', 'commitment made', 'commitments made'],
  'commitment-accepted': ['Commitment taken on', 'commitment taken on', 'commitments taken on'],
  'commitment-move-asked': ['Another date given or asked for', 'move asked for', 'moves asked for'],
  'commitment-move-agreed': ['Move agreed', 'move of a commitment agreed', 'moves of commitments agreed'],
  'commitment-move-refused': ['Move refused', 'move refused', 'moves refused'],
  'commitment-progress-reported': ['Progress reported', 'report on a commitment', 'reports on commitments'],
  'commitment-claimed': ['Claimed as kept', 'commitment claimed as kept', 'commitments claimed as kept'],
  'discharge-accepted': ['Accepted as kept', 'commitment accepted as kept', 'commitments accepted as kept'],
  'discharge-refused': ['Refused as not kept', 'claim refused', 'claims refused'],
  'commitment-withdrawn': ['Commitment withdrawn', 'commitment withdrawn', 'commitments withdrawn'],
  'commitment-superseded': ['Commitment superseded', 'commitment superseded', 'commitments superseded'],
  'commitment-reopened': ['Commitment reopened', 'commitment reopened', 'commitments reopened'],
  'decision-recorded': ['Decision taken', 'decision taken', 'decisions taken'],
  'decision-amended': ['Decision amended', 'decision amended', 'decisions amended'],
  'decision-rescinded': ['Decision rescinded', 'decision rescinded', 'decisions rescinded'],
  'decision-superseded': ['Decision superseded', 'decision superseded', 'decisions superseded'],
  'decision-called-in': ['Decision called in', 'decision called in', 'decisions called in'],
  'decision-reviewed': ['Decision reviewed', 'decision reviewed', 'decisions reviewed'],
  'scrutiny-entered-wrongly': [
    'Entered wrongly',
    'entry of a meeting, question, commitment or decision entered wrongly',
    'entries of meetings, questions, commitments or decisions entered wrongly',
  ],
};

/** A change as the page of changes shows it, beside those of other slices. */
interface ChangeTold {
  readonly what: string;
  readonly notes: readonly string[];
  readonly why: string;
  readonly who: string;
  readonly paperTitle: string | null;
  readonly item: ScrutinyChangeItem;
}

/** The changes of scrutiny in words, for the page that compares two positions. */
export const scrutinyChangesTold = {
  counted(kinds: readonly { readonly kind: string; readonly count: number }[]): readonly string[] {
    return kinds.map(({ kind, count }) => {
      const [, one, many] = WORDS[kind as ScrutinyChangeKind];
      return counted(count, one, many);
    });
  },

  /** By what changed, which goes by its title at the later position. */
  told(items: readonly object[], papers: ReadonlyMap<string, string>) {
    const groups = new Map<string, { title: string; href: string; changes: ChangeTold[] }>();
    for (const item of items as readonly ScrutinyChangeItem[]) {
      const { kind, id, title } = item.subject;
      const href = `/${item.area}/${kind}s/${encodeURIComponent(id)}`;
      const known = groups.get(item.about) ?? { title: title ?? id, href, changes: [] };
      known.changes.push(toldOf(item, papers));
      groups.set(item.about, known);
    }
    return [...groups.values()];
  },
};

function toldOf(item: ScrutinyChangeItem, papers: ReadonlyMap<string, string>): ChangeTold {
  const { kind, source, reason, reasonErased, secondHand, subject } = item;
  return {
    what: WORDS[kind][0],
    notes: [...movedInWords(subject), ...(secondHand ? ['Second-hand.'] : [])],
    why: reasonErased ? 'erased' : (reason ?? ''),
    who: whoWrote(item),
    paperTitle: source && (papers.get(source.paper) ?? source.paper),
    item,
  };
}

const DATED: Readonly<Record<SubjectMoved['kind'], string>> = {
  meeting: 'To be held',
  question: 'Due',
  commitment: 'Due',
  decision: 'Takes effect',
};

function movedInWords({ kind, statusBefore: was, statusAfter: is, ...dates }: SubjectMoved): string[] {
  const { dueBefore, dueAfter } = dates;
  const status = is && (was && was !== is ? `${inWords(was)} before, ${inWords(is)} after.` : '');
  const date = `${DATED[kind]}: ${dueInWords(dueAfter)}${was ? `, before: ${dueInWords(dueBefore)}` : ''}.`;
  return [...(status ? [sentence(status)] : []), ...(is && dueBefore !== dueAfter ? [date] : [])];
}

function inWords(status: string): string {
  return status.replaceAll('-', ' ');
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function dueInWords(due: string | null): string {
  return expectedInWords({ anticipated: due });
}
