import type { ApiQuery } from './api-query';

/** What inspections said: themselves, their grades, and grades over the cycles. */
export const inspectionsQueries: readonly ApiQuery[] = [];
