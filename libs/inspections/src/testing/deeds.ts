import type { Actor, Decider } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { givenWhenThen, type Example } from '@daybook/ledger/testing';
import type { DeedInput } from '../act-on-finding';
import { acceptFinding, answerDispute, disputeFinding } from '../answer-finding/answer-finding.decider';
import { assureDischarge, declineDischarge } from '../assure-discharge/assure-discharge.decider';
import { claimDischarge } from '../claim-discharge/claim-discharge.decider';
import type { Deed } from '../acting-on';
import type { InspectionsBook } from '../book';
import {
  carryForwardFinding,
  closeFinding,
  reopenFinding,
  supersedeFinding,
  withdrawFinding,
} from '../end-finding/end-finding.decider';
import type { InspectionsEvent } from '../inspections.events';
import { AFI, LATER_STILL, because, force, inspector, office } from './facts';

const DECIDERS = {
  'accept-finding': acceptFinding,
  'dispute-finding': disputeFinding,
  'answer-dispute': answerDispute,
  'claim-discharge': claimDischarge,
  'assure-discharge': assureDischarge,
  'decline-discharge': declineDischarge,
  'close-finding': closeFinding,
  'reopen-finding': reopenFinding,
  'carry-forward-finding': carryForwardFinding,
  'supersede-finding': supersedeFinding,
  'withdraw-finding': withdrawFinding,
} satisfies Record<Deed, object>;

/** Whose part each deed is, in the made-up book. */
export function partyOf(deed: Deed): Actor {
  if (['accept-finding', 'dispute-finding', 'claim-discharge'].includes(deed)) return force;
  return deed === 'assure-discharge' || deed === 'decline-discharge' ? office : inspector;
}

/** Examples of one deed. */
export function examplesOf(deed: Deed): Example<DeedInput, InspectionsBook, InspectionsEvent, GivenPaper> {
  return givenWhenThen(
    DECIDERS[deed] as unknown as Decider<DeedInput, InspectionsBook, InspectionsEvent, GivenPaper>,
  );
}

/** What a deed of the force's area for improvement says that is a party's own, unless it says otherwise. */
export function asked(parts: Partial<DeedInput> & Record<string, unknown> = {}): DeedInput {
  const own = { reason: because, evidence: because };
  return { area: 'kent', finding: AFI, effectiveOn: LATER_STILL, ...own, ...parts };
}
