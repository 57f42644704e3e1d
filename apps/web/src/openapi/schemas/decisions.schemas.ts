import type { DecisionTold } from '@daybook/runtime';
import {
  DECISION_STATUSES,
  REVIEW_OUTCOMES,
  type AmendedTo,
  type DecisionItem,
  type DecisionToldAct,
  type ReviewItem,
} from '@daybook/scrutiny';
import type { SaidItem } from '@daybook/provenance';
import { count, date, flag, list, object, oneOf, orNull, reference, text, type Schema } from '../json-schema';
import { precision, said } from './parts';
import { citation, told } from './told';

const orText = orNull(text);
const day = orNull(date);

const decision = {
  ...{ area: text, id: text, number: orText, title: text },
  office: { ...text, description: 'The office that decided.' },
  by: { ...text, description: 'The body whose decision it is, whoever wrote it down.' },
  ...{ status: oneOf(DECISION_STATUSES), decidedOn: date, precision },
  takesEffectOn: { ...day, description: 'May be to come; null: not said.' },
  publishedOn: day,
  exempt: { ...list(text), description: 'Which parts are exempt, and on what ground.' },
  amendments: { ...count, description: 'How often it was amended.' },
  endedOn: { ...day, description: 'When it was rescinded or superseded.' },
  calledIn: { ...day, description: 'When it was last called in.' },
  review: {
    ...orNull(object<ReviewItem>({ outcome: oneOf(REVIEW_OUTCOMES), on: date })),
    description: 'What a panel made of it; null after a calling in that waits for its review.',
  },
  ...{ meeting: orText, item: orText },
  priority: { ...orText, description: '`<plan>/<priority>`.' },
  about: { ...list(text), description: 'References to what else it concerns.' },
  cites: { ...list(citation), description: 'Figures that it rests on, at the vintages quoted.' },
  citesRevised: { ...count, description: 'How many of the figures cited stand no longer at that vintage.' },
  secondHand: flag,
} satisfies Record<keyof DecisionItem, Schema>;

const { cites: _cites, ...content } = decision;

/** Decisions of named offices. */
export const decisionsSchemas = {
  Decision: object<DecisionItem>(decision),
  DecisionInFull: object<DecisionTold>({
    ...content,
    firstTitle: { ...text, description: 'As it was recorded first.' },
    ...{ reasons: orText, reasonsErased: flag, cites: list(reference('CitedFigure')) },
    supersededBy: orText,
    recorded: object<SaidItem>(said),
    history: list(
      object<DecisionToldAct>({
        ...told,
        amended: orNull(
          object<AmendedTo>({
            ...{ title: orText, takesEffectOn: day, publishedOn: day, exempt: orNull(list(text)) },
          }),
        ),
        ...{ supersededBy: orText, outcome: orNull(oneOf(REVIEW_OUTCOMES)) },
      }),
    ),
  }),
};
