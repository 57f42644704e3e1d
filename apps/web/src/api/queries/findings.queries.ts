import type { ApiQuery } from './api-query';

/** The tracker of findings, and one of them in full. */
export const findingsQueries: readonly ApiQuery[] = [];
