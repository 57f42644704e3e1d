import { DataDirectoryTaken } from '@daybook/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadSettings, NO_SIGN_IN } from './config';
import { startWeb } from './main';
import { Harness } from './testing/harness';

let dataDirectory: string;
const given = () => ({ dataDirectory, port: 0, logLevel: 'silent' as const });

beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'daybook-'));
});
afterEach(() => rm(dataDirectory, { recursive: true, force: true }));

it('serves until it is told to stop, and then lets the directory go', async () => {
  const { address, close } = await startWeb(given());
  expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  await expect(startWeb(given())).rejects.toThrow(DataDirectoryTaken);
  await expect(startWeb(given())).rejects.toThrow(address);
  process.emit('SIGTERM');
  await close();
  await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  const again = await startWeb(given());
  await again.close();
});

it('says where nobody can sign in, for whoever started it', async () => {
  const open = await startWeb(given());
  await open.close();
  const closed = await startWeb({ ...given(), production: true, sessionSecret: 's'.repeat(32) });
  await closed.close();
  expect([open.noSignIn, closed.noSignIn]).toEqual([undefined, NO_SIGN_IN]);
});

it('lets a request that is under way finish before it closes', async () => {
  const harness = await Harness.start();
  await harness.app.listen(0, '127.0.0.1');
  const { port } = harness.app.getHttpServer().address() as AddressInfo;
  let answer: (size: number) => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    jest.spyOn(harness.daybook.store, 'size').mockImplementation(() => {
      resolve();
      return new Promise((size) => (answer = size));
    });
  });
  const server = `http://127.0.0.1:${port}`;
  const response = fetch(`${server}/api/v1/status`);
  await asked;
  const closed = harness.close();
  const takesMore = () =>
    fetch(`${server}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (await takesMore());
  answer(0);
  expect((await response).status).toBe(200);
  await closed;
});

it('a port that is taken leaves nothing open', async () => {
  const first = await startWeb(given());
  const other = await mkdtemp(join(tmpdir(), 'daybook-'));
  const port = Number(new URL(first.address).port);
  await expect(startWeb({ ...given(), dataDirectory: other, port })).rejects.toThrow(/EADDRINUSE/);
  await first.close();
  const second = await startWeb({ ...given(), dataDirectory: other });
  await second.close();
  await rm(other, { recursive: true });
});

it('bad settings are refused before anything is opened', async () => {
  await expect(startWeb({ ...given(), port: -1 })).rejects.toThrow(BadSettings);
});
