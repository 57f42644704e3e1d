import { Refusal, type Access, type Decider, type Problem, type SealedText } from '@daybook/ledger';
import { figuresBook, findEntry, type FiguresBook, type FoundEntry } from '../book';
import { severityIn } from '../codes';
import { figureRef, measureRef, paperRef, type ChangeExplained } from '../figures.events';
import type { Setting } from '../line';
import { redefinitionBy, severityOf, shown } from '../rulings';
import {
  accessAsked,
  actingFor,
  checkPaperOnRecord,
  checkTranscript,
  readEffectiveOn,
  type GivenPaper,
  type Heading,
} from '../setting';
import { asOn, judge, type Vintage } from '../vintages';

export interface ExplainChangeInput extends Heading {
  /** The event id of the unexplained change. */
  readonly of: string;
  readonly as: 'revised' | 'corrected' | 'restated';
  readonly reason: SealedText;
  readonly severity?: string | null;
  readonly place?: string | null;
}

const NOT_YOURS =
  "Only the body that wrote the entry, the body whose act it was, or the measure's owner may explain it.";

/**
 * Says later why a figure changed; its entry shows the declared kind from the explanation's effective date
 * on.
 */
export const explainChange: Decider<ExplainChangeInput, FiguresBook, ChangeExplained, GivenPaper> = {
  ...figuresBook,
  decide(input, book, context) {
    const found = findEntry(book, input.of);
    if (found instanceof Refusal) return found;
    const date = readEffectiveOn(input.effectiveOn, context.today);
    const acting = actingFor(input, context.by, undefined, context.given.paper);
    if ('code' in date) return Refusal.of(date.code, date.message, [date]);
    if ('code' in acting) return Refusal.of(acting.code, acting.message, [acting]);
    if (!concerns(found, acting.for ?? context.by.body)) return new Refusal('figures.not-yours', NOT_YOURS);
    const told: Told = { input, ...found, ...date, for: acting.for };
    const problems = [...checkPaperOnRecord(input, context), ...checkExplanation(told)];
    if (problems.length > 0)
      return Refusal.of('figures.bad-explanation', 'The explanation was not recorded.', problems);
    const access = found.entry.access === 'restricted' ? 'restricted' : accessAsked(input, context);
    return [explained(told, access ?? 'public')];
  },
};

/** An explanation and what it explains, with whose act it is and since when. */
interface Told extends FoundEntry, Pick<Setting, 'effectiveOn' | 'precision' | 'for'> {
  readonly input: ExplainChangeInput;
}

function explained(told: Told, access: Access): ChangeExplained {
  const { input, figure, effectiveOn, precision } = told;
  const severity = input.as === 'corrected' ? severityIn(input.severity) : null;
  const redefinition = input.as === 'restated' ? redefinitionBy(told, effectiveOn) : undefined;
  return {
    type: 'figures.change-explained',
    schema: 1,
    effectiveOn,
    precision,
    ...(told.for && { for: told.for }),
    ...(input.paper && { source: { paper: input.paper, place: input.place ?? '' } }),
    about: [figureRef(figure), measureRef(figure), ...(input.paper ? [paperRef(input.paper)] : [])],
    access,
    data: {
      ...figure,
      of: input.of,
      as: input.as,
      reason: input.reason,
      ...(severity && { severity }),
      ...(redefinition && { redefinition }),
    },
  };
}

function checkExplanation(told: Told): Problem[] {
  const { input, figure, record, entry, effectiveOn } = told;
  const problems = checkTranscript(told, input.paper);
  const say = (field: string, code: string, message: string): void =>
    void problems.push({ field: `/${field}`, code: `figures.${code}`, message });
  if (effectiveOn < entry.effectiveOn)
    say(
      'effectiveOn',
      'before-its-vintage',
      `The change is effective on ${entry.effectiveOn}; its explanation cannot be earlier.`,
    );
  const vintage = judge(asOn(record, effectiveOn)).vintages.find((v) => v.id === input.of);
  if (effectiveOn >= entry.effectiveOn && vintage?.kind !== 'unexplained')
    say('of', 'not-unexplained', `Entry ${input.of} is no unexplained change: it is ${describe(vintage)}.`);
  if (input.as === 'restated' && !redefinitionBy(told, effectiveOn))
    say(
      'as',
      'no-redefinition',
      `No change of ${figure.measure}'s definition is recorded by ${effectiveOn}.`,
    );
  if (input.as === 'corrected') severityOf(input, told, say);
  if (!input.reason) say('reason', 'reason-missing', 'Say why the figure changed.');
  return problems;
}

function describe(vintage: Vintage | undefined): string {
  return vintage ? shown(vintage) : 'not on record by then';
}

/**
 * A change is explained by whoever wrote it, whose act it was, or the measure's owner; or so it is
 * transcribed.
 */
function concerns({ entry, measure }: FoundEntry, body: string): boolean {
  return [entry.by.body, entry.for, measure.defined.owner].includes(body);
}
