import type { ApiQuery } from './queries/api-query';
import { changesQueries } from './queries/changes.queries';
import { draftsQueries } from './queries/drafts.queries';
import { figuresQueries } from './queries/figures.queries';
import { findingsQueries } from './queries/findings.queries';
import { inspectionsQueries } from './queries/inspections.queries';
import { responsesQueries } from './queries/responses.queries';
import { bodiesQueries } from './queries/bodies.queries';
import { plansQueries } from './queries/plans.queries';
import { meetingsQueries } from './queries/meetings.queries';
import { questionsQueries } from './queries/questions.queries';
import { commitmentsQueries } from './queries/commitments.queries';
import { decisionsQueries } from './queries/decisions.queries';
import { overviewQueries } from './queries/overview.queries';
import { talliesQueries } from './queries/tallies.queries';
import { ledgerQueries } from './queries/ledger.queries';
import { returnsQueries } from './queries/returns.queries';
import { registerQueries } from './queries/register.queries';

export { parametersOf, type Answer, type ApiAsking, type ApiQuery, type Sheet } from './queries/api-query';

/**
 * Every query of the API: what routes answer and what the API's description says are made from this table.
 */
export const apiQueries: readonly ApiQuery[] = [
  ...figuresQueries,
  ...draftsQueries,
  ...changesQueries,
  ...registerQueries,
  ...returnsQueries,
  ...inspectionsQueries,
  ...findingsQueries,
  ...responsesQueries,
  ...talliesQueries,
  ...bodiesQueries,
  ...plansQueries,
  ...meetingsQueries,
  ...questionsQueries,
  ...commitmentsQueries,
  ...decisionsQueries,
  ...overviewQueries,
  ...ledgerQueries,
];
