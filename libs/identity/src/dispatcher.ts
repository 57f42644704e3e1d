import { isRefusal, Refusal, RefusalError, type Outcome } from '@daybook/ledger';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { CommandBus, QueryBus, type IQuery } from '@nestjs/cqrs';
import { isUUID } from 'class-validator';
import { checkBody } from './check-body';
import { COMMAND_DEFINITIONS, type CommandDefinition } from './command-definition';
import { actorOf, type Person } from './person';
import { mayCommand, mayCommandIn, mayQuery } from './policies';
import { BodyStandings, lastDaySaid, type Succession } from './standing';

const BAD_ID = 'A command needs an id of its own: a uuid, chosen by the sender and kept for a retry.';

/**
 * The one door to the buses: nothing is dispatched that no policy row allows.
 *
 * Commands are checked in this order, and the first step that fails answers: the name, the id, the role,
 * the body's shape, the area, and whether another body has taken the place of the person's. Only then does
 * the slice see the command.
 */
@Injectable()
export class Dispatcher {
  private readonly byName: ReadonlyMap<string, CommandDefinition>;

  constructor(
    private readonly commandBus: CommandBus,
    private readonly queryBus: QueryBus,
    @Inject(COMMAND_DEFINITIONS) definitions: readonly CommandDefinition[],
    /** Absent where there is no register of bodies: then nobody's place is taken. */
    @Optional() private readonly standings?: BodyStandings,
  ) {
    this.byName = new Map(definitions.map((definition) => [definition.name, definition]));
    if (this.byName.size < definitions.length) throw new Error('Two commands have the same name.');
  }

  /**
   * Gives a command for a person. `id` is a uuid in any case of letters; the same id and body again answers
   * with the first receipt. Resolves with a refusal where a rule said no, here or in the slice; rejects
   * only when something broke.
   */
  async command(person: Person, name: string, id: string, body: unknown): Promise<Outcome> {
    const definition = this.byName.get(name);
    if (!definition) return new Refusal('identity.unknown-command', 'There is no such command.');
    if (!isUUID(id)) return new Refusal('request.bad-id', BAD_ID);
    if (!mayCommand(person, name)) return notAllowed(person);

    const checked = await checkBody(definition.body, body);
    if (isRefusal(checked)) return checked;
    const notHere = await this.refusedIn(person, name, checked.body);
    if (notHere) return notHere;

    try {
      return await this.commandBus.execute(definition.make(checked.body, id.toLowerCase(), actorOf(person)));
    } catch (error) {
      if (error instanceof RefusalError) return error.refusal;
      throw error;
    }
  }

  /**
   * What would come of a command, for who may give it; the same steps, but for the id. Nothing is written.
   * Resolves with a refusal where a rule said no; what the command itself would be refused for stands in the
   * answer.
   */
  async check<T>(person: Person, name: string, body: unknown): Promise<T | Refusal> {
    const check = this.byName.get(name)?.check;
    if (!check) return new Refusal('identity.unknown-command', 'There is no such check.');
    if (!mayCommand(person, name)) return notAllowed(person);
    const checked = await checkBody(check.body, body);
    if (isRefusal(checked)) return checked;
    const notHere = await this.refusedIn(person, name, checked.body);
    if (notHere) return notHere;
    return this.queryBus.execute<IQuery, T>(check.make(checked.body, actorOf(person)));
  }

  /** Why a person may not give a command where it belongs, or not of its day any more. */
  private async refusedIn(person: Person, name: string, body: object): Promise<Refusal | undefined> {
    const { area } = body as { readonly area?: unknown };
    if (typeof area !== 'string' || !mayCommandIn(person, name, area)) return otherArea(person);
    const by = await this.standings?.succession(area, person.body);
    const day = lastDaySaid(body);
    return by && (day === undefined || day >= by.on) ? succeeded(person, by) : undefined;
  }

  /** Asks a query for a person. Rejects with a RefusalError where the person may not ask it. */
  async query<T>(person: Person, name: string, query: IQuery): Promise<T> {
    if (!mayQuery(person, name)) throw new RefusalError(notAllowed(person));
    return this.queryBus.execute<IQuery, T>(query);
  }
}

function notAllowed(person: Person): Refusal {
  const message =
    person.role === 'public' ? 'Sign in to do this.' : `This is not for the role "${person.role}".`;
  return new Refusal('identity.not-allowed', message);
}

function succeeded({ body }: Person, { body: successor, on }: Succession): Refusal {
  const message =
    `${successor} took the place of ${body} on ${on}, and acts from that day on. ` +
    `For ${body} only what it did before can be recorded: give an earlier date.`;
  return new Refusal('identity.body-succeeded', message);
}

function otherArea(person: Person): Refusal {
  const own = person.areas === '*' || person.areas.length === 0 ? 'your own' : person.areas.join(', ');
  return new Refusal('identity.other-area', `You may do this only in an area of your own body: ${own}.`);
}
