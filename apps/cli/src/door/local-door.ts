import { Dispatcher, type Person } from '@daybook/identity';
import { RefusalError, isRefusal, type Done } from '@daybook/ledger';
import {
  DaybookModule,
  Readings,
  type Daybook,
  type EventFilter,
  type EventsAsked,
  type Many,
  type One,
} from '@daybook/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { BasisRequest, Door, ListAnswer, OneAnswer, Question } from './door';

/** Nobody is told of silence here. */
const SILENCE_MS = 3_600_000;

/** The ledger's own files, opened by this process, which owns them until it closes the door. */
export class LocalDoor implements Door {
  private readonly dispatcher: Dispatcher;
  private readonly readings: Readings;

  private constructor(
    private readonly daybook: Daybook,
    private readonly app: INestApplicationContext,
    private readonly person: Person,
  ) {
    this.dispatcher = app.get(Dispatcher);
    this.readings = app.get(Readings);
  }

  static async open(daybook: Daybook, person: Person): Promise<LocalDoor> {
    const options = { logger: false, abortOnError: false } as const;
    const app = await NestFactory.createApplicationContext(DaybookModule.of(daybook), options);
    return new LocalDoor(daybook, app, person);
  }

  async command(name: string, id: string, body: unknown): Promise<Done> {
    const outcome = await this.dispatcher.command(this.person, name, id, body);
    if (isRefusal(outcome)) throw new RefusalError(outcome);
    return outcome;
  }

  bare<T>({ here }: Question<T>): Promise<T> {
    return here(this.readings, this.person);
  }

  async check<T>(name: string, body: unknown): Promise<T> {
    const answer = await this.dispatcher.check<T>(this.person, name, body);
    if (isRefusal(answer)) throw new RefusalError(answer);
    return answer;
  }

  async one<T>({ here }: Question<One<T>>): Promise<OneAnswer<T>> {
    const { position, item } = await here(this.readings, this.person);
    return { asOf: position.asOf, basis: position.basis, item };
  }

  async many<T>({ here }: Question<Many<T>>): Promise<ListAnswer<T>> {
    const { position, from, items } = await here(this.readings, this.person);
    const earlier = from && { from: { asOf: from.asOf, basis: from.basis } };
    return { asOf: position.asOf, basis: position.basis, ...earlier, items };
  }

  async events(at: BasisRequest, filter: EventsAsked) {
    const { basis } = await this.readings.position(at);
    const { items, next } = await this.readings.events(this.person, { ...filter, basis });
    return { basis, items, next: next ?? null };
  }

  async event(at: BasisRequest, index: number) {
    const { position, item } = await this.readings.event(this.person, at, index);
    return { basis: position.basis, item };
  }

  async neighbours(at: BasisRequest, index: number) {
    return (await this.readings.records.neighbours(this.person, at, index)).item;
  }

  async *follow(filter: EventFilter, from: number | undefined, signal: AbortSignal) {
    const { records } = this.readings;
    const first = from ?? (await records.size());
    const following = records.follow(this.person, { from: first, filter, silenceMs: SILENCE_MS, signal });
    for await (const item of following) if (item) yield item;
  }

  /** Views first read what is new, as a server's have done by themselves. */
  async status() {
    await this.daybook.projection.waitFor(await this.daybook.store.size(), 0);
    return this.readings.status(this.person);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.daybook.close();
  }
}
