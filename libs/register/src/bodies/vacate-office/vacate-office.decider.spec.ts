import { givenWhenThen } from '@daybook/ledger/testing';
import {
  AFTER,
  BEFORE,
  CHIEF,
  MAYOR,
  ON,
  TODAY,
  filled,
  mayor,
  office,
  vacated,
  type OnRegister,
} from '../../testing/facts';
import { vacateOffice, type VacateOfficeInput } from './vacate-office.decider';

const offices: OnRegister<VacateOfficeInput> = givenWhenThen(vacateOffice);
const here = { today: TODAY, by: office, given: {} };
const asked: VacateOfficeInput = { area: 'kent', effectiveOn: ON, office: CHIEF };

describe('vacate-office', () => {
  it('12. ends what somebody holds on that day', () => {
    const gone = vacated(CHIEF, { effectiveOn: ON });
    const held = offices.given([filled(CHIEF, {}, { effectiveOn: BEFORE })]);
    held.when(asked, here).then([gone]);
    offices.when(asked, here).thenRefused('register.not-held', { fields: [{ field: '/office' }] });
    held
      .given([gone])
      .when({ ...asked, effectiveOn: AFTER }, here)
      .thenRefused('register.not-held');
    offices
      .given([filled(CHIEF, {}, { effectiveOn: AFTER })])
      .when(asked, here)
      .thenRefused('register.not-held');
    offices
      .given([mayor])
      .when({ ...asked, office: MAYOR }, here)
      .thenRefused('register.not-an-office');
  });

  it('15. is restricted where the filling of the office is', () => {
    const access = 'restricted';
    offices
      .given([filled(CHIEF, {}, { access })])
      .when(asked, here)
      .then([vacated(CHIEF, { access, effectiveOn: ON })]);
  });
});
