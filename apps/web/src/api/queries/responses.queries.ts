import type { ApiQuery } from './api-query';

/** Responses under section 55, Police Act 1996. */
export const responsesQueries: readonly ApiQuery[] = [];
