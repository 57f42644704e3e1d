import { statusOf } from './refusal-status';

it.each<[status: number, codes: readonly string[]]>([
  [
    400,
    [
      'request.bad-cursor',
      'request.bad-id',
      'request.bad-index',
      'request.bad-limit',
      'request.bad-parameters',
    ],
  ],
  [403, ['identity.not-allowed', 'identity.other-area', 'figures.not-yours', 'figures.not-your-paper']],
  [
    404,
    ['area.not-on-record', 'figures.not-on-record', 'ledger.not-on-record', 'register.paper-not-on-record'],
  ],
  [
    409,
    [
      'figures.already-defined',
      'figures.already-marked',
      'figures.measure-differs',
      'figures.not-standing',
      'figures.not-unexplained',
      'figures.nothing-changes',
      'figures.value-differs',
      'figures.withdrawn',
      'ledger.command-reused',
      'register.paper-exists',
    ],
  ],
  [422, ['request.bad-text', 'request.invalid', 'figures.bad-value', 'position.future-date', 'constructor']],
  [
    503,
    [
      'ledger.busy',
      'ledger.outcome-unknown',
      'ledger.store-stopped',
      'ledger.store-unavailable',
      'runtime.ledger-behind',
      'runtime.view-stopped',
      'runtime.views-behind',
    ],
  ],
])('%i: %j', (status, codes) => {
  expect(codes.map((code) => [code, statusOf({ code }, false)])).toEqual(codes.map((code) => [code, status]));
});

it('who shows no token is told to before being told no', () => {
  expect(statusOf({ code: 'identity.not-allowed' }, true)).toBe(401);
  expect(statusOf({ code: 'identity.other-area' }, true)).toBe(403);
});
