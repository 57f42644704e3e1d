import {
  Refusal,
  type Actor,
  type Context,
  type Decider,
  type Problem,
  type SealedText,
} from '@daybook/ledger';
import { figuresBook, type FiguresBook, type MeasureState } from '../book';
import { figureRef, measureRef, paperRef, type ChangeExplained, type OfFigure } from '../figures.events';
import type { Setting } from '../line';
import { redefinitionBy, severityOf, shown } from '../rulings';
import {
  actingFor,
  checkPaperOnRecord,
  checkTranscript,
  readEffectiveOn,
  type GivenPaper,
  type Heading,
} from '../setting';
import { asOn, judge, type FigureEntry, type Vintage } from '../vintages';

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
    const figure = book.entries.get(input.of);
    if (!figure) return unknownEntry(input.of);
    const measure = book.measures.get(figure.measure);
    const entry = book.figures.get(figureRef(figure))?.entries.find((e) => e.id === input.of);
    if (!measure || !entry) return unknownEntry(input.of);
    if (!concerns(entry, measure, context.by)) return new Refusal('figures.not-yours', NOT_YOURS);
    const date = readEffectiveOn(input.effectiveOn, context.today);
    const acting = actingFor(input, context.by, undefined, context.given.paper);
    if ('code' in date) return Refusal.of(date.code, date.message, [date]);
    if ('code' in acting) return Refusal.of(acting.code, acting.message, [acting]);
    const problems = checkExplanation(input, acting, figure, measure, date.effectiveOn, entry, book, context);
    if (problems.length > 0)
      return Refusal.of('figures.bad-explanation', 'The explanation was not recorded.', problems);
    const access = entry.access === 'restricted' ? entry.access : (input.access ?? 'public');
    return [{ ...explained(input, figure, measure, date, acting.for), access }];
  },
};

function explained(
  input: ExplainChangeInput,
  figure: OfFigure,
  measure: MeasureState,
  date: Pick<ChangeExplained, 'effectiveOn' | 'precision'>,
  actingBody: string | undefined,
): ChangeExplained {
  const severity = severityOf(input, { for: actingBody ?? 'any' }, () => undefined);
  const redefinition = input.as === 'restated' ? redefinitionBy({ measure }, date.effectiveOn) : undefined;
  return {
    type: 'figures.change-explained',
    schema: 1,
    ...date,
    ...(actingBody && { for: actingBody }),
    ...(input.paper && { source: { paper: input.paper, place: input.place ?? '' } }),
    about: [figureRef(figure), measureRef(figure), ...(input.paper ? [paperRef(input.paper)] : [])],
    access: 'public',
    data: {
      ...figure,
      of: input.of,
      as: input.as,
      reason: input.reason,
      ...(input.as === 'corrected' && severity && { severity }),
      ...(redefinition && { redefinition }),
    },
  };
}

function checkExplanation(
  input: ExplainChangeInput,
  acting: Pick<Setting, 'for'>,
  figure: OfFigure,
  measure: MeasureState,
  effectiveOn: string,
  entry: FigureEntry,
  book: FiguresBook,
  context: Context<GivenPaper>,
): Problem[] {
  const problems = [...checkPaperOnRecord(input, context), ...checkTranscript(acting, input.paper)];
  const say = (field: string, code: string, message: string): void =>
    void problems.push({ field: `/${field}`, code: `figures.${code}`, message });
  if (effectiveOn < entry.effectiveOn)
    say(
      'effectiveOn',
      'before-its-vintage',
      `The change is effective on ${entry.effectiveOn}; its explanation cannot be earlier.`,
    );
  const record = book.figures.get(figureRef(figure));
  const vintage = record && judge(asOn(record, effectiveOn)).vintages.find((v) => v.id === input.of);
  if (effectiveOn >= entry.effectiveOn && vintage?.kind !== 'unexplained')
    say('of', 'not-unexplained', `Entry ${input.of} is no unexplained change: it is ${describe(vintage)}.`);
  if (input.as === 'restated' && !redefinitionBy({ measure }, effectiveOn))
    say(
      'as',
      'no-redefinition',
      `No change of ${figure.measure}'s definition is recorded by ${effectiveOn}.`,
    );
  if (input.as === 'corrected') severityOf(input, acting, say);
  if (!input.reason) say('reason', 'reason-missing', 'Say why the figure changed.');
  return problems;
}

function describe(vintage: Vintage | undefined): string {
  return vintage ? shown(vintage) : 'not on record by then';
}

/** A change is explained by whoever wrote it, whose act it was, or the measure's owner. */
function concerns(entry: Pick<FigureEntry, 'by' | 'for'>, measure: MeasureState, by: Actor): boolean {
  return [entry.by.body, entry.for, measure.defined.owner].includes(by.body);
}

export function unknownEntry(id: string): Refusal {
  return new Refusal('figures.unknown-entry', `No entry ${id} is on record in this area's figures.`);
}
