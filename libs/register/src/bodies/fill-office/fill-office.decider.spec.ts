import { givenWhenThen, sealedText } from '@daybook/ledger/testing';
import {
  AFTER,
  BEFORE,
  CHIEF,
  FINANCE,
  MAYOR,
  ON,
  TODAY,
  filled,
  finance,
  financeContent,
  mayor,
  office,
  registered,
  type OnRegister,
} from '../../testing/facts';
import { fillOffice, type FillOfficeInput } from './fill-office.decider';

const offices: OnRegister<FillOfficeInput> = givenWhenThen(fillOffice);
const here = { today: TODAY, by: office, given: {} };
const asked: FillOfficeInput = { area: 'kent', effectiveOn: BEFORE, office: CHIEF };

describe('fill-office', () => {
  it('10. says since when an office is held; a further one changes who holds it', () => {
    offices.when(asked, here).then([filled(CHIEF)]);
    offices
      .given([filled(CHIEF)])
      .when({ ...asked, effectiveOn: ON }, here)
      .then([filled(CHIEF, {}, { effectiveOn: ON })]);
    offices
      .given([finance])
      .when({ ...asked, office: FINANCE }, here)
      .then([filled(FINANCE)]);
  });

  it('10. is of an office that is known by then', () => {
    const at = { fields: [{ field: '/office' }] };
    offices.when({ ...asked, office: FINANCE }, here).thenRefused('register.unknown-body', at);
    offices
      .given([registered(FINANCE, financeContent, { effectiveOn: ON })])
      .when({ ...asked, office: FINANCE }, here)
      .thenRefused('register.unknown-body', at);
    for (const other of ['kent-police', MAYOR])
      offices
        .given([mayor])
        .when({ ...asked, office: other }, here)
        .thenRefused('register.not-an-office', at);
  });

  it('11. names the holder in a sealed text or not at all, and may be for the time being', () => {
    const holder = sealedText('A name');
    offices.when({ ...asked, holder, acting: true }, here).then([filled(CHIEF, { holder, acting: true })]);
  });

  it('15. is restricted where the office is', () => {
    const access = 'restricted';
    offices
      .given([registered(FINANCE, financeContent, { access })])
      .when({ ...asked, office: FINANCE, effectiveOn: AFTER }, here)
      .then([filled(FINANCE, {}, { access, effectiveOn: AFTER })]);
  });
});
