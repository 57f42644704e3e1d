import type { ApiQuery } from './api-query';

export const commitmentsQueries: readonly ApiQuery[] = [];
