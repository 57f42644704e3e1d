import type { Audience } from '@daybook/read-model';
import { ViewsOn } from '@daybook/read-model/testing';
import type { InspectionsEvent } from '../inspections.events';
import { inspectionsViews } from '../inspections.module';
import { INSPECTION, inspected } from '../testing/facts';
import {
  CONCERN,
  CONCERN_LAST_DAY,
  DAY_12,
  LAST_DAY,
  TOO_LATE,
  concerned,
  published,
  recommended,
} from '../testing/responses';
import { OpenResponsesHandler, OpenResponsesQuery, type OpenResponse } from './open-responses.query';

const told = [inspected(), recommended(), concerned()] as const;

async function open(
  facts: readonly InspectionsEvent[],
  asOf: string,
  audience: Audience = 'outside',
): Promise<readonly OpenResponse[]> {
  const views = await ViewsOn.facts(inspectionsViews, facts);
  const query = new OpenResponsesQuery('kent', { asOf, basis: views.size }, audience);
  const found = await new OpenResponsesHandler(views.rows).execute(query);
  views.close();
  return found;
}

it('71. the clocks of an area that run, and those that ran out without a response, in order of the last day', async () => {
  const concern = { concern: CONCERN, dueOn: CONCERN_LAST_DAY, status: 'none-recorded', daysPast: 14 };
  const report = { inspection: INSPECTION, concern: null, dueOn: LAST_DAY, status: 'running', day: 12 };
  expect(await open(told, DAY_12)).toMatchObject([concern, { ...report, daysPast: null }]);
  expect(await open(told, TOO_LATE)).toMatchObject([{}, { status: 'none-recorded', day: 57, daysPast: 1 }]);
  expect(await open([...told, published()], TOO_LATE)).toMatchObject([{ concern: CONCERN }]);
  const answered = [...told, published({ concern: CONCERN }, { effectiveOn: '2022-07-01' })];
  expect(await open(answered, '2022-07-01')).toMatchObject([{ concern: null }]);
});

it('71. none of what has no clock, was not published yet, or is restricted for the reader', async () => {
  expect(await open(told, '2022-02-01')).toEqual([]);
  expect(await open([inspected({ kind: 'internal-audit' })], DAY_12)).toEqual([]);
  const restricted = [inspected({}, { access: 'restricted' })];
  expect(await open(restricted, DAY_12)).toEqual([]);
  expect(await open(restricted, DAY_12, 'inside')).toHaveLength(1);
});
