import type { ApiQuery } from './api-query';

/** What a board was told beside what the ledger counts. */
export const talliesQueries: readonly ApiQuery[] = [];
