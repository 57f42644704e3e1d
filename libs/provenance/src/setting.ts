import {
  Refusal,
  type Access,
  type Context,
  type Precision,
  type Problem,
  type Source,
} from '@daybook/ledger';
import { bodyOf, holderOn, sameBody } from './bodies';
import { accessAsked, headingRules, type Acting, type Heading, type HeadingRules } from './heading';
import type { GivenPaper } from './paper-register';
import { accessOf } from './said';

/** What a command says besides what it is about. */
export interface Sourced extends Heading {
  readonly place?: string | null;
}

/** When, whose act, where read and for whom: what every event carries of its command's heading. */
export interface Setting {
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly acting: Acting;
  /** The body whose act it is, whoever wrote it down. */
  readonly actor: string;
  readonly access: Access;
  readonly source?: Source;
}

/** What an event takes of its setting, beside its type, its data and what it is about. */
export function headed({ effectiveOn, precision, acting, access, source }: Setting) {
  return {
    schema: 1,
    effectiveOn,
    precision,
    ...(acting.for && { for: acting.for }),
    ...(source && { source }),
    access,
  };
}

/** The mark of what is read in another body's paper, for an event's data. */
export function secondHand({ acting }: Setting): { readonly secondHand?: true } {
  return acting.secondHand ? { secondHand: true } : {};
}

/** What a slice reads of the setting of its commands. */
export interface SettingRules extends HeadingRules {
  /**
   * `owner` is the body whose act it is, which the office alone may write down for it, from a paper. From the
   * day on which another took its place it is that one's; what its successor records of a day before is still
   * its own act, and so is written down. `of` are the accesses of what it is about. Every problem comes back
   * at once.
   */
  readSetting(
    input: Sourced,
    owner: string,
    of: readonly (Access | undefined)[],
    context: Context<GivenPaper>,
  ): Setting | Problem[];
  /** The day of which a command speaks; today where it names none that can be: then it is refused for that. */
  dayOf(input: Pick<Sourced, 'effectiveOn'>, context: Pick<Context<GivenPaper>, 'today'>): string;
  /** Many problems as the refusal of a command; the one of who may not act stands alone. */
  refused(message: string, problems: readonly Problem[]): Refusal;
}

/** The rules of a setting, with refusals of one slice: `scrutiny.other-actor`. */
export function settingRules(slice: string): SettingRules {
  const rules = headingRules(slice);
  return {
    ...rules,
    readSetting: (input, owner, of, context) => readSetting(slice, rules, { input, owner, of }, context),
    dayOf({ effectiveOn }, { today }) {
      const date = rules.readEffectiveOn(effectiveOn, today);
      return 'code' in date ? today : date.effectiveOn;
    },
    refused(message, problems) {
      const notAllowed = problems.find(({ code }) => code === `${slice}.not-yours`);
      if (notAllowed) return new Refusal(notAllowed.code, notAllowed.message);
      return Refusal.of(`${slice}.bad-entry`, message, problems);
    },
  };
}

interface Asked {
  readonly input: Sourced;
  readonly owner: string;
  readonly of: readonly (Access | undefined)[];
}

function readSetting(
  slice: string,
  rules: HeadingRules,
  { input, owner, of }: Asked,
  context: Context<GivenPaper>,
): Setting | Problem[] {
  const { by, today, given } = context;
  const date = rules.readEffectiveOn(input.effectiveOn, today);
  const holder = holderOn(owner, 'code' in date ? today : date.effectiveOn, given.bodies);
  const body = bodyOf(owner, given.bodies);
  const actor = holder === body ? owner : holder;
  const named = input.for && ![owner, actor].includes(input.for) ? otherActor(slice, actor) : undefined;
  const own = by.body === holder || by.body === actor;
  const acting = named ?? (own ? {} : actingIn(rules, { ...input, for: actor }, actor, context));
  const problems: Problem[] = [];
  if ('code' in date) problems.push(date);
  if ('code' in acting) problems.push(acting);
  else problems.push(...rules.checkTranscript(acting, input.paper));
  problems.push(...rules.checkPaperOnRecord(input, context));
  if (problems.length > 0 || 'code' in date || 'code' in acting) return problems;
  const { paper, place } = input;
  return {
    ...date,
    acting,
    actor,
    access: accessOf(accessAsked(input, context), of),
    ...(paper && { source: { paper, place: place ?? '' } }),
  };
}

/** A body's paper under another of its names is its own, so what is read there is not second-hand. */
function actingIn(
  rules: HeadingRules,
  input: Sourced,
  owner: string,
  { by, given }: Context<GivenPaper>,
): Acting | Problem {
  const acting = rules.actingFor(input, by, owner, given.paper);
  if ('code' in acting || !acting.for) return acting;
  return sameBody(given.paper?.issuedBy ?? '', acting.for, given.bodies) ? { for: acting.for } : acting;
}

function otherActor(slice: string, owner: string): Problem {
  const message = `This is an act of ${owner}. Leave "for" out, or name ${owner}.`;
  return { field: '/for', code: `${slice}.other-actor`, message };
}
