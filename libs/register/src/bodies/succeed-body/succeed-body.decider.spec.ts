import { givenWhenThen, sealedText } from '@daybook/ledger/testing';
import {
  AFTER,
  BOARD,
  MAYOR,
  ON,
  PCC,
  TODAY,
  board,
  mayor,
  mayorContent,
  mayorsOffice,
  office,
  registered,
  succeeded,
  type OnRegister,
} from '../../testing/facts';
import { succeedBody, type SucceedBodyInput } from './succeed-body.decider';

const bodies: OnRegister<SucceedBodyInput> = givenWhenThen(succeedBody);
const here = { today: TODAY, by: office, given: {} };
const asked: SucceedBodyInput = { area: 'kent', effectiveOn: ON, body: PCC, successor: MAYOR };

describe('succeed-body', () => {
  it('13. puts a registered body in the place of a known one of its kind', () => {
    const known = bodies.given([mayor]);
    known.when(asked, here).then([succeeded(PCC, MAYOR)]);
    const reason = sealedText('By the act');
    known.when({ ...asked, reason }, here).then([succeeded(PCC, MAYOR, { effectiveOn: ON }, reason)]);
    known
      .when({ ...asked, body: 'kent-authority', successor: 'kent-governor' }, here)
      .thenRefused('register.unknown-body', {
        fields: [
          { field: '/body', code: 'register.unknown-body' },
          { field: '/successor', code: 'register.unknown-body' },
        ],
      });
    known.when({ ...asked, body: MAYOR, successor: PCC }, here).thenRefused('register.unknown-body');
    known.when({ ...asked, body: 'kent-police' }, here).thenRefused('register.other-kind');
    bodies
      .given([registered(MAYOR, mayorContent, { effectiveOn: AFTER })])
      .when(asked, here)
      .thenRefused('register.unknown-body', { fields: [{ field: '/successor' }] });
  });

  it('14. happens once to a body, and never leads back to where it began', () => {
    const other = registered('kent-governor', { ...mayorContent, title: 'Governor' });
    const after = bodies.given([mayor, other, registered(PCC, mayorContent), succeeded(PCC, MAYOR)]);
    const by = { ...here, by: mayorsOffice };
    after
      .when({ ...asked, successor: 'kent-governor', effectiveOn: AFTER }, by)
      .thenRefused('register.already-succeeded', { fields: [{ field: '/body' }] });
    const back = { ...asked, body: MAYOR, effectiveOn: AFTER };
    after.when({ ...back, successor: PCC }, by).thenRefused('register.circular-succession');
    after.when({ ...back, successor: MAYOR }, by).thenRefused('register.circular-succession');
    const on = { ...back, successor: 'kent-governor' };
    after.when(on, by).then([succeeded(MAYOR, 'kent-governor', { effectiveOn: AFTER })]);
  });

  it('15. is restricted where one of the two is', () => {
    const access = 'restricted';
    bodies
      .given([registered(MAYOR, mayorContent, { access })])
      .when(asked, here)
      .then([succeeded(PCC, MAYOR, { effectiveOn: ON, access })]);
    bodies
      .given([board])
      .when({ ...asked, successor: BOARD }, here)
      .thenRefused('register.other-kind');
  });
});
