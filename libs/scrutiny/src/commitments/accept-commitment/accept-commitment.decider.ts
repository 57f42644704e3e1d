import { actOnCommitment, type DeedInput } from '../act-on-commitment';

/** The owner takes it on. */
export const acceptCommitment = actOnCommitment<'accept-commitment', DeedInput>({
  deed: 'accept-commitment',
  party: 'owner',
  does: 'take it on',
  says: () => ({}),
});
