import { breakOff } from './break-off';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Link, type ProxyStats, type Weather } from './proxy-link';

export { type ProxyStats };

const HOST = '127.0.0.1';

/**
 * A TCP proxy on loopback that breaks what passes through it, for faults that a server cannot play: a
 * network that resets, refuses, freezes, is slow, or ends in the middle of an answer. What it holds back is
 * bounded: a frozen link is not read at all, so that the sockets' own buffers fill up and both ends wait.
 */
export class FaultProxy {
  private readonly weather: Weather = {
    frozen: false,
    lateness: 0,
    stats: { connections: 0, resets: 0, bytes: 0 },
  };
  private readonly links = new Set<Link>();
  private readonly listener: Server;
  private refusing = false;
  private cut = Number.POSITIVE_INFINITY;
  private bound = 0;

  private constructor(private readonly target: number) {
    this.listener = createServer({ noDelay: true, pauseOnConnect: true }, (socket) => this.accept(socket));
  }

  static async start(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    proxy.listener.listen(0, HOST);
    await once(proxy.listener, 'listening');
    proxy.bound = (proxy.listener.address() as AddressInfo).port;
    return proxy;
  }

  get port(): number {
    return this.bound;
  }

  get connectionString(): string {
    return `esdb://${HOST}:${this.bound}?tls=false`;
  }

  get stats(): Readonly<ProxyStats> {
    return this.weather.stats;
  }

  /** Connections that stand now. */
  get open(): number {
    return this.links.size;
  }

  reset(): void {
    for (const link of this.links) link.break();
  }

  /** New connections are reset at once; those that stand go on. */
  refuse(refusing = true): void {
    this.refusing = refusing;
  }

  /** Half-open: connections stand, new ones too, and nothing passes in either direction. */
  freeze(): void {
    this.weather.frozen = true;
    for (const link of this.links) link.turn();
  }

  /** What was held back at a freeze goes on. */
  thaw(): void {
    this.weather.frozen = false;
    for (const link of this.links) link.turn();
  }

  /** Every chunk from now on is late by so many milliseconds. */
  delay(ms: number): void {
    this.weather.lateness = ms;
  }

  /** Resets every connection, also each new one, after so many more bytes from the server, until `heal`. */
  cutAfter(bytes: number): void {
    this.cut = bytes;
    for (const link of this.links) link.remaining = bytes;
  }

  heal(): void {
    this.refuse(false);
    this.delay(0);
    this.cutAfter(Number.POSITIVE_INFINITY);
    this.thaw();
  }

  async close(): Promise<void> {
    if (!this.listener.listening) return;
    const closed = once(this.listener, 'close');
    this.listener.close();
    for (const link of this.links) link.break();
    await closed;
  }

  private accept(client: Socket): void {
    this.weather.stats.connections += 1;
    client.on('error', () => undefined);
    if (this.refusing) {
      this.weather.stats.resets += 1;
      breakOff(client);
      return;
    }
    const server = connect({ port: this.target, host: HOST, noDelay: true });
    const link: Link = new Link(client, server, this.weather, () => this.links.delete(link));
    link.remaining = this.cut;
    this.links.add(link);
    link.turn();
  }
}
