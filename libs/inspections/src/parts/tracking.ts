import type { Part } from '@daybook/identity';
import { FindingCountsHandler } from '../see-findings/finding-counts.query';
import { FindingsAboutHandler } from '../see-findings/findings-about.query';
import { FindingHandler } from '../see-findings/finding.query';
import { FindingsHandler } from '../see-findings/findings.query';

/** The tracker, and one finding's page. */
export const tracking: Part = {
  commands: [],
  handlers: [FindingsHandler, FindingHandler, FindingCountsHandler, FindingsAboutHandler],
};
