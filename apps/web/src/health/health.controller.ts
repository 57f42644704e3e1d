import { publicReader } from '@daybook/identity';
import { DAYBOOK, statusOf, type Daybook } from '@daybook/runtime';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** A view further behind than this, in records, is not worth asking. */
const REACH = 10_000;

/** For whoever runs the server: is the process alive, and is it of use. */
@Controller('health')
export class HealthController {
  constructor(@Inject(DAYBOOK) private readonly daybook: Daybook) {}

  @Get('live')
  live() {
    return { status: 'live' };
  }

  /**
   * Ready (200): the store answers, and every view runs, is kept up and is within reach of the ledger's end.
   * Else 503.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const problems = await this.problems();
    reply.header('cache-control', 'no-store').code(problems.length === 0 ? 200 : 503);
    return { status: problems.length === 0 ? 'ready' : 'not-ready', problems };
  }

  private async problems(): Promise<string[]> {
    try {
      const { views } = await statusOf(this.daybook, publicReader);
      const unfit = views
        .filter(({ stopped, lag }) => stopped || lag > REACH)
        .map(
          ({ view, stopped, lag }) =>
            `The view "${view}" ${stopped ? 'has stopped' : `is ${lag} records behind`}.`,
        );
      // Why stays here: the words of a failure may quote what not everybody may read.
      return this.daybook.projection.failure() === undefined
        ? unfit
        : [...unfit, 'The views are not being kept up.'];
    } catch {
      return ['The store does not answer.'];
    }
  }
}
