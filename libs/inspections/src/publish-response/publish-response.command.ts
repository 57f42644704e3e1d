import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON, ResponseBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { publishResponse } from './publish-response.decider';

export class PublishResponseBody extends ResponseBody {
  /** The reply to the chief officer's comments. Free text; sealed before it is recorded. */
  @IsOptional()
  @IsString()
  @MaxLength(MOST_REASON)
  reply?: string | null;

  /** Where it is published. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true },
    { message: 'Write the whole web address, such as https://www.example.org/response.pdf.' },
  )
  @MaxLength(1_000)
  url?: string | null;

  /** Other inspections that this response answers as well, by their ids. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(ID, { each: true, message: ID_MESSAGE })
  @Length(1, 100, { each: true })
  answersAlso?: string[] | null;
}

export class PublishResponse extends InspectionsCommand<PublishResponseBody> {}

export const publishResponseCommand = {
  name: 'publish-response',
  title: 'Publish the response to a report',
  body: PublishResponseBody,
  sealed: ['/reply'],
  make: (...of: ConstructorParameters<typeof PublishResponse>) => new PublishResponse(...of),
};

@CommandHandler(PublishResponse)
export class PublishResponseHandler implements ICommandHandler<PublishResponse> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: PublishResponse) {
    return this.book.execute(publishResponse, publishResponseCommand, command);
  }
}
