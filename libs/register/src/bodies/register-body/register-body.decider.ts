import { Refusal, type Context, type Decider, type Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Setting, type Sourced } from '@daybook/provenance';
import { bodyOn, bodyState, type BodyState } from '../body-state';
import { registerBook, type RegisterBook } from '../../book';
import type { BodyKind } from '../../codes';
import { kindById, knownById } from '../known-by-id';
import { aboutOf, bodyRef, type BodyRegistered } from '../../register.events';
import { dayOf, readSetting, refused } from '../../setting';
import { unknownBody } from '../unknown-body';

export interface RegisterBodyInput extends Sourced {
  readonly id: string;
  readonly kind: BodyKind;
  readonly title: string;
  readonly within?: string | null;
}

/** A body or an office as it is from a day on; said again, what it became. */
export const registerBody: Decider<RegisterBodyInput, RegisterBook, BodyRegistered, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const day = dayOf(input, context);
    const stands = bodyOn(book, input.area, input.id, day);
    const around = input.within ? bodyOn(book, input.area, input.within, day) : undefined;
    const setting = settingOf(input, [stands, around], context);
    const problems = [
      ...('actor' in setting ? [] : setting),
      ...checkKind(input),
      ...checkWithin(input, book, day),
    ];
    if (problems.length > 0 || !('actor' in setting))
      return refused('The body was not registered.', problems);
    if (isSame(input, stands)) {
      const message = `${input.id} stands like that already on ${day}. Nothing was recorded.`;
      return new Refusal('register.nothing-changes', message);
    }
    return [registered(input, setting)];
  },
};

/** No more people read of it than of what stood before, and of what it is within. */
function settingOf(
  input: RegisterBodyInput,
  of: readonly (BodyState | undefined)[],
  context: Context<GivenPaper>,
) {
  const accesses = of.map((one) => one?.registered?.latest.access);
  return readSetting(input, context.by.body, accesses, context);
}

/** Identity reads ids: a body is what its id says. */
function checkKind({ id, kind }: RegisterBodyInput): Problem[] {
  const said = kindById(id);
  if (said === undefined || said === kind) return [];
  const message = `The id ${id} says that it is of the kind ${said}. Choose that kind, or another id.`;
  return [{ field: '/kind', code: 'register.other-kind', message }];
}

function checkWithin(
  { area, id, kind, within }: RegisterBodyInput,
  book: RegisterBook,
  day: string,
): Problem[] {
  const field = '/within';
  const needed = kind === 'office' || kind === 'board';
  if (!within) {
    const message = `Name the body that this ${kind} is within.`;
    return needed ? [{ field, code: 'register.within-missing', message }] : [];
  }
  if (!needed) {
    const message = `A body of the kind ${kind} acts for itself: whatever it is within would act for it. Leave that out.`;
    return [{ field, code: 'register.not-within', message }];
  }
  if (isWithin(within, id, area, book)) {
    const message = `${id} would be within itself. Name another body.`;
    return [{ field, code: 'register.within-itself', message }];
  }
  if (!bodyOn(book, area, within, day).content) return [unknownBody(within, field, day)];
  return checkSameBody({ area, id, within }, book);
}

/**
 * An office or a board stays with its body, and whoever takes that one's place: who acts for it would act for
 * what it promised before, and was promised.
 */
function checkSameBody(
  { area, id, within }: { readonly area: string; readonly id: string; readonly within: string },
  book: RegisterBook,
): Problem[] {
  const before = (book.bodies.get(id) ?? []).flatMap((act) =>
    act.type === 'register.body-registered' && act.data.within ? [act.data.within] : [],
  );
  const by = knownById(area, id)?.within;
  const other = [...before, ...(by ? [by] : [])].find(
    (one) => !goesOnAs(one, within, area, book) && !goesOnAs(within, one, area, book),
  );
  if (other === undefined) return [];
  const message = `${id} is within ${other}. Name that, or register what is within ${within} under an id of its own.`;
  return [{ field: '/within', code: 'register.other-within', message }];
}

/** Whether one body is another, or its place came to be the other's. */
function goesOnAs(body: string, other: string, area: string, book: RegisterBook): boolean {
  const seen = new Set<string>();
  for (let one: string | undefined = body; one !== undefined && !seen.has(one);) {
    if (one === other) return true;
    seen.add(one);
    one = bodyState(area, one, book.bodies.get(one) ?? []).succeededBy?.body;
  }
  return false;
}

/** Whether a body is, or was ever registered as being, another or within it. */
function isWithin(id: string, other: string, area: string, book: RegisterBook): boolean {
  const seen = new Set<string>();
  const around = [id];
  for (let one = around.pop(); one !== undefined; one = around.pop()) {
    if (one === other) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    for (const act of book.bodies.get(one) ?? [])
      if (act.type === 'register.body-registered' && act.data.within) around.push(act.data.within);
  }
  return false;
}

function isSame({ kind, title, within }: RegisterBodyInput, { registered: by, content }: BodyState): boolean {
  if (!by || !content) return false;
  return content.kind === kind && content.title === title && content.within === (within || null);
}

function registered(input: RegisterBodyInput, setting: Setting): BodyRegistered {
  const { area, id: body, kind, title, within } = input;
  return {
    type: 'register.body-registered',
    ...headed(setting),
    about: aboutOf(input, [bodyRef(body), ...(within ? [bodyRef(within)] : [])]),
    data: { area, body, kind, title, within: within || null, ...secondHand(setting) },
  };
}
