import { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody } from '@daybook/provenance';

export { ID, ID_MESSAGE, MOST_REASON, NOT_BLANK, SourcedBody };
