import { recorded } from '@daybook/ledger/testing';
import { addTo } from './entries';
import { reported } from './testing/facts';
import { NOTHING, judge } from './vintages';

describe('a value that a confirmation gives more precisely', () => {
  const facts = [
    reported({ value: '0.8', effectiveOn: '2022-09-14' }),
    reported({ value: '0.76', effectiveOn: '2022-10-31' }),
    reported({ value: '0.8', effectiveOn: '2022-11-30' }),
  ];

  it('stands in place of the shorter one, and names the report that it is from', () => {
    const record = facts.reduce(
      (known, fact, index) => addTo(known, recorded(fact, { index }), index),
      NOTHING,
    );
    const { vintages, standing } = judge(record);
    expect(standing).toMatchObject({ id: vintages[0]?.id, value: '0.76', finer: vintages[1]?.id });
  });
});
