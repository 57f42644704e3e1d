import type { FreeText } from '@daybook/ledger';
import { saidItem, type ReadText, type SaidItem } from '@daybook/provenance';
import type { ReviewOutcome } from '../../codes';
import type { DecisionAct, History } from '../../histories';
import type { Citation } from '../../scrutiny.events';
import { toldHistory, type ToldAct } from '../../told';
import { decisionOn } from '../decision-state';
import { itemOf, type DecisionItem } from './decision-item';

/** What an amendment made otherwise; null stayed as it was. */
export interface AmendedTo {
  readonly title: string | null;
  readonly takesEffectOn: string | null;
  readonly publishedOn: string | null;
  readonly exempt: readonly string[] | null;
}

/** One act of a decision's history. */
export interface DecisionToldAct extends ToldAct {
  readonly amended: AmendedTo | null;
  readonly supersededBy: string | null;
  readonly outcome: ReviewOutcome | null;
}

/** One decision, in full. What it cites is told with what stands now by whoever can look at the figures. */
export interface DecisionInFull<Cites = Citation> extends Omit<DecisionItem, 'cites'> {
  /** As it was recorded first; `title` is that of the latest amendment. */
  readonly firstTitle: string;
  /** Of the decision as it stands: null where none were given, or where they were erased. */
  readonly reasons: string | null;
  readonly reasonsErased: boolean;
  readonly cites: readonly Cites[];
  /** The decision that took its place; null: none did, or it is not said which. */
  readonly supersededBy: string | null;
  readonly recorded: SaidItem;
  readonly history: readonly DecisionToldAct[];
}

/** The decision in full as at a day; undefined while it is not on record. */
export function decisionInFull(
  history: History<'decision'>,
  asOf: string,
  read: (text: FreeText) => ReadText,
): DecisionInFull | undefined {
  const state = decisionOn(history.acts, asOf);
  if (!state) return undefined;
  const { recorded, amendments, ended, notFitting } = state;
  const latest = amendments.findLast(({ data }) => data.reasons) ?? recorded;
  const { reason: reasons, reasonErased: reasonsErased } = read(latest.data.reasons);
  return {
    ...itemOf(history, state),
    ...{ firstTitle: recorded.data.title, reasons, reasonsErased },
    supersededBy: ended?.type === 'scrutiny.decision-superseded' ? ended.data.supersededBy : null,
    recorded: saidItem(recorded),
    history: toldHistory(history, notFitting, read, more),
  };
}

function more(act: DecisionAct): Omit<DecisionToldAct, keyof ToldAct> {
  return {
    amended: act.type === 'scrutiny.decision-amended' ? amendedTo(act.data) : null,
    supersededBy: act.type === 'scrutiny.decision-superseded' ? act.data.supersededBy : null,
    outcome: act.type === 'scrutiny.decision-reviewed' ? act.data.outcome : null,
  };
}

function amendedTo({ title, takesEffectOn, publishedOn, exempt }: AmendedTo): AmendedTo {
  return { title, takesEffectOn, publishedOn, exempt };
}
