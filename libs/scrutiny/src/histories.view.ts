import type { Recorded } from '@daybook/ledger';
import type { View } from '@daybook/read-model';
import { beginningOf, nothingYet, subjectIn, withEvent, type History, type SubjectKind } from './histories';
import { subjectRef, type ScrutinyEvent } from './scrutiny.events';

/** All that was said of each thing of one kind, by its reference (`commitment:kent/…`). */
function historiesView<Kind extends SubjectKind>(kind: Kind, name: string): View<History<Kind>> {
  return {
    name,
    version: 1,
    key(record) {
      if (!isOurs(record)) return [];
      const subject = subjectIn(record);
      return subject.kind === kind ? [subjectRef(subject, record.data.area)] : [];
    },
    fold(row, { index, record }, key) {
      if (!isOurs(record)) return row;
      const { area } = record.data;
      const id = key.slice(subjectRef({ kind, id: '' }, area).length);
      return withEvent(row ?? nothingYet<Kind>(area, id), record, index);
    },
    columns: ['area', 'id', 'meeting'],
    values: (row) => {
      const began = beginningOf(kind, row);
      return { area: row.area, id: row.id, meeting: began?.data.meeting ?? null };
    },
  };
}

function isOurs(record: Recorded): record is Recorded<ScrutinyEvent> {
  return record.type.startsWith('scrutiny.');
}

export const meetingsView = historiesView('meeting', 'meetings');
export const questionsView = historiesView('question', 'questions');
export const commitmentsView = historiesView('commitment', 'commitments');
export const decisionsView = historiesView('decision', 'decisions');
