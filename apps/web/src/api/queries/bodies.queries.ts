import type { ApiQuery } from './api-query';

export const bodiesQueries: readonly ApiQuery[] = [];
