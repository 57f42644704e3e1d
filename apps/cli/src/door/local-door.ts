import { Dispatcher, type Person } from '@daybook/identity';
import { RefusalError, isRefusal, type Acknowledgement, type Receipt } from '@daybook/ledger';
import {
  DaybookModule,
  Readings,
  type Daybook,
  type EventFilter,
  type PositionRequest,
  type ResolvedPosition,
} from '@daybook/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { BasisRequest, Door, ListAnswer, OneAnswer, WhichFigure } from './door';

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

  async command(name: string, id: string, body: unknown): Promise<Receipt | Acknowledgement> {
    const outcome = await this.dispatcher.command(this.person, name, id, body);
    if (isRefusal(outcome)) throw new RefusalError(outcome);
    return outcome;
  }

  async figure(at: PositionRequest, which: WhichFigure) {
    return one(await this.readings.figure(this.person, at, which));
  }

  async history(at: PositionRequest, which: WhichFigure) {
    return many(await this.readings.history(this.person, at, which));
  }

  async figures(at: PositionRequest, of: { area: string; measure?: string }) {
    return many(await this.readings.figures(this.person, at, of));
  }

  async measures(at: PositionRequest, of: { area?: string }) {
    return many(await this.readings.measures(this.person, at, of));
  }

  async papers(at: PositionRequest, of: { area?: string }) {
    return many(await this.readings.papers(this.person, at, of));
  }

  async events(at: BasisRequest, filter: EventFilter) {
    const { basis } = await this.readings.position(at);
    const { items, next } = await this.readings.events(this.person, { ...filter, basis });
    return { basis, items, next: next ?? null };
  }

  async event(at: BasisRequest, index: number) {
    const { position, item } = await this.readings.event(this.person, at, index);
    return { basis: position.basis, item };
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

function one<T>({ position, item }: { position: ResolvedPosition; item: T }): OneAnswer<T> {
  return { asOf: position.asOf, basis: position.basis, item };
}

function many<T>({ position, items }: { position: ResolvedPosition; items: readonly T[] }): ListAnswer<T> {
  return { asOf: position.asOf, basis: position.basis, items };
}
