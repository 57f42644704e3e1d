import type { Access } from '@daybook/ledger';

/** What a slice is given of a paper on record. */
export interface PaperOnRecord {
  readonly id: string;
  /** The area whose record it joined. */
  readonly area: string;
  readonly issuedBy: string;
  readonly access: Access;
}

/** The paper that a command names, as it stands at the tip of the paper's own stream; absent where none is. */
export interface GivenPaper {
  readonly paper?: PaperOnRecord;
  /** Other papers that it names, as far as they are on record. */
  readonly cited?: readonly PaperOnRecord[];
}

/** The register of papers as slices need it; whoever puts the slices together says who answers. */
export abstract class PaperRegister {
  abstract find(id: string): Promise<PaperOnRecord | undefined>;
}
