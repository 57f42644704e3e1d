import { refuse, Refusal, systemClock, type Clock, type Problem } from '@daybook/ledger';
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { areasOf } from './areas';
import { keyFrom } from './key-file';
import { isRole, type Person, type Role } from './person';
import { sharedPseudonym } from './shared-pseudonym';

const ALGORITHM = 'HS256';
const NAME = 'daybook';
/** Ids of bodies, areas and pseudonyms: lower-case words, digits and hyphens. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_ID = 100;

/** Whom an API token speaks for, and for how long. */
export interface TokenRequest {
  readonly role: Role;
  readonly body: string;
  /** Only these areas; every area of the body where left out. It may narrow, never widen. */
  readonly areas?: readonly string[];
  /** The pseudonym that the ledger writes down; `token-<body>`, which all of the body share, where left out. */
  readonly person?: string;
  /** A whole number of seconds, at least 1. */
  readonly expiresInSeconds: number;
}

/**
 * API tokens: JSON Web Tokens (RFC 7519) signed with HMAC-SHA-256 and nothing else.
 *
 * The key stands in `keyFile` and is made there on first use; whoever can read it can act as anyone.
 * Removing it ends every token at once, after a restart: there is no other revocation, so keep tokens
 * short-lived.
 */
export class Tokens {
  private key: Uint8Array | undefined;

  constructor(
    private readonly keyFile: string,
    private readonly clock: Clock = systemClock,
  ) {}

  /** A token. Throws a RefusalError: `identity.other-area`, or `request.bad-value` with the fields. */
  async mint(request: TokenRequest): Promise<string> {
    const problems = problemsIn(request);
    if (problems.length > 0) refuse('request.bad-value', 'This token cannot be made.', { fields: problems });
    const { role, body, areas, person = sharedPseudonym('token', body), expiresInSeconds } = request;
    const own = areasOf(role, body);
    // An id that names no area leaves it to the register, which is asked whenever the token is shown.
    if (own.length > 0 && areas?.some((area) => own !== '*' && !own.includes(area)))
      refuse(
        'identity.other-area',
        `${body} (${role}) does not have all of these areas: ${areas.join(', ')}.`,
      );
    const now = this.seconds();
    return new SignJWT({ role, body, ...(areas && { areas: [...areas] }) })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(NAME)
      .setAudience(NAME)
      .setSubject(person)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresInSeconds)
      .sign(this.signingKey());
  }

  /** Whom the token speaks for; else `identity.token-expired`, or `identity.token-invalid` for any other reason. */
  async verify(token: string): Promise<Person | Refusal> {
    try {
      const { payload } = await jwtVerify(token, this.signingKey(), {
        algorithms: [ALGORITHM],
        issuer: NAME,
        audience: NAME,
        requiredClaims: ['sub', 'iat', 'exp', 'role', 'body'],
        currentDate: this.clock.now(),
      });
      return personIn(payload) ?? invalid();
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        return new Refusal('identity.token-expired', 'This token has expired. Ask for a new one.');
      if (error instanceof errors.JOSEError) return invalid();
      throw error;
    }
  }

  private signingKey(): Uint8Array {
    this.key ??= keyFrom(this.keyFile);
    return this.key;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

function invalid(): Refusal {
  return new Refusal('identity.token-invalid', 'This is not a token of this ledger.');
}

/** The person in a token that was signed here; undefined where its claims do not make one. */
function personIn({ sub, role, body, areas }: JWTPayload): Person | undefined {
  if (!isId(sub) || !isRole(role) || !isId(body)) return undefined;
  if (areas !== undefined && !(Array.isArray(areas) && areas.every(isId))) return undefined;
  const own = areasOf(role, body);
  const kept = areas?.filter((area) => own === '*' || own.includes(area)) ?? own;
  const label = `Holder of a token for ${body}`;
  return { id: sub, role, body, areas: kept, ...(areas && { narrowedTo: areas }), label };
}

function problemsIn({ role, body, areas, person, expiresInSeconds }: TokenRequest): Problem[] {
  const words = 'Use lower-case letters, digits and single hyphens.';
  const checks: [field: string, holds: boolean, message: string][] = [
    ['/role', isRole(role), 'Choose force, office, inspector, panel or public.'],
    ['/body', isId(body), words],
    ['/areas', areas === undefined || areas.every(isId), words],
    ['/person', person === undefined || isId(person), words],
    [
      '/expiresInSeconds',
      Number.isSafeInteger(expiresInSeconds) && expiresInSeconds > 0,
      'Use whole seconds, from 1.',
    ],
  ];
  return checks
    .filter(([, holds]) => !holds)
    .map(([field, , message]) => ({ field, code: 'request.bad-value', message }));
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_ID && ID.test(value);
}
