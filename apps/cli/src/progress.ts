import { Presets, SingleBar } from 'cli-progress';

const QUARTERS = 4;

/**
 * Shows how far something long has come: a bar on a terminal, a line for each quarter elsewhere. On
 * stderr.
 */
export interface Steps {
  at(done: number, total: number): void;
  end(): void;
}

export function showSteps(what: string): Steps {
  return process.stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): Steps {
  const format = `${what} {bar} {value} of {total}`;
  const shown = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_grey);
  return {
    at(done, total) {
      if (!shown.isActive) shown.start(total, done);
      shown.setTotal(total);
      shown.update(done);
    },
    end: () => shown.stop(),
  };
}

function lines(what: string): Steps {
  let quarter = 0;
  return {
    at(done, total) {
      const now = Math.floor((QUARTERS * done) / total);
      if (now > quarter) process.stderr.write(`${what}: ${done} of ${total}\n`);
      quarter = now;
    },
    end: () => undefined,
  };
}
