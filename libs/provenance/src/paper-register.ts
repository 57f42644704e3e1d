import type { Access } from '@daybook/ledger';
import type { Bodies } from './bodies';
import type { FigureOnRecord } from './figure-register';

/** What a slice is given of a paper on record. */
export interface PaperOnRecord {
  readonly id: string;
  /** The area whose record it joined. */
  readonly area: string;
  readonly issuedBy: string;
  readonly access: Access;
}

/** What a decider is given besides its own stream: what others have on record, at the tip of theirs. */
export interface GivenPaper {
  /** The paper that the command names; absent where none is on record. */
  readonly paper?: PaperOnRecord;
  /** Other papers that it names, as far as they are on record. */
  readonly cited?: readonly PaperOnRecord[];
  /** The bodies and offices of the area; absent: none is registered. */
  readonly bodies?: Bodies;
  /** The figures that it cites, in that order; undefined for one that is not on record. */
  readonly figures?: readonly (FigureOnRecord | undefined)[];
}

/** The register of papers as slices need it; whoever puts the slices together says who answers. */
export abstract class PaperRegister {
  abstract find(id: string): Promise<PaperOnRecord | undefined>;
}
