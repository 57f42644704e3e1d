import { Ledger, type Actor, type Decider, type Outcome } from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { figuresStream, type FiguresBook } from './book';
import type { FiguresEvent } from './figures.events';
import { waitsForASecond } from './four-eyes';
import { PaperRegister } from './paper-register';
import type { GivenPaper } from './setting';

/** A command about figures on its way to the book of its area: plain JSON that passed its class. */
export abstract class FiguresCommand<Body extends object> {
  constructor(
    readonly body: Body,
    readonly id: string,
    readonly by: Actor,
  ) {}
}

type InArea = { readonly area: string; readonly paper?: string | null };

/**
 * Reads the paper that a command names and runs the command's decider on the book of its area. Where the
 * writer's body has four eyes on, what would be recorded is kept as a draft instead.
 */
@Injectable()
export class WriteBook {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PaperRegister,
  ) {}

  async execute<Input extends InArea, Event extends FiguresEvent>(
    decider: Decider<Input, FiguresBook, Event, GivenPaper>,
    { name, sealed }: { readonly name: string; readonly sealed: readonly string[] },
    command: FiguresCommand<object>,
  ): Promise<Outcome> {
    const body = withoutBlankReasons(command.body) as Input;
    const paper = body.paper ? await this.papers.find(body.paper) : undefined;
    const request = { name, id: command.id, by: command.by, body, sealed };
    const holding = { applies: (book: FiguresBook) => waitsForASecond(name, command.by, book) };
    return this.ledger.execute(decider, figuresStream(body.area), request, { paper }, holding);
  }
}

/**
 * A form or a file sends an empty text where nobody gave a reason: left out here, so that it is not sealed
 * as one.
 */
function withoutBlankReasons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlankReasons);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key, text]) => key !== 'reason' || !isBlank(text));
  return Object.fromEntries(given.map(([key, part]) => [key, withoutBlankReasons(part)]));
}

function isBlank(text: unknown): boolean {
  return typeof text === 'string' && text.trim() === '';
}
