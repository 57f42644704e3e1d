import { saidItem, type TimelineEntry } from '@daybook/provenance';
import { commitmentOf } from '../commitments/commitment-state';
import { decisionOf } from '../decisions/decision-state';
import type { ActsOf, History, SubjectKind } from '../histories';
import { meetingOf } from '../meetings/meeting-state';
import { questionOf } from '../questions/question-state';
import { subjectRef } from '../scrutiny.events';

/** What a thing is called and where it stands, for every entry about it. */
type Standing = Pick<TimelineEntry, 'title' | 'status' | 'priority' | 'meeting' | 'item'>;

/** The entries of one thing's history, as it stands; none where it is not on record for this reader. */
export function entriesOf<Kind extends SubjectKind>(kind: Kind, history: History<Kind>): TimelineEntry[] {
  const standing = STANDING[kind](history.acts);
  if (!standing) return [];
  const { area, id } = history;
  const reference = subjectRef({ kind, id }, area);
  return history.acts.map((act) => ({
    ...{ ...saidItem(act), area, kind, subject: id, reference, ...standing, ...placeOf(act, standing) },
    ...{ type: act.type, office: act.data.office },
  }));
}

/** An event may be said at another meeting than the one where its subject began. */
function placeOf(
  { data }: ActsOf[SubjectKind],
  standing: Pick<Standing, 'meeting' | 'item'>,
): Pick<Standing, 'meeting' | 'item'> {
  if (!('meeting' in data) || data.meeting === null) return standing;
  return { meeting: data.meeting, item: 'item' in data ? data.item : null };
}

const STANDING: {
  readonly [Kind in SubjectKind]: (acts: readonly ActsOf[Kind][]) => Standing | undefined;
} = {
  meeting: (acts) => {
    const state = meetingOf(acts);
    if (!state) return undefined;
    const { title, meeting } = state.called.data;
    return { title, status: state.status, priority: null, meeting, item: null };
  },
  question: (acts) => {
    const state = questionOf(acts);
    if (!state) return undefined;
    const { priority, meeting, item } = state.asked.data;
    return { title: state.title, status: state.status, priority, meeting, item };
  },
  commitment: (acts) => {
    const state = commitmentOf(acts);
    if (!state) return undefined;
    const { title, priority, meeting, item } = state.made.data;
    return { title, status: state.status, priority, meeting, item };
  },
  decision: (acts) => {
    const state = decisionOf(acts);
    if (!state) return undefined;
    const { priority, meeting, item } = state.recorded.data;
    return { title: state.title, status: state.status, priority, meeting, item };
  },
};
