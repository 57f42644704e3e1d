import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, NOT_BLANK, SourcedBody } from '../body';
import { InspectionsCommand, WriteInspections } from '../write-book';
import { defineScale } from './define-scale.decider';

export class DefineScaleBody extends SourcedBody {
  /** The scale's id with its version, such as `peel-2014`. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 100)
  id!: string;

  /** In own words. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** Its grades in words, the best first. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  @Matches(/\S/, { each: true, message: NOT_BLANK })
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  grades!: string[];
}

export class DefineScale extends InspectionsCommand<DefineScaleBody> {}

export const defineScaleCommand = {
  name: 'define-scale',
  title: 'Define the grades that an inspectorate gives',
  body: DefineScaleBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof DefineScale>) => new DefineScale(...of),
};

@CommandHandler(DefineScale)
export class DefineScaleHandler implements ICommandHandler<DefineScale> {
  constructor(private readonly book: WriteInspections) {}

  execute(command: DefineScale) {
    return this.book.execute(defineScale, defineScaleCommand, command);
  }
}
