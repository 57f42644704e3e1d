import type { ApiQuery } from './api-query';

export const questionsQueries: readonly ApiQuery[] = [];
