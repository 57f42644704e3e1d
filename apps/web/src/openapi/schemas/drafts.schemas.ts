import type {
  DraftInFull,
  DraftItem,
  DraftList,
  DraftObstacle,
  DraftRecord,
  OfFigure,
} from '@daybook/figures';
import type { GivenUp, Held } from '@daybook/ledger';
import { count, flag, instant, list, object, oneOf, orNull, text, uuid } from '../json-schema';
import { actor, readText } from './parts';

const item = {
  id: uuid,
  area: text,
  command: { ...text, description: 'The command that waits, such as `submit-return`.' },
  by: actor,
  heldAt: instant,
  state: oneOf(['waiting', 'approved', 'rejected', 'withdrawn']),
  paper: orNull(text),
  effectiveOn: orNull(text),
  figures: { ...orNull(count), description: 'How many figures it is about; null once it has ended.' },
  ended: orNull(object<NonNullable<DraftItem['ended']>>({ by: actor, at: instant, ...readText })),
};

const obstacle = object<DraftObstacle>({
  code: text,
  message: text,
  errors: list(object<DraftObstacle['errors'][number]>({ pointer: text, code: text, detail: text })),
});

const record = object<DraftRecord>({
  type: text,
  effectiveOn: text,
  precision: oneOf(['day', 'month']),
  access: oneOf(['public', 'restricted']),
  for: orNull(text),
  paper: orNull(text),
  place: orNull(text),
  data: { type: 'object', additionalProperties: true },
});

/** What waits for a second person, and what becomes of it. */
export const draftsSchemas = {
  Draft: object<DraftInFull>({
    ...item,
    body: {
      ...orNull({ type: 'object', additionalProperties: true }),
      description: 'The body of the command; null once the draft has ended.',
    },
    index: { ...orNull(count), description: 'The record that it became the first of.' },
    marked: {
      ...orNull(object<OfFigure>({ area: text, measure: text, period: text, breakdown: text })),
      description: 'Of a mark that an entry was wrong: the figure of that entry.',
    },
    records: {
      ...list(record),
      description:
        'All that would be recorded, were it approved now; empty where it could not be, or has ended.',
    },
    obstacle: { ...orNull(obstacle), description: 'Why it could not be approved now; null where it could.' },
  }),
  Drafts: object<DraftList>({
    fourEyes: { ...flag, description: 'Whether the body has four eyes switched on in this area.' },
    items: list(object<DraftItem>(item)),
  }),
  GivenUp: object<GivenUp>({ commandId: uuid, draft: uuid, ended: oneOf(['rejected', 'withdrawn']) }),
  Held: object<Held>({ commandId: uuid, draft: uuid }),
};
