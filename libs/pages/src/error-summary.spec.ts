import { Refusal } from '@daybook/ledger';
import { errorSummary } from './error-summary';

const anchors = (id: string): string | undefined => (id.startsWith('lines-0') ? id : undefined);

it('links each problem to its field, and gives each code once', () => {
  const refusal = new Refusal('figures.bad-lines', 'Nothing was recorded.', false, [
    { field: '/lines/0/value', code: 'figures.bad-value', message: 'Not a value.' },
    { field: '/lines/0/value', code: 'figures.bad-value', message: 'Still not a value.' },
    { field: '/elsewhere', code: 'figures.other', message: 'Something else.' },
  ]);
  expect(errorSummary(refusal, anchors)).toEqual({
    lines: [
      { text: 'Not a value.', href: '#lines-0-value' },
      { text: 'Still not a value.', href: '#lines-0-value' },
      { text: 'Something else.' },
    ],
    codes: ['figures.bad-value', 'figures.other'],
    at: { 'lines-0-value': 'Not a value.' },
  });
});

it('shows a refusal without fields as its own sentence', () => {
  const { lines, codes } = errorSummary(new Refusal('ledger.busy', 'Send it again.', true), () => undefined);
  expect([lines, codes]).toEqual([[{ text: 'Send it again.' }], ['ledger.busy']]);
});
