import { refuse, Refusal } from '@daybook/ledger';
import { areasOf } from './areas';
import { publicReader, type Person, type Role } from './person';
import type { ActingBody } from './standing';

/**
 * Where people come from. The pages know only this port; a sign-in by OpenID Connect is another adapter of
 * it.
 *
 * Whoever `signIn` answers with is kept in the server's session and acts until signed out.
 */
export interface SignIn {
  /** A sentence for the top of every page, or undefined where the sign-in is the real thing. */
  readonly banner: string | undefined;
  /** Whom one may choose from; empty where a provider asks for itself. */
  people(): Promise<readonly Person[]>;
  /**
   * The person that this proof stands for, or the refusal `identity.sign-in-refused`. The proof is what the
   * adapter asked for: the id of a listed person here, the provider's answer with OpenID Connect.
   */
  signIn(proof: string): Promise<Person | Refusal>;
}

/**
 * For demonstration and development: choose one of the listed people, without a password. Bodies that act by
 * the register alone, such as a mayor who took a commissioner's place, have a person each. It refuses to be
 * constructed (throws `identity.sign-in-refused`) in production.
 */
export class LocalSignIn implements SignIn {
  readonly banner = 'Demonstration: anyone can sign in as anyone here, without a password.';

  constructor(
    production: boolean,
    private readonly acting: () => Promise<readonly ActingBody[]> = async () => [],
  ) {
    if (production)
      refuse(
        'identity.sign-in-refused',
        'Signing in without a password is for demonstration only, never in production.',
      );
  }

  async people(): Promise<readonly Person[]> {
    const registered = (await this.acting()).map(({ role, body, title }) =>
      demo(`demo-${body}`, role, body, title),
    );
    return [...demoPeople, ...registered, publicReader];
  }

  async signIn(proof: string): Promise<Person | Refusal> {
    const person = (await this.people()).find(({ id }) => id === proof);
    return person ?? new Refusal('identity.sign-in-refused', 'Choose one of the people listed.');
  }
}

const demoPeople: readonly Person[] = [
  demo('demo-kent-police', 'force', 'kent-police', 'Performance analyst, Kent Police'),
  demo('demo-kent-police-head', 'force', 'kent-police', 'Head of performance, Kent Police'),
  demo('demo-kent-pcc', 'office', 'kent-pcc', "Policy officer, Kent Police and Crime Commissioner's office"),
  demo('demo-hmicfrs', 'inspector', 'hmicfrs', 'Force liaison, HMICFRS'),
  demo('demo-kent-panel', 'panel', 'kent-panel', 'Panel support officer, Kent Police and Crime Panel'),
];

function demo(id: string, role: Role, body: string, label: string): Person {
  return Object.freeze({ id, role, body, areas: areasOf(role, body), label });
}
