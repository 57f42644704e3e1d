import { Refusal, type Problem } from '@daybook/ledger';
import { headed, secondHand } from '@daybook/provenance';
import { inspectionsBook, type InspectionOnRecord } from '../book';
import type { CopiedTo } from '../codes';
import type { CopySent, ResponsePublished } from '../inspections.events';
import {
  aboutOf,
  accessesOf,
  findAnswered,
  isOfResponse,
  readRespondersSetting,
  settled,
  type Responding,
  type RespondingDecider,
} from '../responding';

export interface SendCopyInput extends Responding {
  readonly to: CopiedTo;
}

/** A copy of what was published goes to the inspectorate, and one to the Secretary of State. */
export const sendCopy: RespondingDecider<SendCopyInput, CopySent> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const of = findAnswered(book, input);
    if (of instanceof Refusal) return of;
    const published = publishedBy(of.inspection, input, input.effectiveOn);
    const reports = new Set(published.flatMap(({ data }) => [data.inspection, ...data.answersAlso]));
    const also = [...reports].filter((id) => id !== input.inspection);
    const accesses = [...accessesOf(of), ...published.map(({ access }) => access)];
    const read = readRespondersSetting(input, accesses, context);
    const nothing = published.length === 0 ? [NOTHING_TO_COPY] : [];
    const setting = settled('The copy was not recorded.', [of], read, nothing);
    if (setting instanceof Refusal) return setting;
    const { area, inspection, concern, to } = input;
    return [
      {
        ...headed(setting),
        type: 'inspections.copy-sent',
        about: aboutOf(input, also),
        data: { area, inspection, concern: concern ?? null, to, answersAlso: also, ...secondHand(setting) },
      },
    ];
  },
};

const NOTHING_TO_COPY: Problem = {
  field: '/effectiveOn',
  code: 'inspections.not-published',
  message: 'No response was published by that day. Record what was published first.',
};

/** What was published in answer to it by a day. A month is compared with months. */
function publishedBy(
  { response }: InspectionOnRecord,
  { inspection, concern }: SendCopyInput,
  day: string,
): readonly ResponsePublished[] {
  return response.flatMap(({ event, effectiveOn }) =>
    event.type === 'inspections.response-published' &&
    isOfResponse(event.data, inspection, concern ?? null) &&
    effectiveOn.slice(0, day.length) <= day
      ? [event]
      : [],
  );
}
