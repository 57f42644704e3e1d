import { withStanding, type BodyStandings, type LocalSignIn } from '@daybook/identity';
import { Refusal, RefusalError, isRefusal } from '@daybook/ledger';
import { errorSummary, type Show } from '@daybook/pages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Send = (show: Show, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

const NOBODY = new Refusal(
  'identity.sign-in-refused',
  'Nobody can sign in here yet. What is public can be read without.',
);

/** The way in and out. Both change the session, and so both are sent by POST and answered with a redirect. */
export function signInRoutes(
  scope: FastifyInstance,
  signIn: LocalSignIn | undefined,
  standings: BodyStandings,
  send: Send,
): void {
  const show = async (to: string, refusal?: Refusal): Promise<Show> => ({
    ...(refusal && { status: 422, failed: true }),
    template: 'apps/web/src/pages/sign-in.njk',
    title: ['Sign in'],
    data: {
      people: (await signIn?.people()) ?? [],
      to,
      ...(refusal && { errors: errorSummary(refusal, () => 'person') }),
    },
  });

  scope.get('/sign-in', async (request, reply) => {
    if (!signIn) throw new RefusalError(NOBODY);
    return send(await show(localPath((request.query as { to?: unknown }).to)), request, reply);
  });

  scope.post('/sign-in', { preHandler: (...of) => scope.csrfProtection(...of) }, async (request, reply) => {
    if (!signIn) throw new RefusalError(NOBODY);
    const { person: proof = '', to } = (request.body ?? {}) as { person?: string; to?: string };
    const person = await signIn.signIn(proof);
    if (isRefusal(person)) return send(await show(localPath(to), person), request, reply);
    // A new session id: one that was planted in the browser before is worth nothing afterwards.
    await request.session.regenerate();
    if (person.role !== 'public') request.session.person = person;
    const { areas } = await withStanding(person, standings);
    const own = areas !== '*' && areas.length === 1 ? `/${areas[0]}` : '/';
    return reply.redirect(localPath(to) || own, 303);
  });

  scope.post('/sign-out', { preHandler: (...of) => scope.csrfProtection(...of) }, async (request, reply) => {
    await request.session.destroy();
    return reply.redirect('/', 303);
  });
}

/** A path on this site, and nothing that a browser could take for another one; '' for anything else. */
function localPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) ? to : '';
}
