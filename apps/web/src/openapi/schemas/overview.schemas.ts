import { TIMELINE_KINDS, type TimelineEntry } from '@daybook/provenance';
import { object, oneOf, orNull, reference, text } from '../json-schema';
import { said } from './parts';

/** What was asked, promised and decided, whatever it is. */
export const overviewSchemas = {
  TimelineEntry: object<TimelineEntry>({
    ...{ ...said, area: text, type: text, kind: oneOf(TIMELINE_KINDS), subject: text, reference: text },
    ...{ title: text, status: orNull(text), office: orNull(text) },
    ...{ meeting: orNull(text), item: orNull(text), priority: orNull(text) },
  }),
};
