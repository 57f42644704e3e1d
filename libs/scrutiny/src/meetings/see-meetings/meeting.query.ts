import { Ledger } from '@daybook/ledger';
import { NO_BODIES, type Bodies } from '@daybook/provenance';
import { Rows, rowById, type Looking } from '@daybook/read-model';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { beginningOf, type History, type SubjectKind } from '../../histories';
import { commitmentsView, decisionsView, meetingsView, questionsView } from '../../histories.view';
import { subjectRef } from '../../scrutiny.events';
import { openHistory } from '../../told';
import { meetingInFull, type MeetingInFull } from './meeting-in-full';
import type { ThingsOfArea } from './said-at-meeting';

/**
 * One meeting in full, by its id. Without an area it is that of the area that recorded the id first, of those
 * that this reader may read. Undefined where there is none. Figures that were cited are not looked at: they
 * are another slice's.
 */
export class MeetingQuery {
  constructor(
    readonly of: { readonly meeting: string; readonly area?: string },
    readonly looking: Looking,
    readonly bodiesIn: (area: string) => Bodies = () => NO_BODIES,
  ) {}
}

@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(
    private readonly rows: Rows,
    private readonly ledger: Ledger,
  ) {}

  async execute({ of, looking, bodiesIn }: MeetingQuery): Promise<MeetingInFull | undefined> {
    const { meeting: id, area } = of;
    const row = rowById(
      this.rows,
      meetingsView,
      {
        ...{ filter: { id }, area },
        refIn: (one) => subjectRef({ kind: 'meeting', id }, one),
        orderOf: (history) => beginningOf('meeting', history)?.order,
      },
      looking,
    );
    if (!row) return undefined;
    const things = this.saidAt(row, looking, bodiesIn(row.area));
    const read = await this.open([row, ...things.questions, ...things.commitments, ...things.decisions]);
    return meetingInFull(row, looking.position.asOf, things, read);
  }

  /** What was asked, promised and decided there. Questions may come back at a meeting that did not begin them. */
  private saidAt({ area, id }: History<'meeting'>, looking: Looking, bodies: Bodies): ThingsOfArea {
    const { position, audienceIn } = looking;
    const audience = audienceIn(area);
    const questions = this.rows.list(questionsView, { area }, position, audience).rows;
    const commitments = this.rows.list(commitmentsView, { area, meeting: id }, position, audience).rows;
    const decisions = this.rows.list(decisionsView, { area, meeting: id }, position, audience).rows;
    return {
      questions: inOrder(
        'question',
        questions.flatMap(({ row }) => (isOf(row, id) ? [row] : [])),
      ),
      commitments: inOrder(
        'commitment',
        commitments.map(({ row }) => row),
      ),
      decisions: inOrder(
        'decision',
        decisions.map(({ row }) => row),
      ),
      bodies,
    };
  }

  private open(histories: readonly History[]): ReturnType<typeof openHistory> {
    return openHistory(this.ledger, {
      acts: histories.flatMap(({ acts }) => acts),
      wrong: histories.flatMap(({ wrong }) => wrong),
    });
  }
}

function isOf({ acts }: History<'question'>, meeting: string): boolean {
  return acts.some(({ data }) => 'meeting' in data && data.meeting === meeting);
}

/** As they were put on record: by day, then in ledger order. */
function inOrder<Kind extends SubjectKind>(
  kind: Kind,
  histories: readonly History<Kind>[],
): readonly History<Kind>[] {
  const place = (history: History<Kind>): string => {
    const began = beginningOf(kind, history);
    return began ? `${began.effectiveOn} ${String(began.order).padStart(12, '0')}` : '';
  };
  return [...histories].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
