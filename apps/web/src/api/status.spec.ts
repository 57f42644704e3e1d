import { openStatus } from './status';

it('tells everybody how far the views are, and nothing about what records are like', () => {
  const records = {
    'figures.secret-type': { inLedger: 2, consumed: 1 },
    other: { inLedger: 3, consumed: 3 },
  };
  const view = { view: 'figures', version: 1, position: 5, lag: 2, records };
  const status = openStatus({
    store: 'embedded',
    size: 7,
    today: '2024-06-03',
    current: false,
    views: [view, { ...view, stopped: { index: 5, reason: 'cannot fold "secret words"' } }],
  });
  expect(status.views).toEqual([
    { view: 'figures', version: 1, position: 5, lag: 2, records: { inLedger: 5, consumed: 4 } },
    {
      view: 'figures',
      version: 1,
      position: 5,
      lag: 2,
      records: { inLedger: 5, consumed: 4 },
      stopped: { index: 5 },
    },
  ]);
  expect(JSON.stringify(status)).not.toContain('secret');
});
