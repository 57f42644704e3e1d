import type { Fact } from '@daybook/ledger';

export type PaperContent = {
  readonly paper: string;
  /** The area whose record it joins, such as `kent`. */
  readonly area: string;
  /** In own words: a paper's sentences do not enter the ledger. */
  readonly title: string;
  /** The id of the body that issued it. */
  readonly issuedBy: string;
  /** UK dates that the paper gives; null where it gives none. */
  readonly dated: string | null;
  readonly published: string | null;
  readonly considered: string | null;
  /** Web address, and SHA-256 of the file in hexadecimal, if known. */
  readonly url: string | null;
  readonly sha256: string | null;
};

export type PaperRecorded = Fact<'register.paper-recorded', PaperContent>;
