import type { SealedText } from '@daybook/ledger';
import { actOnFinding, textIn, type DeedInput } from '../act-on-finding';

export interface EndFindingInput extends DeedInput {
  readonly reason?: SealedText | null;
}

export interface CarryForwardInput extends EndFindingInput {
  /** The later finding that it goes on in; absent where none was named. */
  readonly into?: string | null;
}

export interface SupersedeInput extends EndFindingInput {
  /** The later finding that takes its place; absent where none was named. */
  readonly supersededBy?: string | null;
}

/** The inspectorate ends a finding, whatever is missing: what is missing is shown. */
export const closeFinding = actOnFinding<'close-finding', EndFindingInput>({
  deed: 'close-finding',
  party: 'inspectorate',
  ownPaper: true,
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

export const reopenFinding = actOnFinding<'reopen-finding', EndFindingInput>({
  deed: 'reopen-finding',
  party: 'inspectorate',
  ownPaper: true,
  needs: { field: 'reason', code: 'inspections.reason-missing', message: 'Say why it is opened again.' },
  says: ({ reason }) => ({ reason: textIn(reason) }),
});

export const carryForwardFinding = actOnFinding<'carry-forward-finding', CarryForwardInput>({
  deed: 'carry-forward-finding',
  party: 'inspectorate',
  concernsAll: true,
  says: ({ into, reason }) => ({ into: into || null, reason: textIn(reason) }),
  namesFinding: ({ into }) => (into ? { field: 'into', id: into } : undefined),
});

export const supersedeFinding = actOnFinding<'supersede-finding', SupersedeInput>({
  deed: 'supersede-finding',
  party: 'inspectorate',
  concernsAll: true,
  says: ({ supersededBy, reason }) => ({ supersededBy: supersededBy || null, reason: textIn(reason) }),
  namesFinding: ({ supersededBy: id }) => (id ? { field: 'supersededBy', id } : undefined),
});

/** The inspectorate takes it back: it should not have been made. */
export const withdrawFinding = actOnFinding<'withdraw-finding', EndFindingInput>({
  deed: 'withdraw-finding',
  party: 'inspectorate',
  concernsAll: true,
  needs: { field: 'reason', code: 'inspections.reason-missing', message: 'Say why it is withdrawn.' },
  says: ({ reason }) => ({ reason: textIn(reason) }),
});
