import type { FastifyInstance } from 'fastify';

/**
 * Lets requests under way finish before the server cuts its connections on closing, for `patienceMs` at most.
 * Requests that come meanwhile are turned away. Call before any route is registered.
 */
export function drainOnClose(fastify: FastifyInstance, patienceMs: number): void {
  let underWay = 0;
  let drained: (() => void) | undefined;
  fastify.addHook('onRequest', (_request, reply, next) => {
    underWay += 1;
    let over = false;
    const done = (): void => {
      if (over) return;
      over = true;
      underWay -= 1;
      if (underWay === 0) drained?.();
    };
    // A client that hangs up before the answer is whole ends its request too: there is no 'finish' then.
    reply.raw.once('finish', done);
    reply.raw.once('close', done);
    next();
  });
  fastify.addHook('preClose', async () => {
    if (underWay === 0) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, patienceMs);
      drained = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  });
}
