import type { ApiQuery } from './api-query';

export const overviewQueries: readonly ApiQuery[] = [];
