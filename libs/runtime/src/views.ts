import { figuresViews } from '@daybook/figures';
import { inspectionsViews } from '@daybook/inspections';
import type { Projected } from '@daybook/read-model';
import { registerViews } from '@daybook/register';
import { scrutinyViews } from '@daybook/scrutiny';
import { recordsIndex } from './records-index';

/**
 * Every view of every slice, and the index of the records. Their row types differ; the projector needs none
 * of them.
 */
export const allViews = [
  ...figuresViews,
  ...inspectionsViews,
  ...registerViews,
  ...scrutinyViews,
  recordsIndex,
] as unknown as readonly Projected[];
