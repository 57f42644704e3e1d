import type { ApiQuery } from './api-query';

export const decisionsQueries: readonly ApiQuery[] = [];
