import { createRequire } from 'node:module';

const load = createRequire(__filename);

/**
 * What single commands need, loaded when one runs: the help waits neither for the framework nor for the
 * store.
 */
export const parts = {
  ask: () => load('./ask/ask') as typeof import('./ask/ask'),
  askChanges: () => load('./ask/changes') as typeof import('./ask/changes'),
  askReturns: () => load('./ask/returns') as typeof import('./ask/returns'),
  askFigureLists: () => load('./ask/figure-lists') as typeof import('./ask/figure-lists'),
  askFindings: () => load('./ask/findings') as typeof import('./ask/findings'),
  askCommitments: () => load('./ask/commitments') as typeof import('./ask/commitments'),
  askResponse: () => load('./ask/response') as typeof import('./ask/response'),
  askBodies: () => load('./ask/bodies') as typeof import('./ask/bodies'),
  askInspections: () => load('./ask/inspections') as typeof import('./ask/inspections'),
  askMeetings: () => load('./ask/meetings') as typeof import('./ask/meetings'),
  askQuestionsAsked: () => load('./ask/questions-asked') as typeof import('./ask/questions-asked'),
  askTallies: () => load('./ask/tallies') as typeof import('./ask/tallies'),
  askPlans: () => load('./ask/plans') as typeof import('./ask/plans'),
  askDecisions: () => load('./ask/decisions') as typeof import('./ask/decisions'),
  askOverview: () => load('./ask/overview') as typeof import('./ask/overview'),
  records: () => load('./ask/records') as typeof import('./ask/records'),
  drafts: () => load('./ask/drafts') as typeof import('./ask/drafts'),
  demo: () => load('./serve/demo') as typeof import('./serve/demo'),
  start: () => load('./serve/start') as typeof import('./serve/start'),
  giveCommand: () => load('./write/give-command') as typeof import('./write/give-command'),
  importFile: () => load('./write/import-file') as typeof import('./write/import-file'),
  importTracker: () => load('./write/import-tracker') as typeof import('./write/import-tracker'),
  mintToken: () => load('./write/mint-token') as typeof import('./write/mint-token'),
  copy: () => load('./write/copy') as typeof import('./write/copy'),
  rebuild: () => load('./write/rebuild') as typeof import('./write/rebuild'),
  completion: () => load('./program/completion-script') as typeof import('./program/completion-script'),
  failure: () => load('./failure') as typeof import('./failure'),
};
