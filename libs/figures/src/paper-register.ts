import type { PaperOnRecord } from './book';

/** The register of papers as this slice needs it; whoever puts the slices together says who answers. */
export abstract class PaperRegister {
  abstract find(id: string): Promise<PaperOnRecord | undefined>;
}
