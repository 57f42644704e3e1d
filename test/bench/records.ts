import { prepare, type Fact, type Prepared } from '@daybook/ledger';
import { createHash } from 'node:crypto';

/** A uuid that depends on `n` alone and is spread like a random one. */
export function uuid(n: number): string {
  const hex = createHash('sha256').update(String(n)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const HASH = createHash('sha256').update('command').digest('hex');

/** A reported figure whose canonical bytes are close to the 556 of the target table. */
export function factOf(key: string, effectiveOn: string, value: number): Fact {
  return {
    type: 'figures.figure-reported',
    schema: 1,
    effectiveOn,
    precision: 'day',
    about: [`figure:${key}`],
    access: 'public',
    data: { area: 'kent', key, value: String(value) },
  };
}

/**
 * One commit: `facts` stamped for their place in a stream and made into canonical bytes, as decide-and-append
 * does.
 */
export function commitOf(stream: string, revision: number, n: number, facts: readonly Fact[]): Prepared[] {
  const command = { id: uuid(n), hash: HASH };
  return facts.map((fact, i) =>
    prepare({
      ...fact,
      stream,
      revision: revision + i,
      id: uuid(n * 1_000 + i),
      commit: { n: i + 1, of: facts.length },
      recordedAt: '2026-01-05T09:00:00.000Z',
      by: { person: 'analyst-1', role: 'force', body: 'kent-police' },
      command,
    }),
  );
}
