'use strict';
// A process to be killed: 16 writers at once send commands through the compiled ledger (dist/, made by `npm
// run build`, which `npm test` runs first) and print each receipt the moment it is given. `kill.spec.ts`
// starts it, kills it, and reads what is left; the commands are made here, so that both sides know what
// every one of them said.
//
//     node writer.js <data directory> <name of this run>
const { createHash } = require('node:crypto');
const { writeSync } = require('node:fs');
const path = require('node:path');

const WRITERS = 16;
const STREAMS = 5;

/** The n-th command of a writer in a run: one to four records, some with a text to be sealed. */
function commandOf(run, writer, n) {
  const digest = createHash('sha256').update(`${run} ${writer} ${n}`).digest();
  const hex = digest.toString('hex');
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
  const reason = digest[0] % 3 === 0 ? `reason ${hex}` : null;
  const body = { writer, n, parts: 1 + (digest[1] % 4), reason, padding: hex.repeat(digest[2] % 40) };
  return {
    stream: `crash-${digest[3] % STREAMS}`,
    request: { name: 'write', id, by: { person: 'p', role: 'office', body: 'b' }, body, sealed: ['/reason'] },
  };
}

/** Writes what it is told, and in each record the number of records that it was decided on. */
const decider = {
  initial: () => ({ records: 0 }),
  decide: ({ parts, ...said }, { records }, { today }) =>
    Array.from({ length: parts }, (_, part) => ({
      type: 'crash.written',
      schema: 1,
      effectiveOn: today,
      precision: 'day',
      about: [],
      access: 'public',
      data: { ...said, part, on: records },
    })),
  evolve: (state) => ({ records: state.records + 1 }),
};

async function main(folder, run) {
  const {
    EmbeddedStore,
    Ledger,
    SqliteDrafts,
    SqliteKeyStore,
    systemClock,
  } = require('../../dist/libs/ledger/src');
  const store = new EmbeddedStore(path.join(folder, 'events.db'));
  const keys = new SqliteKeyStore(path.join(folder, 'keys.db'));
  const ledger = new Ledger(store, keys, systemClock, new SqliteDrafts(':memory:'));
  const write = async (writer) => {
    for (let n = 0; ; n += 1) {
      const { stream, request } = commandOf(run, writer, n);
      const receipt = await ledger.execute(decider, stream, request, undefined);
      writeSync(1, `${JSON.stringify({ writer, n, receipt })}\n`);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
}

module.exports = { commandOf, decider };
if (require.main === module) void main(process.argv[2], process.argv[3]);
