import type { Recorded } from '@daybook/ledger';
import { type Marked, type Said, saidIn } from '@daybook/provenance';
import type { View } from '@daybook/read-model';
import {
  inspectionRef,
  type GradeGiven,
  type InspectionContent,
  type InspectionsEvent,
  type ResponseAct,
} from '../inspections.events';

type SaidOf<Event> = Event extends ResponseAct
  ? Said & { readonly type: Event['type']; readonly data: Event['data'] }
  : never;
/** One step of a response under section 55. */
export type ResponseStep = SaidOf<ResponseAct>;
export type InspectionSaid = Said & InspectionContent;
export type GradeSaid = Said & Omit<GradeGiven['data'], 'secondHand'>;

/** One inspection: what it is, the grades that it gave, and what was said in answer, in effective order. */
export interface InspectionRow {
  readonly area: string;
  readonly inspection: string;
  /** Null where only what was said of it later is effective yet, or its entry is marked as entered wrongly. */
  readonly recorded: InspectionSaid | null;
  /** Every entry of it that is not marked, in effective order: there are several only after a mark of one. */
  readonly recordings: readonly InspectionSaid[];
  readonly grades: readonly GradeSaid[];
  readonly response: readonly ResponseStep[];
  /** Entries that were entered wrongly, which count for nothing, each with its mark. */
  readonly wrong: readonly {
    readonly entry: InspectionSaid | GradeSaid | ResponseStep;
    readonly mark: Marked;
  }[];
}

const RESPONSE: ReadonlySet<string> = new Set<ResponseAct['type']>([
  'inspections.comments-invited',
  'inspections.comments-recorded',
  'inspections.recommendation-answered',
  'inspections.response-published',
  'inspections.copy-sent',
]);

function isResponse(record: Recorded): record is Recorded<ResponseAct> {
  return RESPONSE.has(record.type);
}

/** Every inspection of every area, by its reference (`inspection:kent/kent-peel-2021-22`). */
export const inspectionsView: View<InspectionRow> = {
  name: 'inspections',
  version: 1,
  key(record) {
    const { area } = (record as Recorded<InspectionsEvent>).data;
    return inspectionsOf(record).map((id) => inspectionRef(area, id));
  },
  fold(known, { index, record }, key) {
    const event = record as Recorded<InspectionsEvent>;
    const { area } = event.data;
    const inspection = key.slice(inspectionRef(area, '').length);
    const row = known ?? {
      area,
      inspection,
      recorded: null,
      recordings: [],
      grades: [],
      response: [],
      wrong: [],
    };
    const said = saidIn(event, index);
    if (isResponse(event)) {
      const step = { ...said, type: event.type, data: event.data } as ResponseStep;
      return { ...row, response: [...row.response, step] };
    }
    if (event.type === 'inspections.inspection-recorded') {
      const { area: _area, inspection: _inspection, secondHand: _secondHand, ...content } = event.data;
      return withRecordings(row, [...row.recordings, { ...said, ...content }]);
    }
    if (event.type === 'inspections.grade-given')
      return { ...row, grades: [...row.grades, { ...event.data, ...said }] };
    if (event.type !== 'inspections.entry-marked-wrong') return row;
    return leaveOut(row, { ...said, of: event.data.of });
  },
  columns: ['area', 'inspection', 'kind'],
  values: ({ area, inspection, recorded }) => ({ area, inspection, kind: recorded?.kind ?? null }),
};

function inspectionsOf(record: Recorded): readonly string[] {
  const event = record as Recorded<InspectionsEvent>;
  if (isResponse(event)) {
    // One response may answer several reports that make the same findings.
    const also = 'answersAlso' in event.data ? event.data.answersAlso : [];
    return [event.data.inspection, ...also];
  }
  if (event.type === 'inspections.inspection-recorded' || event.type === 'inspections.grade-given')
    return [event.data.inspection];
  return event.type === 'inspections.entry-marked-wrong' ? event.data.inspections : [];
}

function withRecordings(row: InspectionRow, recordings: readonly InspectionSaid[]): InspectionRow {
  return { ...row, recordings, recorded: recordings.at(-1) ?? null };
}

function leaveOut(row: InspectionRow, mark: Marked): InspectionRow {
  const isOther = ({ id }: { readonly id: string }): boolean => id !== mark.of;
  const entry = [...row.recordings, ...row.grades, ...row.response].find((one) => !isOther(one));
  return {
    ...withRecordings(row, row.recordings.filter(isOther)),
    grades: row.grades.filter(isOther),
    response: row.response.filter(isOther),
    wrong: entry ? [...row.wrong, { entry, mark }] : row.wrong,
  };
}
