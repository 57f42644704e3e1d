import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, InspectionBody, NOT_BLANK } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { giveGrade } from './give-grade.decider';

export class GiveGradeBody extends InspectionBody {
  /** The area of assessment, the same in every inspection that asks it, such as `investigating-crime`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  question!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  questionTitle!: string;

  /** One of the scale's grades; absent or null: it was explicitly not graded. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  grade?: string | null;

  /** The id of the recorded paper that published the grade first, where that is not this report. */
  @IsOptional()
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  firstPublishedIn?: string | null;

  /** What the inspectorate said of comparing this grade with earlier ones, in own words. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  comparability?: string | null;

  /** Whether it said that it can be compared; absent where it did not say. */
  @IsOptional()
  @IsBoolean()
  comparable?: boolean | null;
}

export class GiveGrade extends InspectionsCommand<GiveGradeBody> {}

export const giveGradeCommand = {
  name: 'give-grade',
  title: 'Give the grade of one area of assessment, or say that it was not graded',
  body: GiveGradeBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof GiveGrade>) => new GiveGrade(...of),
};

@CommandHandler(GiveGrade)
export class GiveGradeHandler implements ICommandHandler<GiveGrade> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: GiveGrade) {
    const { firstPublishedIn } = command.body;
    return this.book.execute(
      giveGrade,
      giveGradeCommand,
      command,
      firstPublishedIn ? [firstPublishedIn] : [],
    );
  }
}
