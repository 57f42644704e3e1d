import { RefusalError } from '@daybook/ledger';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { questions } from '../ask/questions';
import { RemoteDoor, ServerSilent } from './remote-door';

type Answering = (request: IncomingMessage, reply: ServerResponse) => void;

const ID = '0b8f1c9e-5f0e-4f6c-8a51-0d6a1a3f7f10';
let server: Server;
let address: string;
let answering: Answering;
let seen: IncomingMessage[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, reply) => {
    seen.push(request);
    answering(request, reply);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function json(body: object, status = 200, headers: Record<string, string> = {}): Answering {
  return (_, reply) => reply.writeHead(status, headers).end(JSON.stringify(body));
}

describe('a server that has the data directory', () => {
  it('is asked for every page of a list, at the position of the first', async () => {
    const position = { asOf: '2022-10-31', basis: 40 };
    const link = '</api/v1/figures?area=kent&asOf=2022-10-31&basis=40&after=YQ>; rel="next"';
    answering = (request, reply) =>
      request.url?.includes('after=YQ')
        ? json({ ...position, items: ['c'], next: null })(request, reply)
        : json({ ...position, items: ['a', 'b'], next: 'YQ' }, 200, { link })(request, reply);
    const answer = await new RemoteDoor(address, 'secret').many(
      questions.figures({ asOf: '2022-10-31' }, { area: 'kent' }),
    );
    expect(answer).toEqual({ ...position, items: ['a', 'b', 'c'] });
    expect(seen.map(({ url }) => url)).toEqual([
      '/api/v1/figures?asOf=2022-10-31&area=kent&limit=1000',
      '/api/v1/figures?area=kent&asOf=2022-10-31&basis=40&after=YQ',
    ]);
    expect(seen.every(({ headers }) => headers.authorization === 'Bearer secret')).toBe(true);
  });

  it('is sent no token where there is none, and every name as one step of the address', async () => {
    answering = json({ asOf: '2022-10-31', basis: 1, item: {} });
    await new RemoteDoor(address, undefined).one(
      questions.figure({}, { area: 'kent', measure: '../x', period: '2022-08-01/2022-08-22' }),
    );
    expect(seen[0]?.headers.authorization).toBeUndefined();
    expect(seen[0]?.url).toBe('/api/v1/figures/kent/..%2Fx/2022-08-01%2F2022-08-22');
  });

  it('refuses in its own words, with the facts that go with them', async () => {
    const errors = [
      { pointer: '/lines/0/value', code: 'figures.value-differs', detail: 'It is 2.', recorded: '2' },
    ];
    const problem = {
      type: 't',
      title: 'Conflict',
      status: 409,
      detail: 'No.',
      code: 'figures.value-differs',
      retryable: false,
    };
    answering = json({ ...problem, errors, stands: 'x' }, 409);
    const failure = await new RemoteDoor(address, 't')
      .command('submit-return', ID, {})
      .catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(RefusalError);
    expect((failure as RefusalError).refusal).toMatchObject({
      code: 'figures.value-differs',
      message: 'No.',
      retryable: false,
      fields: [
        {
          field: '/lines/0/value',
          code: 'figures.value-differs',
          message: 'It is 2.',
          detail: { recorded: '2' },
        },
      ],
      detail: { stands: 'x' },
    });
    expect(seen[0]?.headers['idempotency-key']).toBe(ID);
  });

  it('that hangs up leaves a command unknown: its id is named, for sending it again', async () => {
    answering = (request) => request.socket.destroy();
    const door = new RemoteDoor(address, 't');
    await expect(door.command('submit-return', ID, {})).rejects.toThrow(`--id ${ID}`);
    await expect(door.status()).rejects.toThrow(ServerSilent);
  });

  it.each<[string, Answering]>([
    ['no JSON', (_, reply) => reply.end('<html>')],
    ['no problem of ours', json({ error: 'nope' }, 500)],
    ['JSON that is nothing', (_, reply) => reply.writeHead(500).end('null')],
    ['another address', (_, reply) => reply.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ])('that answers with %s is none of ours', async (_, wrong) => {
    answering = wrong;
    await expect(new RemoteDoor(address, 't').status()).rejects.toThrow(ServerSilent);
  });
});
