import {
  INSPECTION_KINDS,
  NOT_DRAWN,
  type GradeChange,
  type GradeInHistory,
  type GradeItem,
  type InspectionInFull,
  type InspectionItem,
  type SaidItem,
  type ScaleItem,
  type StandingGrade,
} from '@daybook/inspections';
import { count, date, flag, list, object, oneOf, orNull, text, uuid, type Schema } from '../json-schema';
import { said } from './parts';

const orText = orNull(text);
const { id: _id, ...placed } = said;

const publishedOn: Schema = {
  ...orText,
  description: 'A day, or a month (`2016-02`); null where it is not known.',
};
const comparing = {
  comparability: { ...orText, description: 'What the inspectorate said of comparing with earlier grades.' },
  comparable: { ...orNull(flag), description: 'Whether it said that they can be; null: it did not say.' },
};

const inspection = {
  area: text,
  id: text,
  kind: oneOf(INSPECTION_KINDS),
  inspectorate: text,
  programme: orText,
  cycle: orText,
  title: text,
  publishedOn,
  scale: { ...orText, description: 'The scale that it grades on; null where it gives no grades.' },
  forceInspected: flag,
  relatesToForce: flag,
  replyDueOn: { ...orNull(date), description: 'The day by which it asks for a reply.' },
  ...comparing,
  ...placed,
  findings: {
    ...object<InspectionItem['findings']>({
      ...{ open: count, accepted: count, disputed: count, claimed: count, assured: count, closed: count },
      ...{ carriedForward: count, superseded: count, withdrawn: count, total: count },
    }),
    description: 'How many of its findings stand in which status, one for each addressee.',
  },
};

const grade: Record<keyof GradeItem, Schema> = {
  question: text,
  questionTitle: text,
  grade: { ...orText, description: 'Null: explicitly not graded.' },
  firstPublishedIn: {
    ...orText,
    description: 'The paper that published it first, where that is not the report itself.',
  },
  ...comparing,
  id: { ...uuid, description: 'The event that gave it.' },
  ...placed,
};

const standing = object<StandingGrade>({
  ...grade,
  history: {
    ...list(object<GradeItem>(grade)),
    description: 'Every grade that the question was given in this inspection, the newest first.',
  },
});

/** What is answered about inspections, scales and grades. */
export const inspectionsSchemas = {
  Inspection: object<InspectionItem>(inspection),
  InspectionInFull: object<InspectionInFull>({ ...inspection, grades: list(standing) }),
  Scale: object<ScaleItem>({
    id: text,
    area: { ...orText, description: 'Null: it is known from the beginning.' },
    title: text,
    grades: { ...list(text), description: 'The best first.' },
    defined: orNull(object<SaidItem>(said)),
  }),
  GradeInHistory: object<GradeInHistory>({
    area: text,
    inspection: text,
    inspectionTitle: text,
    inspectorate: text,
    programme: orText,
    cycle: orText,
    publishedOn,
    scale: orText,
    ...grade,
    inspectionComparability: orText,
    inspectionComparable: orNull(flag),
    change: {
      ...orNull(
        object<GradeChange>({
          from: text,
          fromInspection: text,
          steps: {
            type: 'integer',
            description: 'Towards the best grade of the scale where positive; 0: the same.',
          },
        }),
      ),
      description: 'From the grade that the inspection before gave to the same question.',
    },
    notDrawn: { ...orNull(oneOf(NOT_DRAWN)), description: 'Why no change is drawn; null where one is.' },
  }),
};
