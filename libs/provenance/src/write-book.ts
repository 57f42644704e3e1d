import { Ledger, type Actor, type Decider, type Fact, type Holding, type Outcome } from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { BodyRegister } from './bodies';
import { PaperRegister, type GivenPaper } from './paper-register';

/** A command on its way to the book of its area: plain JSON that passed its class. */
export abstract class BookCommand<Body extends object> {
  constructor(
    readonly body: Body,
    readonly id: string,
    readonly by: Actor,
  ) {}
}

export type InArea = { readonly area: string; readonly paper?: string | null };
type Named = { readonly name: string; readonly sealed: readonly string[] };

/**
 * Reads the paper that a command names and the area's bodies, and runs the command's decider on the book of its area. A slice says
 * which stream that is, which of its texts need not be given, and what is kept as a draft instead.
 */
@Injectable()
export abstract class BookWriter<State> {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PaperRegister,
    private readonly bodies: BodyRegister,
  ) {}

  protected abstract streamOf(area: string): string;

  /** Names of free texts: sent blank, they were not given, so they are not sealed. */
  protected abstract readonly texts: readonly string[];

  protected holding(_name: string, _by: Actor): Holding<State> | undefined {
    return undefined;
  }

  /** What deciders of this slice are given besides papers and bodies. */
  protected async alsoGiven(_body: InArea): Promise<Partial<GivenPaper>> {
    return {};
  }

  async execute<Input extends InArea, Event extends Fact>(
    decider: Decider<Input, State, Event, GivenPaper>,
    { name, sealed }: Named,
    command: BookCommand<object>,
    /** Ids of papers that it names beside the one it is read in. */
    cites: readonly string[] = [],
  ): Promise<Outcome> {
    const body = withoutBlank(command.body, this.texts) as Input;
    const paper = body.paper ? await this.papers.find(body.paper) : undefined;
    const others = await Promise.all(cites.map((id) => this.papers.find(id)));
    const bodies = await this.bodies.of(body.area);
    const cited = others.filter((one) => one !== undefined);
    const given = { paper, cited, bodies, ...(await this.alsoGiven(body)) };
    const request = { name, id: command.id, by: command.by, body, sealed };
    const holding = this.holding(name, command.by);
    return this.ledger.execute(decider, this.streamOf(body.area), request, given, holding);
  }
}

function withoutBlank(value: unknown, texts: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutBlank(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([key, text]) => !texts.includes(key) || !isBlank(text));
  return Object.fromEntries(given.map(([key, part]) => [key, withoutBlank(part, texts)]));
}

function isBlank(text: unknown): boolean {
  return typeof text === 'string' && text.trim() === '';
}
