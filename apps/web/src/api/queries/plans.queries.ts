import type { ApiQuery } from './api-query';

export const plansQueries: readonly ApiQuery[] = [];
