import { Ledger, type Access, type Actor } from '@daybook/ledger';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, IsUrl, Length, Matches, MaxLength } from 'class-validator';
import { paperStream, recordPaper } from './record-paper.decider';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOT_BLANK = 'Write some words here.';
const ID_MESSAGE =
  'Use lower-case letters and digits with single hyphens, such as kent-performance-2022-09-14.';

export class RecordPaperBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** The area whose record it joins, such as `kent`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** The id of the body that issued it, such as `kent-police`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  issuedBy!: string;

  /** UK dates: on the paper, when it was published, when it was considered at a meeting. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  dated?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  published?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  considered?: string | null;

  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true },
    { message: 'Write the whole web address, such as https://www.example.org/report.pdf.' },
  )
  @MaxLength(1_000)
  url?: string | null;

  /** SHA-256 of the file, in hexadecimal. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'Write the SHA-256 as 64 lower-case hexadecimal digits.' })
  sha256?: string | null;

  /**
   * The UK date on which it came on record in the world, or its month where the day is not known; when
   * published, or dated, where absent.
   */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  effectiveOn?: string | null;

  @IsOptional()
  @IsIn(['public', 'restricted'])
  access?: Access | null;
}

export class RecordPaper {
  constructor(
    readonly body: RecordPaperBody,
    readonly id: string,
    readonly by: Actor,
  ) {}
}

export const recordPaperCommand = {
  name: 'record-paper',
  title: 'Record a paper that figures stand in',
  body: RecordPaperBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof RecordPaper>) => new RecordPaper(...of),
};

@CommandHandler(RecordPaper)
export class RecordPaperHandler implements ICommandHandler<RecordPaper> {
  constructor(private readonly ledger: Ledger) {}

  execute({ body, id, by }: RecordPaper) {
    const request = { name: recordPaperCommand.name, id, by, body, sealed: recordPaperCommand.sealed };
    return this.ledger.execute(recordPaper, paperStream(body.id), request, undefined);
  }
}
