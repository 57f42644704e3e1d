import type { FreeText } from '@daybook/ledger';
import { IsString, Length, Matches } from 'class-validator';

/** The file that a command's lines were read from; sealed, since a name may tell of people. */
export class FileBody {
  @IsString()
  @Length(1, 255)
  name!: string;

  /** SHA-256 of the file's bytes, in lower-case hex. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the SHA-256 as 64 hexadecimal digits in lower case.' })
  sha256!: string;
}

/** The same as it is recorded. */
export type FileSent = { readonly name: FreeText; readonly sha256: FreeText };
