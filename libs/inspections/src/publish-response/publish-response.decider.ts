import { Refusal, type FreeText, type Problem } from '@daybook/ledger';
import { headed, secondHand } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import type { ResponsePublished } from '../inspections.events';
import {
  aboutOf,
  accessesOf,
  findAnswered,
  readRespondersSetting,
  settled,
  type Responding,
  type RespondingDecider,
} from '../responding';

export interface PublishResponseInput extends Responding {
  /** To the chief officer's comments. */
  readonly reply?: FreeText;
  readonly url?: string | null;
  /** Other inspections of the area that this response answers as well. */
  readonly answersAlso?: readonly string[] | null;
}

/**
 * The body publishes its response. One that is incomplete is recorded too, since the record says what
 * happened, and so is a further one; what each lacks is computed where it is read.
 */
export const publishResponse: RespondingDecider<PublishResponseInput, ResponsePublished> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const of = findAnswered(book, input);
    if (of instanceof Refusal) return of;
    const also = input.answersAlso ?? [];
    const others = also.flatMap((id) => book.inspections.get(id) ?? []);
    const all = [of, ...others.map((inspection) => ({ inspection, concern: null }))];
    const read = readRespondersSetting(input, all.flatMap(accessesOf), context);
    const problems = [...wrongOthers(input, book), ...noDay(input)];
    const setting = settled('The response was not recorded.', all, read, problems);
    if (setting instanceof Refusal) return setting;
    const { area, inspection, concern, reply, url } = input;
    return [
      {
        ...headed(setting),
        type: 'inspections.response-published',
        about: aboutOf(input, also),
        data: {
          ...{ area, inspection, concern: concern ?? null },
          ...{ reply: reply ?? null, url: url || null, answersAlso: also },
          ...secondHand(setting),
        },
      },
    ];
  },
};

function noDay({ effectiveOn }: PublishResponseInput): Problem[] {
  if (!/^\d{4}-\d{2}$/.test(effectiveOn)) return [];
  const message = 'Give the day on which it was published, not only the month: the clock counts days.';
  return [{ field: '/effectiveOn', code: 'inspections.day-needed', message }];
}

function wrongOthers(
  { inspection, answersAlso }: PublishResponseInput,
  { inspections }: InspectionsBook,
): Problem[] {
  return (answersAlso ?? []).flatMap((id, i, all): Problem[] => {
    const say = (code: string, message: string): Problem[] => [{ field: `/answersAlso/${i}`, code, message }];
    if (id === inspection || all.indexOf(id) < i)
      return say('inspections.named-twice', `"${id}" is named twice. Name each report once.`);
    if (inspections.has(id)) return [];
    return say(
      'inspections.unknown-inspection',
      `No inspection "${id}" is on record in this area. Record it first.`,
    );
  });
}
