import { Refusal, canonicalText, type Decider, type Problem } from '@daybook/ledger';
import { contentOn, figuresBook, type FiguresBook } from '../book';
import { checkDimensions, dimensionsIn, type Dimension } from '../breakdown';
import type { Comparator, Frequency, Polarity, Unit } from '../codes';
import type { MeasureContent, MeasureDefined } from '../figures.events';
import {
  actingFor,
  checkPaper,
  measureFact,
  readEffectiveOn,
  type GivenPaper,
  type Heading,
} from '../setting';

export interface DefineMeasureInput extends Heading {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly frequency: Frequency;
  readonly polarity?: Polarity | null;
  readonly definition: string;
  readonly base?: string | null;
  readonly dimensions?: readonly Dimension[] | null;
  readonly owner?: string | null;
  readonly comparatorOf?: string | null;
  readonly comparatorKind?: Comparator | null;
  readonly place?: string | null;
}

function contentOf(input: DefineMeasureInput, body: string): MeasureContent {
  return {
    title: input.title,
    unit: input.unit,
    decimals: input.decimals,
    frequency: input.frequency,
    polarity: input.polarity ?? 'neither',
    definition: input.definition,
    base: input.base ?? null,
    dimensions: dimensionsIn(input.dimensions ?? []),
    owner: input.owner ?? body,
    comparatorOf: input.comparatorOf ?? null,
    comparatorKind: input.comparatorOf ? (input.comparatorKind ?? 'other') : null,
  };
}

/** Defining a measure again with the same content and an earlier date moves its start back. */
export const defineMeasure: Decider<DefineMeasureInput, FiguresBook, MeasureDefined, GivenPaper> = {
  ...figuresBook,
  decide(input, book, context) {
    const date = readEffectiveOn(input.effectiveOn, context.today);
    const content = contentOf(input, context.by.body);
    const acting = actingFor(input, context.by, content.owner, context.given.paper);
    const problems = [...checkPaper(input, context)];
    if ('code' in date) problems.push(date);
    if ('code' in acting) problems.push(acting);
    problems.push(...checkComparator(input, book), ...checkDimensions(content.dimensions));
    if (problems.length > 0 || 'code' in date || 'code' in acting)
      return Refusal.of('figures.bad-measure', 'The measure was not recorded.', problems);
    const again = checkDefinedBefore(input.id, content, date.effectiveOn, book);
    if (again) return again;
    // No more open than what is on record of it, or than the measure that it is compared with, which it names.
    const named = [input.id, content.comparatorOf ?? ''];
    const closed = named.some((id) => book.measures.get(id)?.access === 'restricted');
    return [
      {
        type: 'figures.measure-defined',
        ...measureFact(input, date, acting, context),
        ...(closed && { access: 'restricted' as const }),
        data: { area: input.area, measure: input.id, ...content },
      },
    ];
  },
};

function checkDefinedBefore(
  id: string,
  content: MeasureContent,
  effectiveOn: string,
  book: FiguresBook,
): Refusal | undefined {
  const known = book.measures.get(id);
  if (!known) return undefined;
  // From its start on it is what redefinitions have made of it; before, what it was first defined as.
  const stands = effectiveOn < known.start ? known.defined : contentOn(known, effectiveOn);
  if (canonicalText(stands) !== canonicalText(content))
    return new Refusal(
      'figures.measure-differs',
      `${id} is defined already, with other content. Record what changed with redefine-measure.`,
    );
  if (effectiveOn >= known.start)
    return new Refusal(
      'figures.already-defined',
      `${id} is defined already, from ${known.start}, with this content.`,
    );
  return undefined;
}

function checkComparator(
  { area, comparatorOf, comparatorKind }: DefineMeasureInput,
  book: FiguresBook,
): Problem[] {
  const field = '/comparatorOf';
  if (comparatorKind && !comparatorOf)
    return [
      {
        field,
        code: 'figures.comparator-missing',
        message: 'Name the measure that this one is compared with.',
      },
    ];
  if (!comparatorOf || book.measures.has(comparatorOf)) return [];
  const message = `No measure "${comparatorOf}" is defined in ${area}. Define it first.`;
  return [{ field, code: 'figures.unknown-measure', message }];
}
