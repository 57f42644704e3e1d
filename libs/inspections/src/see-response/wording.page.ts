import { counted, longDate } from '@daybook/pages';
import type { CopiedTo, ResponseAction } from '../codes';
import { DAYS_TO_RESPOND, type WhyNoClock } from '../response-clock';
import type { Lacking } from './response';
import type { ResponseToOne } from './response-item';

export const ACTION_WORDS: Readonly<Record<ResponseAction, string>> = {
  done: 'Done',
  planned: 'Planned',
  nothing: 'Nothing is to be done',
};

export const COPY_WORDS: Readonly<Record<CopiedTo, string>> = {
  inspectorate: 'The inspectorate',
  'secretary-of-state': 'The Secretary of State',
};

const LACKING_WORDS: Readonly<Record<Lacking, string>> = {
  comments: 'the chief officer’s comments, or that none came',
  reply: 'a reply to the chief officer’s comments',
};

const WHY_WORDS: Readonly<Record<WhyNoClock, string>> = {
  'sets-its-own-date': 'It is no inspectorate’s report, so section 55 sets no date for an answer to it.',
  'not-an-inspectorate':
    'Its author is no inspectorate of police forces, so section 55 sets no date for an answer to it.',
  'does-not-relate-to-force':
    'It does not relate to the force, so section 55 sets no date for an answer to it.',
  'day-not-known': 'The day of its publication is not known, so no days can be counted from it.',
  'before-the-law': 'It was published before 2 May 2017, since when there have been 56 days for an answer.',
  'not-published-yet': 'It was not published yet.',
};

/** Where the 56 days stand, as a word for a tag. Its colour says nothing that the word does not. */
export const CLOCK_TAGS: Readonly<Record<ResponseToOne['status'], { word: string; tag: string }>> = {
  running: { word: 'Running', tag: 'blue' },
  met: { word: 'Met', tag: 'green' },
  late: { word: 'Late', tag: 'orange' },
  'none-recorded': { word: 'None recorded here', tag: 'grey' },
  'not-applicable': { word: 'No clock', tag: 'grey' },
};

/** Where the 56 days stand, in sentences: "Day 12 of 56. The last day is 22 June 2022." */
export function clockInWords(one: ResponseToOne): string {
  const { status, day, dueOn, respondedOn, why } = one;
  const last = dueOn === null ? '' : longDate(dueOn);
  const of = `day ${day ?? 0} of ${DAYS_TO_RESPOND}`;
  switch (status) {
    case 'running':
      return `D${of.slice(1)}. The last day is ${last}.`;
    case 'met':
      return `Answered on ${longDate(respondedOn ?? '')}, ${of}. The last day was ${last}.`;
    case 'late':
      return `Answered on ${longDate(respondedOn ?? '')}, ${days(one.daysLate)} after the last day, ${last}.`;
    case 'none-recorded':
      return (
        `None recorded here, ${days(one.daysPast)} past the last day, ${last}. ` +
        'That nothing is recorded here does not say that nothing was done.'
      );
    case 'not-applicable':
      return [
        why ? WHY_WORDS[why] : '',
        ...(dueOn ? [`It asks for a reply by ${last}.`] : []),
        ...(respondedOn ? [`Answered on ${longDate(respondedOn)}.`] : []),
      ].join(' ');
    default: {
      const never: never = status;
      throw new Error(`Unknown status ${String(never)}`);
    }
  }
}

function days(count: number | null): string {
  return counted(count ?? 0, 'day');
}

/** What a response lacks, in a sentence; of one that is not published yet, what is still to be said. */
export function lacksInWords(
  { uncovered, missing }: Pick<ResponseToOne, 'uncovered' | 'missing'>,
  isPublished: boolean,
): string {
  const recommendations = uncovered.length > 0 ? [counted(uncovered.length, 'recommendation')] : [];
  const lacks = [...recommendations, ...missing.map((one) => LACKING_WORDS[one])].join('; ');
  if (lacks === '') return isPublished ? 'Complete.' : 'Nothing is left to be said before it is published.';
  return isPublished ? `Incomplete. Not covered: ${lacks}.` : `Still to be said: ${lacks}.`;
}
