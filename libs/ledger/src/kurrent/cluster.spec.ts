import { Cluster } from './cluster';
import { clusterError } from './cluster-error';

describe('the connection string of a cluster', () => {
  it('that the client warns of is not printed with its password', async () => {
    const warned = jest.spyOn(console, 'warn').mockReturnValue(undefined);
    const cluster = new Cluster('esdb://admin:secret@127.0.0.1:1?tls=false&nonsense=1');
    await cluster.close();
    const said = warned.mock.calls.flat().map(String).join();
    warned.mockRestore();
    expect(said).toContain('nonsense');
    expect(said).not.toContain('secret');
  });

  it('that cannot be read is refused, without a word of it', () => {
    const open = (): Cluster => new Cluster('esdb://admin:secret@127.0.0.1:no-port');
    expect(open).toThrow('The connection string of the event store cannot be read.');
    expect(open).not.toThrow('secret');
  });
});

it.each<[type: string, code: number | undefined, said: string, kind: string, passing: boolean]>([
  ['wrong-expected-version', undefined, '', 'conflict', false],
  ['stream-deleted', undefined, '', 'deleted', false],
  ['access-denied', undefined, '', 'refused', false],
  ['deadline-exceeded', 4, '', 'late', true],
  ['unavailable', 14, 'read ECONNRESET', 'unknown', true],
  ['unavailable', 14, 'No connection established. Last error: ECONNREFUSED', 'unsent', true],
  ['not-leader', 5, '', 'unknown', true],
  ['unknown', 2, 'Exception was thrown by handler.', 'unreadable', false],
  ['unknown', 13, 'Received RST_STREAM', 'unknown', true],
  ['of a kind to come', undefined, '', 'unknown', true],
])('an error "%s" (%s, "%s") is taken as %s', (type, code, said, kind, passing) => {
  const thrown = Object.assign(new Error(said), { type, code });
  expect(clusterError(thrown)).toMatchObject({ kind, passing });
});
