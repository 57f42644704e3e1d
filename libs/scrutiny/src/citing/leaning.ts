import { saidItem, type SaidItem } from '@daybook/provenance';
import { commitmentOn } from '../commitments/commitment-state';
import { decisionOn } from '../decisions/decision-state';
import type { Act, History } from '../histories';
import { questionOn } from '../questions/question-state';
import type { Citation } from '../scrutiny.events';

export const LEANING_KINDS = ['answer', 'decision', 'claim'] as const;
export type LeaningKind = (typeof LEANING_KINDS)[number];

/** One figure that an answer, a decision or a claim rests on, at the vintage that was quoted. */
export interface Leaning extends SaidItem {
  readonly area: string;
  readonly kind: LeaningKind;
  /** `question:kent/…`, `decision:kent/…`, `commitment:kent/…`. */
  readonly about: string;
  /** Of the question, the decision or the commitment. */
  readonly title: string;
  readonly office: string | null;
  readonly cites: Citation;
}

/** What a thing on record rests on: each figure that each of its acts cites, in effective order. */
export function leaningOf(
  history: History<'question'> | History<'commitment'> | History<'decision'>,
  asOf: string,
): Leaning[] {
  return history.acts
    .filter(({ effectiveOn }) => effectiveOn <= asOf)
    .flatMap((act) => {
      const leans = kindOf(act);
      const title = leans && titleOf(history, leans, asOf);
      if (!leans || title === undefined) return [];
      const { area } = history;
      const { office } = act.data;
      const about = `${SUBJECTS[leans.kind]}:${area}/${history.id}`;
      return leans.cites.map((cites) => ({
        ...saidItem(act),
        ...{ area, kind: leans.kind, about, title, office, cites },
      }));
    });
}

const SUBJECTS = { answer: 'question', decision: 'decision', claim: 'commitment' } as const;

interface Leans {
  readonly kind: LeaningKind;
  readonly cites: readonly Citation[];
}

function kindOf(act: Act): Leans | undefined {
  if (act.type === 'scrutiny.question-answered') return { kind: 'answer', cites: act.data.cites };
  if (act.type === 'scrutiny.decision-recorded') return { kind: 'decision', cites: act.data.cites };
  if (act.type === 'scrutiny.discharge-claimed') return { kind: 'claim', cites: act.data.cites };
  return undefined;
}

/** Undefined while the thing is not on record. */
function titleOf({ acts }: Pick<History, 'acts'>, { kind }: Leans, asOf: string): string | undefined {
  switch (kind) {
    case 'answer':
      return questionOn(acts as History<'question'>['acts'], asOf)?.title;
    case 'decision':
      return decisionOn(acts as History<'decision'>['acts'], asOf)?.title;
    case 'claim':
      return commitmentOn(acts as History<'commitment'>['acts'], asOf)?.made.data.title;
    default: {
      const never: never = kind;
      throw new Error(`Unknown kind ${String(never)}`);
    }
  }
}

/** The latest said first; what was said on one day, in the order of the ledger. */
export function latestSaidFirst(a: Leaning, b: Leaning): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1;
  return a.index - b.index;
}
