import { BECAME, KINDS, UNITS, type StandsNow } from '@daybook/figures';
import type { CitedFigure, LeaningItem, QuestionTold } from '@daybook/runtime';
import {
  ASKING_MODES,
  EXTENTS,
  LEANING_KINDS,
  QUESTION_STATUSES,
  type AnswerItem,
  type FollowUpItem,
  type QuestionItem,
  type QuestionToldAct,
} from '@daybook/scrutiny';
import type { ReasonedItem } from '@daybook/provenance';
import {
  count,
  date,
  decimal,
  flag,
  list,
  object,
  oneOf,
  orNull,
  reference,
  text,
  uuid,
  type Schema,
} from '../json-schema';
import { readText, said } from './parts';
import { citation, told } from './told';

const orText = orNull(text);
const day = orNull(date);

const question = {
  ...{ area: text, id: text },
  title: { ...text, description: 'In the words of the latest asking.' },
  to: { ...text, description: 'The body or office that is asked.' },
  askedBy: { ...text, description: 'The body that asked.' },
  office: { ...orText, description: 'Its office, where that was said.' },
  ...{ mode: oneOf(ASKING_MODES), meeting: orText, item: orText },
  priority: { ...orText, description: '`<plan>/<priority>`.' },
  about: { ...list(text), description: 'References to what it is about.' },
  ...{ status: oneOf(QUESTION_STATUSES), askedOn: date },
  ageDays: {
    ...count,
    description: 'From the first asking until it was answered or settled, or until the day asked about.',
  },
  unanswered: { ...flag, description: 'Open, answered in part, or taken away.' },
  ...{ answeredOn: day, settledOn: day },
  cites: { ...list(citation), description: 'Figures that its answers cite, at the vintages quoted.' },
  citesRevised: { ...count, description: 'How many of the figures cited stand no longer at that vintage.' },
} satisfies Record<keyof QuestionItem, Schema>;

/** A figure as it was cited, with what stands now. */
export const cited = object<CitedFigure>({
  ...{ figure: text, area: text, measure: text, period: text, breakdown: text },
  ...{ title: orText, unit: orNull(oneOf(Object.keys(UNITS))) },
  vintage: { ...uuid, description: 'The event that gave the vintage quoted.' },
  value: { ...orNull(decimal), description: 'As it was quoted.' },
  reported: { ...orNull(decimal), description: 'As that vintage gave it.' },
  stands: { ...flag, description: 'Whether the vintage still stands.' },
  became: oneOf(BECAME),
  now: {
    ...orNull(
      object<StandsNow>({
        ...{ id: uuid, index: count, value: orNull(decimal), kind: oneOf(KINDS), effectiveOn: date },
      }),
    ),
    description: 'What stands now; null: nothing does.',
  },
});

const spoken = {
  ...{ ...said, office: orText, meeting: orText, item: orText },
  ...{ words: orText, wordsErased: flag },
};
const { cites: _cites, ...content } = question;

/** Questions, and what was said that leans on a figure. */
export const questionsSchemas = {
  Question: object<QuestionItem>(question),
  QuestionInFull: object<QuestionTold>({
    ...content,
    firstTitle: { ...text, description: 'As it was put first.' },
    asked: object<QuestionTold['asked']>(spoken),
    answers: list(
      object<AnswerItem<CitedFigure>>({
        ...spoken,
        extent: oneOf(EXTENTS),
        cites: list(reference('CitedFigure')),
      }),
    ),
    followUps: list(object<FollowUpItem>({ ...spoken, title: orText })),
    settled: orNull(object<ReasonedItem>({ ...said, ...readText })),
    history: list(object<QuestionToldAct>({ ...told, extent: orNull(oneOf(EXTENTS)) })),
  }),
  CitedFigure: cited,
  Leaning: object<LeaningItem>({
    ...{ ...said, area: text, kind: oneOf(LEANING_KINDS) },
    about: { ...text, description: '`question:kent/…`, `decision:kent/…` or `commitment:kent/…`.' },
    ...{ title: text, office: orText, cites: reference('CitedFigure') },
  }),
};
