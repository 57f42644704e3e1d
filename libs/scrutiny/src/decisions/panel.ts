import { Refusal, type Context } from '@daybook/ledger';
import { sameBody, type GivenPaper } from '@daybook/provenance';
import { refused, type Spoken } from '../setting';

/**
 * The panel that scrutinises: it acts itself, or the office writes its act down, and only from the panel's
 * own paper, since the decisions that it scrutinises are the office's.
 */
export function panelOf(
  input: Pick<Spoken, 'area' | 'for' | 'paper'>,
  { by, given }: Context<GivenPaper>,
): string | Refusal {
  if (by.role === 'panel') return by.body;
  const { bodies, paper } = given;
  const panel = input.for || `${input.area}-panel`;
  if (panel !== `${input.area}-panel` && bodies?.get(panel)?.kind !== 'panel') {
    const message = `"${panel}" is no panel of this area. Name the panel, or leave "for" out.`;
    return refused(message, [{ field: '/for', code: 'scrutiny.other-actor', message }]);
  }
  // Of a paper that is missing, or not on record, the heading says so.
  if (!paper || sameBody(paper.issuedBy, panel, bodies)) return panel;
  const message = `Only ${panel} says so, and ${paper.id} is a paper of ${paper.issuedBy}. Name a paper of the panel.`;
  return new Refusal('scrutiny.not-its-paper', message, false, [
    { field: '/paper', code: 'scrutiny.not-its-paper', message },
  ]);
}
