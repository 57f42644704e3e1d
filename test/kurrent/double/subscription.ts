import { type ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { randomUUID } from 'node:crypto';
import { caughtUp, checkpoint, confirmation, eventAnswer, nameIn } from './answers';
import { type Filter, filterOf } from './filter';
import { positionIn, type ReadCall } from './read-call';
import { comparePositions, firstIndex, type LoggedEvent } from './records';
import { streamDeleted, unavailable, unknown } from './refusals';
import { type State } from './state';

/** So many events are looked at in one turn of the event loop; others have their turn in between. */
const TURN = 512;

/**
 * One subscription to $all, or to a stream. It walks $all with an index and stops whenever the client does
 * not take more, so that it holds nothing but its place. Catching up and being live are the same walk: there
 * is no seam at which an event could be lost or told twice.
 */
export class Subscription {
  private index = 0;
  private epoch: number;
  /** The event that was looked at last, to find the place again when others before it have gone. */
  private last: LoggedEvent | undefined;
  private readonly filter: Filter;
  private considered = 0;
  private delivered = 0;
  private live = false;
  private ended = false;
  private blocked = false;
  private scheduled = false;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly state: State,
    private readonly call: ReadCall,
    private readonly options: ReadReq.Options,
    private readonly dropAfter: number,
  ) {
    this.epoch = state.log.epoch;
    this.filter = options.hasStream() ? ofStream(options) : filterOf(options);
  }

  start(): void {
    const begins = this.place();
    if (begins instanceof Error) {
      this.call.emit('error', begins);
      return;
    }
    this.index = begins;
    this.last = this.state.log.events[begins - 1];
    this.unsubscribe = this.state.log.onCommit(() => this.schedule());
    this.call.on('cancelled', () => this.stop()).on('close', () => this.stop());
    this.call.on('drain', () => {
      this.blocked = false;
      this.walk();
    });
    this.send(confirmation(randomUUID()));
    if (this.dropAfter <= 0) this.breakOff();
    this.walk();
  }

  private breakOff(): void {
    this.stop();
    this.call.emit('error', unavailable());
  }

  private stop(): void {
    this.ended = true;
    this.unsubscribe();
  }

  /** The index of the first event to look at: the one after the position, which the client has. */
  private place(): number | Error {
    const { log } = this.state;
    const all = this.options.getAll();
    if (!all) {
      const stream = this.options.getStream();
      const name = nameIn(stream?.getStreamIdentifier());
      if (log.readStream(name) === 'deleted') return streamDeleted(name);
      return stream?.hasEnd() ? log.size : 0;
    }
    const position = positionIn(all);
    if (!position) return all.hasEnd() ? log.size : 0;
    const index = log.indexOf(position);
    if (index === undefined) return unknown('Log record at the position could not be read.');
    // As servers of 23.10 do by their source: they read one event from the position on, which the client has,
    // and go on after it. Where that one was scavenged, it is the next one that they leave out.
    return Math.min(index + 1, log.size);
  }

  private schedule(): void {
    if (this.scheduled || this.ended) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.walk();
    });
  }

  private walk(): void {
    const { log } = this.state;
    if (this.epoch !== log.epoch) this.relocate();
    for (let turns = 0; !this.ended && !this.blocked; turns += 1) {
      const event = log.events[this.index];
      if (!event) return this.atEnd();
      if (turns >= TURN) return this.schedule();
      this.index += 1;
      this.last = event;
      this.consider(event);
    }
  }

  private consider(event: LoggedEvent): void {
    if (this.filter.matches(event)) {
      this.send(eventAnswer(event));
      this.delivered += 1;
      if (this.delivered >= this.dropAfter) return this.breakOff();
    }
    this.considered += 1;
    if (this.filter.checkpointEvery === undefined || this.considered < this.filter.checkpointEvery) return;
    this.considered = 0;
    this.send(checkpoint(event));
  }

  private atEnd(): void {
    if (this.live) return;
    this.live = true;
    if (this.filter.checkpointEvery !== undefined && this.last) this.send(checkpoint(this.last));
    if (this.state.settings.caughtUpMessages) this.send(caughtUp());
  }

  private relocate(): void {
    const { last } = this;
    this.epoch = this.state.log.epoch;
    if (last) this.index = firstIndex(this.state.log.events, (event) => comparePositions(event, last) > 0);
  }

  private send(answer: Buffer): void {
    if (!this.call.write(answer)) this.blocked = true;
  }
}

function ofStream(options: ReadReq.Options): Filter {
  const stream = options.getStream();
  const name = nameIn(stream?.getStreamIdentifier());
  const after = stream?.hasRevision() ? BigInt(stream.getRevision()) : -1n;
  return {
    matches: (event) => event.stream === name && event.revision > after,
    checkpointEvery: undefined,
  };
}
