import { checkEach, type SentItem } from '@daybook/identity';
import { Ledger, type Actor } from '@daybook/ledger';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, Length, Matches } from 'class-validator';
import { HeadingBody, ID, ID_MESSAGE } from '../body';
import { figuresBook, figuresStream } from '../book';
import { BodyRegister, PaperRegister } from '@daybook/provenance';
import { MOST_LINES, ReturnLineBody } from '../submit-return/return-line.body';
import { checkReturn, type CheckedReturn, type SentLine } from './check-lines';

/** A return to look at. Its lines are each checked by themselves, so that one bad line hides no other. */
export class CheckReturnBody extends HeadingBody {
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  paper!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  lines!: unknown[];

  /** As `submit-return` takes it; nothing depends on it here. */
  @IsOptional()
  file?: unknown;
}

/** What would come of each line of a return, were it submitted now; the answer is a `CheckedReturn`. */
export class CheckReturn {
  constructor(
    readonly body: CheckReturnBody,
    readonly by: Actor,
  ) {}
}

@QueryHandler(CheckReturn)
export class CheckReturnHandler implements IQueryHandler<CheckReturn> {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PaperRegister,
    private readonly bodies: BodyRegister,
  ) {}

  async execute({ body, by }: CheckReturn): Promise<CheckedReturn> {
    const { file: _file, ...heading } = body;
    const paper = await this.papers.find(body.paper);
    const bodies = await this.bodies.of(body.area);
    const lines = (await checkEach(ReturnLineBody, body.lines, '/lines')).map(sentLine);
    return this.ledger.preview(
      figuresBook,
      figuresStream(body.area),
      { by, given: { paper, bodies } },
      (book, context) => checkReturn({ ...heading, lines }, book, context),
    );
  }
}

/** A line with what its class says against it; of a bad one only the texts are looked at. */
function sentLine({ texts, badly }: SentItem<ReturnLineBody>): SentLine {
  const line = { measure: '', period: '', ...texts };
  return { line: { ...line, reason: line.reason?.trim() ? line.reason : null }, badly };
}
