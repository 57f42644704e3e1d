import type { PositionRequest } from '@daybook/runtime';
import type { Door } from '../door/door';
import { openDoor } from '../door/open-door';
import type { Who } from '../door/who';
import { questions, type WhichFigure } from './questions';
import { show } from './show';

/** What every question says besides: where the ledger is, who asks, and how the answer is written. */
export interface Asking extends Who {
  readonly data: string;
  readonly json?: boolean;
  readonly colour: boolean;
}

export type At = Pick<PositionRequest, 'asOf' | 'basis' | 'basisAt'>;
export type InArea = { readonly area: string };
export type Which = WhichFigure;

/**
 * Each question asks one thing of the ledger and writes the answer to stdout: for people, or the same as
 * JSON.
 */
export const askFigure = (asked: Asking & At & Which): Promise<void> =>
  ask(asked, (door) => door.one(questions.figure(at(asked), which(asked))), show.figure);

export const askHistory = (asked: Asking & At & Which): Promise<void> =>
  ask(asked, (door) => door.many(questions.history(at(asked), which(asked))), show.history);

export const askMeasures = (asked: Asking & At & Partial<InArea>): Promise<void> =>
  ask(asked, (door) => door.many(questions.measures(at(asked), { area: asked.area })), show.measures);

export const askPapers = (asked: Asking & At & Partial<InArea>): Promise<void> =>
  ask(asked, (door) => door.many(questions.papers(at(asked), { area: asked.area })), show.papers);

export const askStatus = (asked: Asking): Promise<void> => ask(asked, (door) => door.status(), show.status);

/** Where in time a question stands, of all that its command line says. */
export function at({ asOf, basis, basisAt }: At): At {
  return { asOf, basis, basisAt };
}

function which({ area, measure, period, breakdown }: Which): Which {
  return { area, measure, period, breakdown };
}

/** Opens the ledger, asks, and prints: words for people, or the answer as JSON. */
export async function ask<Answer>(
  { data, json, colour, ...who }: Asking,
  question: (door: Door) => Promise<Answer>,
  words: (answer: Answer, colour: boolean) => string,
): Promise<void> {
  const { role, body, token } = who;
  const door = await openDoor(data, { role, body, token }, 'read');
  try {
    const answer = await question(door);
    process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : words(answer, colour));
  } finally {
    await door.close();
  }
}
