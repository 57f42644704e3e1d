import { accessAsked, headingRules, type Acting, type GivenPaper, type Heading } from '@daybook/provenance';
import type { Context, Problem } from '@daybook/ledger';
import { measureRef, paperRef, type MeasureEvent } from './figures.events';

export { accessAsked, type GivenPaper, type Heading };
export const { readEffectiveOn, actingFor, checkTranscript, checkPaperOnRecord } = headingRules('figures');

/** What every event about a measure carries, whatever it says of it. */
export function measureFact(
  input: Heading & { readonly id: string; readonly place?: string | null },
  { effectiveOn, precision }: Pick<MeasureEvent, 'effectiveOn' | 'precision'>,
  acting: Acting,
  context: Context<GivenPaper>,
): Pick<MeasureEvent, 'schema' | 'effectiveOn' | 'precision' | 'for' | 'source' | 'about' | 'access'> {
  const { area, id, paper, place } = input;
  return {
    schema: 1,
    effectiveOn,
    precision,
    ...(acting.for && { for: acting.for }),
    ...(paper && { source: { paper, place: place ?? '' } }),
    about: [measureRef({ area, measure: id }), ...(paper ? [paperRef(paper)] : [])],
    access: accessAsked(input, context) ?? 'public',
  };
}

/** The paper a command names must be on record, and an inspectorate records what its own papers print. */
export function checkPaper(
  heading: Pick<Heading, 'area' | 'paper'>,
  context: Context<GivenPaper>,
): Problem[] {
  const { by, given } = context;
  const unknown = checkPaperOnRecord(heading, context);
  if (unknown.length > 0 || by.role !== 'inspector' || given.paper?.issuedBy === by.body) return unknown;
  return [
    {
      field: '/paper',
      code: 'figures.not-your-paper',
      message: 'An inspectorate records the figures printed in its own papers.',
    },
  ];
}
