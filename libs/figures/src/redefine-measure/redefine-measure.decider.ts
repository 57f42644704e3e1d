import { Refusal, type Decider } from '@daybook/ledger';
import { figuresBook, type FiguresBook } from '../book';
import { checkDimensions, dimensionsIn, type Dimension } from '../breakdown';
import type { MeasureRedefined } from '../figures.events';
import { parsePeriod } from '../period';
import {
  actingFor,
  checkPaper,
  measureFact,
  readEffectiveOn,
  type GivenPaper,
  type Heading,
} from '../setting';

export interface RedefineMeasureInput extends Heading {
  readonly id: string;
  readonly change: string;
  /** First period under the new definition, in any spelling; absent or null where it is not known. */
  readonly fromPeriod?: string | null;
  readonly title?: string | null;
  readonly definition?: string | null;
  readonly base?: string | null;
  readonly decimals?: number | null;
  readonly dimensions?: readonly Dimension[] | null;
  readonly place?: string | null;
}

/** A change of definition opens a break in the series; restatements name it. */
export const redefineMeasure: Decider<RedefineMeasureInput, FiguresBook, MeasureRedefined, GivenPaper> = {
  ...figuresBook,
  decide(input, book, context) {
    const known = book.measures.get(input.id);
    if (!known)
      return new Refusal(
        'figures.unknown-measure',
        `No measure "${input.id}" is defined in ${input.area}. Define it first.`,
      );
    const date = readEffectiveOn(input.effectiveOn, context.today);
    const acting = actingFor(input, context.by, known.defined.owner, context.given.paper);
    const from = input.fromPeriod ? parsePeriod(input.fromPeriod) : undefined;
    const problems = [...checkPaper(input, context), ...checkDimensions(input.dimensions ?? [])];
    if ('code' in date) problems.push(date);
    else if (date.effectiveOn < known.start)
      problems.push({
        field: '/effectiveOn',
        code: 'figures.before-measure-start',
        message: `${input.id} is defined from ${known.start}.`,
      });
    if ('code' in acting) problems.push(acting);
    if (input.fromPeriod && !from)
      problems.push({
        field: '/fromPeriod',
        code: 'figures.bad-period',
        message: `"${input.fromPeriod}" is not a period.`,
      });
    if (problems.length > 0 || 'code' in date || 'code' in acting)
      return Refusal.of('figures.bad-measure', 'The redefinition was not recorded.', problems);
    const { title, definition, base, decimals, dimensions } = input;
    return [
      {
        type: 'figures.measure-redefined',
        ...measureFact(input, date, acting, context),
        ...(known.access === 'restricted' && { access: 'restricted' as const }),
        data: {
          area: input.area,
          measure: input.id,
          change: input.change,
          fromPeriod: from?.canonical ?? null,
          ...(title && { title }),
          ...(definition && { definition }),
          ...(base && { base }),
          ...(typeof decimals === 'number' && { decimals }),
          ...(dimensions && { dimensions: dimensionsIn(dimensions) }),
        },
      },
    ];
  },
};
