import { breakOff } from './break-off';
import { type Socket } from 'node:net';

export interface ProxyStats {
  /** Accepted so far, those refused included. */
  connections: number;
  /** Connections that the proxy has reset. */
  resets: number;
  /** Passed on so far, in both directions. */
  bytes: number;
}

/** What every link does now. Links look at it for each chunk. */
export interface Weather {
  frozen: boolean;
  /** Milliseconds. */
  lateness: number;
  readonly stats: ProxyStats;
}

/** A direction that holds back more than this reads no more until some of it has gone. */
const MOST_HELD = 1024 * 1024;

/**
 * One direction of a link: chunks leave in the order they came, whatever becomes of the weather meanwhile.
 */
class Way {
  private readonly queue: Buffer[] = [];
  private held = 0;
  private due = 0;
  private ending = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: Weather,
    private readonly pass: (chunk: Buffer, passed: () => void) => void,
  ) {
    from.on('data', (chunk: Buffer) => this.take(chunk));
    from.on('end', () => {
      this.ending = true;
      this.flush(0);
    });
  }

  turn(): void {
    if (this.weather.frozen) this.from.pause();
    else {
      this.flush(this.queue.length);
      if (this.held < MOST_HELD) this.from.resume();
    }
  }

  private take(chunk: Buffer): void {
    this.queue.push(chunk);
    this.held += chunk.length;
    if (this.held >= MOST_HELD) this.from.pause();
    const now = Date.now();
    this.due = Math.max(this.due, now + this.weather.lateness);
    if (this.due <= now) this.flush(this.queue.length);
    else setTimeout(() => this.flush(1), this.due - now).unref();
  }

  private flush(count: number): void {
    if (this.weather.frozen) return;
    for (let i = 0; i < count; i += 1) {
      const chunk = this.queue.shift();
      if (chunk) this.pass(chunk, () => this.passed(chunk.length));
    }
    if (this.ending && this.queue.length === 0) this.to.end();
  }

  private passed(size: number): void {
    this.held -= size;
    if (this.held < MOST_HELD && !this.weather.frozen) this.from.resume();
  }
}

/** One connection through the proxy. */
export class Link {
  /** Bytes from the server that still pass before the link is reset. */
  remaining = Number.POSITIVE_INFINITY;
  private readonly ways: readonly Way[];
  private over = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly weather: Weather,
    private readonly gone: () => void,
  ) {
    this.ways = [
      new Way(client, server, weather, (chunk, passed) => this.write(server, chunk, passed)),
      new Way(server, client, weather, (chunk, passed) => this.answer(chunk, passed)),
    ];
    for (const socket of [client, server]) {
      socket.on('error', () => this.break());
      socket.on('close', () => {
        if (client.destroyed && server.destroyed) this.end();
      });
    }
  }

  /** Starts or stops both directions as the weather is. */
  turn(): void {
    for (const way of this.ways) way.turn();
  }

  break(): void {
    if (this.over) return;
    this.end();
    this.weather.stats.resets += 1;
    breakOff(this.client);
    breakOff(this.server);
  }

  private end(): void {
    this.over = true;
    this.gone();
  }

  private answer(chunk: Buffer, passed: () => void): void {
    const whole = chunk.length <= this.remaining;
    const part = whole ? chunk : chunk.subarray(0, this.remaining);
    this.remaining -= part.length;
    this.write(this.client, part, whole ? passed : () => this.break());
  }

  private write(to: Socket, chunk: Buffer, passed: () => void): void {
    if (to.destroyed || this.over) return;
    this.weather.stats.bytes += chunk.length;
    to.write(chunk, passed);
  }
}
