import { randomUUID } from 'node:crypto';
import type { Person } from '@daybook/identity';
import { isHeld, isReceipt, isRefusal, type Outcome, type Receipt, type Refusal } from '@daybook/ledger';
import type { Answer, PagePosition, Show } from '../page';

/** Where a form sends its command, and how it waits until the pages show what was recorded. */
export interface FormDoor {
  readonly dispatcher: {
    command(person: Person, name: string, id: string, body: unknown): Promise<Outcome>;
  };
  waitForViews(size: number): Promise<unknown>;
}

/** A command as a form gives it; `id` was made when the form was first shown: sent twice, it is recorded once. */
export interface CommandGiven {
  readonly name: string;
  readonly id: string;
  readonly body: unknown;
}

/** What a form shows for each way in which its command can come out. */
export interface Outcomes {
  /** Recorded: the address at which the person sees it. */
  recorded(receipt: Receipt): string;
  /** Recorded, though this server has not read it back yet: there is no page of it to go to. */
  acknowledged(): Show;
  /** Held until a second person approves it: the address of the draft. Absent where the command never is. */
  held?(draft: string): string;
  /** Refused: the form again, with the id under which it sends its command from now on. */
  refused(refusal: Refusal, commandId: string): Show | Promise<Show>;
}

/** Gives a form's command, and answers as it came out: the one place where forms deal with outcomes. */
export async function afterCommand(
  door: FormDoor,
  person: Person,
  { name, id, body }: CommandGiven,
  outcomes: Outcomes,
): Promise<Answer> {
  const outcome = await door.dispatcher.command(person, name, id, body);
  if (isRefusal(outcome)) {
    // Used up by what was recorded under it: what stands in the form now is another command.
    const fresh = outcome.code === 'ledger.command-reused' ? randomUUID() : id;
    return outcomes.refused(outcome, fresh);
  }
  if (isHeld(outcome)) {
    if (!outcomes.held) throw new Error(`${name} was held, and its form knows no draft.`);
    return { goTo: outcomes.held(outcome.draft) };
  }
  if (!isReceipt(outcome)) return outcomes.acknowledged();
  await door.waitForViews(outcome.ledgerSize);
  return { goTo: outcomes.recorded(outcome) };
}

/** What a page that recorded something says where it cannot show the place in the ledger yet. */
export function acknowledgedShow(
  title: readonly string[],
  position: PagePosition,
  data: { readonly heading: string; readonly where: string; readonly whereWords: string },
): Show {
  return { status: 202, template: 'libs/pages/src/forms/acknowledged.njk', title, position, data };
}

/** What a form says in the past, where nothing can be recorded. */
export function pastShow(
  title: readonly string[],
  position: PagePosition,
  data: { readonly heading: string; readonly toDo: string },
): Show {
  return { template: 'libs/pages/src/forms/past.njk', title, position, data };
}
