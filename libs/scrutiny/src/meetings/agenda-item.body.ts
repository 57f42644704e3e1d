import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ID, ID_MESSAGE, ITEM, ITEM_MESSAGE, NOT_BLANK } from '../body';

export class AgendaItemBody {
  /** Its number as it stands on the agenda, such as `3` or `B1`. */
  @Matches(ITEM, { message: ITEM_MESSAGE })
  item!: string;

  /** In own words. Of a private item it is restricted, like its papers. */
  @Matches(/\S/, { message: NOT_BLANK })
  @IsString()
  @Length(1, 300)
  title!: string;

  /** Whether what is said under it is restricted; false where absent. */
  @IsOptional()
  @IsBoolean()
  private?: boolean | null;

  /** Ids of papers that are on record. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(ID, { each: true, message: ID_MESSAGE })
  @Length(1, 100, { each: true })
  papers?: string[] | null;
}
