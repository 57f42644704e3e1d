import { Ledger, unseal, type FreeText } from '@daybook/ledger';
import type { FileSent } from '@daybook/provenance';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** The file that a return came in, for who may read the return; null where its key was destroyed. */
export interface ReturnFile {
  readonly name: string | null;
  readonly sha256: string | null;
}

/** Opens what a return's event says of its file; the answer is a `ReturnFile`. */
export class ReturnFileQuery {
  constructor(readonly file: FileSent) {}
}

@QueryHandler(ReturnFileQuery)
export class ReturnFileHandler implements IQueryHandler<ReturnFileQuery> {
  constructor(private readonly ledger: Ledger) {}

  async execute({ file: { name, sha256 } }: ReturnFileQuery): Promise<ReturnFile> {
    const keys = await this.ledger.keys.find([name, sha256].flatMap((text) => text?.key ?? []));
    const open = (text: FreeText): string | null => {
      const key = text ? keys.get(text.key) : undefined;
      return text && key && key !== 'erased' ? unseal(text, key) : null;
    };
    return { name: open(name), sha256: open(sha256) };
  }
}
