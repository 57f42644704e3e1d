import fc from 'fast-check';
import { EventLog, LAST_NUMBER } from './index';
import { comparePositions } from './records';

const made = { type: 'made', data: {} };
const revisions = (log: EventLog, stream: string): unknown => {
  const found = log.readStream(stream);
  return typeof found === 'string' ? found : found.map(({ revision }) => Number(revision));
};

describe('the log of the double', () => {
  it('hides what metadata truncates from the stream, and drops it from $all at scavenging alone', () => {
    const log = new EventLog();
    for (let i = 0; i < 6; i += 1) log.append('p-1', 'any', [made]);
    log.setMetadata('p-1', { $tb: 2 });
    expect(revisions(log, 'p-1')).toEqual([2, 3, 4, 5]);
    log.setMetadata('p-1', { $maxCount: 3 });
    expect(revisions(log, 'p-1')).toEqual([3, 4, 5]);
    expect(log.size).toBe(8);
    const gone = log.events[1]!;
    expect(log.scavenge()).toBe(4);
    expect(log.events.map(({ stream }) => stream)).toEqual(['p-1', 'p-1', 'p-1', '$$p-1']);
    expect(log.indexOf(gone)).toBe(0);
    expect(log.append('p-1', 5n, [made])).toMatchObject({ revision: 6n });
  });

  it('keeps tombstones, metadata and the last event of a stream when it scavenges', () => {
    const log = new EventLog();
    for (const stream of ['p-1', 'p-2']) log.append(stream, 'any', [made, made]);
    log.softDelete('p-1');
    log.tombstone('p-2');
    log.scavenge();
    const left = (): string[] => log.events.map(({ stream, revision }) => `${stream}@${revision}`);
    expect(left()).toEqual(['p-1@1', '$$p-1@0', `p-2@${LAST_NUMBER}`]);
    log.scavenge({ keepLast: false });
    expect(left()).toEqual(['$$p-1@0', `p-2@${LAST_NUMBER}`]);
    expect(log.append('p-1', 'no_stream', [made])).toMatchObject({ revision: 2n });
  });

  it('keeps old events of a soft-deleted stream hidden when metadata is written by hand', () => {
    const log = new EventLog();
    log.append('p-1', 'any', [made, made]);
    log.softDelete('p-1');
    log.setMetadata('p-1', { owner: 'x' });
    expect(revisions(log, 'p-1')).toEqual([]);
    expect(Buffer.from(log.events.at(-1)!.data).toString()).toBe('{"owner":"x","$tb":2}');
    log.append('p-1', 'any', [made]);
    expect(revisions(log, 'p-1')).toEqual([2]);
  });

  it('ends the metadata of a stream with its tombstone', () => {
    const log = new EventLog();
    log.tombstone('p-1');
    expect(log.setMetadata('p-1', {})).toEqual({ kind: 'deleted' });
    expect(log.readStream('$$p-1')).toBe('deleted');
  });

  it('lays interleaved commits alternately, each whole in its stream', () => {
    const log = new EventLog();
    log.interleave([
      { stream: 'a', events: [made, made] },
      { stream: 'b', events: [made, made, made] },
    ]);
    expect(log.events.map(({ stream }) => stream).join('')).toBe('ababb');
    expect(revisions(log, 'b')).toEqual([0, 1, 2]);
    const commits = new EventLog('commits');
    commits.interleave([
      { stream: 'a', events: [made, made] },
      { stream: 'b', events: [made] },
    ]);
    expect(commits.events.map(({ stream }) => stream).join('')).toBe('baa');
  });

  it.each(['equal', 'commits'] as const)('orders $all by position whatever is written, %s', (placing) => {
    const step = fc.record({
      stream: fc.constantFrom('a', 'b', 'c'),
      count: fc.integer({ min: 1, max: 3 }),
      then: fc.constantFrom('nothing', 'softDelete', 'scavenge', 'tombstone'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const log = new EventLog(placing);
        for (const { stream, count, then } of steps) {
          log.append(
            stream,
            'any',
            Array.from({ length: count }, () => made),
          );
          if (then === 'softDelete' || then === 'tombstone') log[then](stream);
          if (then === 'scavenge') log.scavenge();
        }
        const sorted = [...log.events].sort(comparePositions);
        expect(log.events).toEqual(sorted);
        expect(log.events.every((event, i) => log.indexOf(event) === i)).toBe(true);
      }),
    );
  });
});
