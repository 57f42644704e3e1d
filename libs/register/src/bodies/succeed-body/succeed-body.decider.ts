import type { Decider, FreeText, Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Setting, type Sourced } from '@daybook/provenance';
import { bodyOn, bodyState } from '../body-state';
import { registerBook, type RegisterBook } from '../../book';
import { aboutOf, bodyRef, type BodySucceeded } from '../../register.events';
import { dayOf, readSetting, refused } from '../../setting';
import { unknownBody } from '../unknown-body';

export interface SucceedBodyInput extends Sourced {
  readonly body: string;
  readonly successor: string;
  readonly reason?: FreeText;
}

/** Another body takes the place of one, from a day on. */
export const succeedBody: Decider<SucceedBodyInput, RegisterBook, BodySucceeded, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const { area, body, successor } = input;
    const day = dayOf(input, context);
    const both = [body, successor].map((id) => bodyOn(book, area, id, day));
    const setting = readSetting(
      input,
      context.by.body,
      both.map((one) => one.registered?.latest.access),
      context,
    );
    const problems = [
      ...('actor' in setting ? [] : setting),
      ...checkKnown(input, book, day),
      ...checkOrder(input, book),
    ];
    if (problems.length > 0 || !('actor' in setting))
      return refused('The succession was not recorded.', problems);
    return [succeeded(input, setting)];
  },
};

/** Both are known by then, and of one kind: who acts for the one acts for the other. */
function checkKnown({ area, body, successor }: SucceedBodyInput, book: RegisterBook, day: string): Problem[] {
  const before = bodyOn(book, area, body, day);
  const after = bodyOn(book, area, successor, day);
  const problems = [
    ...(before.content ? [] : [unknownBody(body, '/body', day)]),
    ...(after.registered ? [] : [unknownBody(successor, '/successor', day)]),
  ];
  if (problems.length > 0 || before.content?.kind === after.content?.kind) return problems;
  const message = `${body} is of the kind ${before.content?.kind ?? ''}. Name a successor of that kind.`;
  return [{ field: '/successor', code: 'register.other-kind', message }];
}

/** A body is succeeded once, whatever day was given, and successions never lead back to where they began. */
function checkOrder({ area, body, successor }: SucceedBodyInput, book: RegisterBook): Problem[] {
  const next = (id: string) => bodyState(area, id, book.bodies.get(id) ?? []).succeededBy;
  const by = next(body);
  if (by) {
    const message = `${body} was succeeded by ${by.body} on ${by.on} already. Nothing was recorded.`;
    return [{ field: '/body', code: 'register.already-succeeded', message }];
  }
  let one: string | undefined = successor;
  while (one !== undefined && one !== body) one = next(one)?.body;
  if (one === undefined) return [];
  const message = `${body} itself took the place of ${successor}, or is the same. Name another successor.`;
  return [{ field: '/successor', code: 'register.circular-succession', message }];
}

function succeeded(input: SucceedBodyInput, setting: Setting): BodySucceeded {
  const { area, body, successor, reason } = input;
  return {
    type: 'register.body-succeeded',
    ...headed(setting),
    about: aboutOf(input, [bodyRef(body), bodyRef(successor)]),
    data: { area, body, successor, reason: reason ?? null, ...secondHand(setting) },
  };
}
