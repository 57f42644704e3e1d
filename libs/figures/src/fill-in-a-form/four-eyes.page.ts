import { mayQuery, type Person } from '@daybook/identity';
import type { FigureReadings } from '../readings.page';

/** Whether what a person sends about an area's figures waits for a second one of their body. */
export async function waitsForSecond(
  { drafts }: Pick<FigureReadings, 'drafts'>,
  person: Person,
  area: string,
): Promise<boolean> {
  return mayQuery(person, 'drafts') && (await drafts.list(person, area)).fourEyes;
}
