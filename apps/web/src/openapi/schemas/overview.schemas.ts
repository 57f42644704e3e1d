import type { OpenResponse } from '@daybook/inspections';
import { TIMELINE_KINDS, type TimelineEntry } from '@daybook/provenance';
import type { FindingsToRaise, MovedEntry, ToRaise } from '@daybook/runtime';
import { count, date, list, object, oneOf, orNull, reference, text } from '../json-schema';
import { said } from './parts';

const openResponse = object<OpenResponse>({
  ...{ area: text, inspection: text, concern: orNull(text), title: text, dueOn: date, day: count },
  ...{ status: oneOf(['running', 'none-recorded']), daysPast: orNull(count) },
});

const findings = list(reference('Finding'));
const commitments = list(reference('Commitment'));
const meetings = list(reference('Meeting'));

const orText = orNull(text);
const entry = {
  ...{ ...said, area: text, type: text, kind: oneOf(TIMELINE_KINDS), subject: text, reference: text },
  ...{ title: text, status: orNull(text), office: orNull(text) },
  ...{ meeting: orNull(text), item: orNull(text), priority: orNull(text) },
};

/** What was asked, promised and decided, whatever it is. */
export const overviewSchemas = {
  TimelineEntry: object<TimelineEntry>(entry),
  MovedEntry: object<MovedEntry>({
    ...entry,
    stands: orNull(
      object<NonNullable<MovedEntry['stands']>>({ due: orText, originalDue: orText, pendingMove: orText }),
    ),
  }),
  ToRaise: object<ToRaise>({
    ...{ area: text, for: date, body: orNull(text) },
    ...{ since: orNull(reference('Meeting')), called: meetings, unheard: meetings, notes: meetings },
    ...{ overdue: commitments, due: commitments, pending: commitments },
    ...{ claimed: commitments, undated: commitments },
    unanswered: list(reference('Question')),
    findings: object<FindingsToRaise>({
      ...{ overdue: findings, due: findings, notAgreed: findings },
      ...{ claimed: findings, assured: findings },
    }),
    responses: list(openResponse),
    moved: list(reference('MovedEntry')),
    ended: list(reference('TimelineEntry')),
    figures: list(reference('Change')),
    leaning: list(reference('Leaning')),
  }),
};
