import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import session from '@fastify/session';
import type { Person } from '@daybook/identity';
import type { FastifyInstance } from 'fastify';
import { SqliteSessions } from './session-store';
import { readUploads } from './upload';

declare module 'fastify' {
  interface Session {
    /** Whoever signed in; absent for the public. */
    person?: Person;
  }
}

const HOUR_MS = 3_600_000;
const SESSION_MS = 8 * HOUR_MS;

export interface SecuritySettings {
  /** Signs the session cookie; at least 32 characters. */
  readonly secret: string;
  readonly sessionsFile: string;
  readonly production: boolean;
  readonly now: () => number;
}

/**
 * Guards the pages of this scope, and nothing outside it: a session cookie that no script reads, forms that
 * only this site can send, and headers under which a page runs no script but this site's own files, so that
 * none can be slipped in with what people write.
 */
export async function guardPages(scope: FastifyInstance, settings: SecuritySettings): Promise<void> {
  const { secret, sessionsFile, production, now } = settings;
  const none = ["'none'"];
  await scope.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        // Own files under /assets, and the stream of records that one of them listens to; nothing inline.
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: none,
        frameAncestors: none,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const store = new SqliteSessions(sessionsFile, SESSION_MS, now);
  scope.addHook('onClose', async () => store.close());
  await scope.register(cookie);
  await scope.register(session, {
    secret,
    store,
    cookieName: 'daybook-session',
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: production ? true : 'auto',
      maxAge: SESSION_MS,
    },
    saveUninitialized: false,
    rolling: false,
  });
  await scope.register(csrf, { sessionPlugin: '@fastify/session', logLevel: 'debug' });
  readForms(scope);
  await readUploads(scope);
}

/** Forms are the only bodies that pages take; those with a file are read in `upload.ts`. Of a repeated name the last value counts. */
function readForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
}
