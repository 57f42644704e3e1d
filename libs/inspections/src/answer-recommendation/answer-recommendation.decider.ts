import { Refusal, type Context, type Problem, type SealedText } from '@daybook/ledger';
import { headed, sameBody, secondHand, type GivenPaper } from '@daybook/provenance';
import { bodiesOf } from '../addressees';
import {
  findFinding,
  inspectionsBook,
  type FindingOnRecord,
  type InspectionOnRecord,
  type InspectionsBook,
} from '../book';
import type { ResponseAction } from '../codes';
import { findingRef, type RecommendationAnswered } from '../inspections.events';
import {
  aboutOf,
  findAnswered,
  readRespondersSetting,
  settled,
  type Responding,
  type RespondingDecider,
} from '../responding';

export interface AnswerRecommendationInput extends Omit<Responding, 'concern'> {
  readonly finding: string;
  readonly action: ResponseAction;
  readonly answer: SealedText;
  /** The event id of the answer that it replaces. */
  readonly of?: string | null;
}

/** The body says of one recommendation what was done or will be done about it, or why nothing is. */
export const answerRecommendation: RespondingDecider<AnswerRecommendationInput, RecommendationAnswered> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const of = findAnswered(book, input);
    if (of instanceof Refusal) return of;
    const finding = findFinding(book, input.finding);
    if (finding instanceof Refusal) return finding;
    const accesses = [of.inspection.access, finding.raised.access];
    const read = readRespondersSetting(input, accesses, context);
    const answered = { ...of, concern: concernWith(book, finding) };
    const setting = settled(
      'The answer was not recorded.',
      [answered],
      read,
      wrongFinding(input, finding, context),
    );
    if (setting instanceof Refusal) return setting;
    const standing = answerOn(of.inspection, input.finding, setting.effectiveOn);
    if ((input.of ?? null) !== standing) return notTheAnswer(input, standing);
    const { area, inspection, action, answer } = input;
    return [
      {
        ...headed(setting),
        type: 'inspections.recommendation-answered',
        about: [...aboutOf(input), findingRef(area, input.finding)],
        data: {
          ...{ area, inspection, finding: input.finding, action, answer, of: standing },
          ...secondHand(setting),
        },
      },
    ];
  },
};

function wrongFinding(
  { area, inspection, finding }: AnswerRecommendationInput,
  { raised }: FindingOnRecord,
  { given }: Context<GivenPaper>,
): Problem[] {
  const say = (code: string, message: string): Problem[] => [{ field: '/finding', code, message }];
  if (raised.inspection !== inspection)
    return say('inspections.other-inspection', `"${finding}" is a finding of "${raised.inspection}".`);
  if (raised.kind === 'afi')
    return say(
      'inspections.not-a-recommendation',
      'An area for improvement is no recommendation that section 55 asks to answer.',
    );
  if (raised.kind !== 'recommendation')
    return say(
      'inspections.not-a-recommendation',
      `"${finding}" is no recommendation. Answer the recommendations that it carries.`,
    );
  const isHere = (one: string): boolean => bodiesOf(area).some((body) => sameBody(body, one, given.bodies));
  if (raised.addressees.some(isHere)) return [];
  return say(
    'inspections.not-addressed-here',
    `"${finding}" is for other bodies: ${raised.addressees.join(', ')}. They answer it.`,
  );
}

/** The accelerated cause of concern that carries a recommendation: it was published then. */
function concernWith({ findings }: InspectionsBook, { raised }: FindingOnRecord): FindingOnRecord | null {
  const carries = (other: FindingOnRecord): boolean =>
    other.raised.accelerated !== null &&
    other.raised.inspection === raised.inspection &&
    other.raised.recommendations.includes(raised.finding);
  return [...findings.values()].find(carries) ?? null;
}

/** The answer to a recommendation that stood at the end of a day. */
function answerOn({ response }: InspectionOnRecord, finding: string, day: string): string | null {
  const answers = response.filter(
    ({ event, effectiveOn }) =>
      event.type === 'inspections.recommendation-answered' &&
      event.data.finding === finding &&
      effectiveOn <= day,
  );
  return answers.at(-1)?.id ?? null;
}

/** Of two people who answer at once, the second is told: what it replaces must be seen first. */
function notTheAnswer({ finding, of }: AnswerRecommendationInput, standing: string | null): Refusal {
  const code = standing ? 'inspections.already-answered' : 'inspections.unknown-answer';
  const message = standing
    ? `"${finding}" has an answer that this one does not name. Read it first; then replace it, by "of".`
    : `"${of}" is no answer to "${finding}" that stood on that day. Leave "of" out.`;
  return new Refusal(code, message, false, [
    { field: '/of', code, message, ...(standing && { detail: { standing } }) },
  ]);
}
