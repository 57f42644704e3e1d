import { publicReader } from '@daybook/identity';
import { DAYBOOK, statusOf, type Daybook, type StatusAnswer } from '@daybook/runtime';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A view further behind than this, in records, is not worth asking. */
const REACH = 10_000;

/**
 * A node that cannot reach its cluster goes on answering from what it has, and says so on /status: taken out
 * for that, all nodes would go at once. One that never had everything is not ready.
 */
const STORE_PROBLEMS: Readonly<Record<StatusAnswer['storeState'], string | undefined>> = {
  current: undefined,
  unreachable: undefined,
  'catching-up': 'This node has not read all of the ledger yet.',
  stopped: 'The event store was tampered with; this node takes no more from it.',
};

/** For whoever runs the server: is the process alive, and is it of use. */
@Controller('health')
export class HealthController {
  constructor(@Inject(DAYBOOK) private readonly daybook: Daybook) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  /**
   * Ready (200): the store has everything on record, or had when it last reached its cluster, and every view
   * runs, is kept up and is within reach of the ledger's end. Else 503.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const problems = await this.problems();
    reply.header('cache-control', 'no-store').code(problems.length === 0 ? 200 : 503);
    return { status: problems.length === 0 ? 'ready' : 'not-ready', problems };
  }

  private async problems(): Promise<string[]> {
    try {
      const { views, storeState } = await statusOf(this.daybook, publicReader);
      const unfit = views
        .filter(({ stopped, lag }) => stopped || lag > REACH)
        .map(
          ({ view, stopped, lag }) =>
            `The view "${view}" ${stopped ? 'has stopped' : `is ${lag} records behind`}.`,
        );
      const unready = STORE_PROBLEMS[storeState];
      if (unready) unfit.unshift(unready);
      // Why stays here: the words of a failure may quote what not everybody may read.
      return this.daybook.projection.failure() === undefined
        ? unfit
        : [...unfit, 'The views are not being kept up.'];
    } catch {
      return ['The store does not answer.'];
    }
  }
}
