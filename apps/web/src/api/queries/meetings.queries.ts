import type { ApiQuery } from './api-query';

export const meetingsQueries: readonly ApiQuery[] = [];
