import { type ReasonedItem, type Said, saidItem, type SaidItem } from '@daybook/provenance';
import { addresseeKind } from '../addressees';
import type { AddresseeKind } from '../codes';
import type { Act, Raised } from '../acts';
import type { DateSaid } from '@daybook/due-dates';
import type { AddresseeState } from '../finding-state';
import type { ReadTexts } from './finding-history';
import { gapsOf, missingOf, standingOf, type Gaps, type MissingPart, type Standing } from './standing';

/** A date by which a finding was to be complete, and how it came to be that. */
export interface CompletionItem extends ReasonedItem {
  readonly anticipated: string | null;
  readonly words: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly setBy: string;
  /** The date that it took the place of; null: it is the first on record. */
  readonly from: string | null;
  /** From the latest day before to the latest day now; null where either has none. */
  readonly days: number | null;
  /** Recorded as a move; else a date of which an older one, entered later, made one. */
  readonly declared: boolean;
  readonly askedBy: string | null;
  /** Null: nobody has agreed; of the first date there is nothing to agree. */
  readonly agreed: SaidItem | null;
}

export interface ClaimItem extends SaidItem {
  readonly evidence: string | null;
  readonly evidenceErased: boolean;
  readonly assured: ReasonedItem | null;
  readonly declined: ReasonedItem | null;
}

export interface DisputeItem extends ReasonedItem {
  readonly answered: ReasonedItem | null;
}

/** Where a finding stands with one addressee, and how it came there. */
export interface AddresseeItem extends Standing {
  readonly addressee: string;
  readonly addresseeKind: AddresseeKind;
  readonly accepted: ReasonedItem | null;
  readonly dispute: DisputeItem | null;
  readonly claim: ClaimItem | null;
  readonly ended: ReasonedItem | null;
  readonly reopened: ReasonedItem | null;
  /** The finding that it goes on in, or that took its place. */
  readonly goesOnAs: string | null;
  readonly gaps: Gaps;
  /** What the inspectorate closed it without. */
  readonly missing: readonly MissingPart[];
  /** Every date that it had, the first on record first. */
  readonly completions: readonly CompletionItem[];
}

/** Looks up the acts of a finding, and opens what they say. */
export class ActsRead {
  private readonly acts: ReadonlyMap<string, Act>;

  constructor(
    acts: readonly Act[],
    private readonly raised: Raised,
    readonly read: ReadTexts,
  ) {
    this.acts = new Map(acts.map((act) => [act.id, act]));
  }

  addressee(state: AddresseeState, day: string): AddresseeItem {
    const { addressee, accepted, dispute, claim, ended, reopened } = state;
    const data = ended?.data;
    return {
      ...{ addressee, addresseeKind: addresseeKind(addressee) },
      ...standingOf(state, day),
      accepted: this.reasoned(accepted),
      dispute: dispute && { ...this.withReason(dispute.said), answered: this.reasoned(dispute.answered) },
      claim: claim && {
        ...{ ...saidItem(claim.said), ...this.evidenceOf(claim.id) },
        ...{ assured: this.reasoned(claim.assured), declined: this.reasoned(claim.declined) },
      },
      ...{ ended: this.reasoned(ended), reopened: this.reasoned(reopened) },
      goesOnAs:
        data && 'into' in data ? data.into : data && 'supersededBy' in data ? data.supersededBy : null,
      ...{ gaps: gapsOf(state, day), missing: missingOf(state) },
      completions: this.completions(state),
    };
  }

  private completions({ completion: { original, moves } }: AddresseeState): CompletionItem[] {
    if (!original) return [];
    const first = this.date(original, this.acts.get(original.id) ?? this.raised);
    return [
      { ...first, from: null, days: null, declared: false, agreed: null },
      ...moves.map(({ said, from, to, days, declared, agreed }) => ({
        ...this.date(to, said),
        ...{ from: from.expected.anticipated, days, declared },
        agreed: agreed && saidItem(agreed),
      })),
    ];
  }

  private date({ id, expected, setBy }: DateSaid, said: Said) {
    const act = this.acts.get(id);
    const askedBy = act?.type === 'inspections.completion-moved' ? act.data.askedBy : null;
    return { ...this.withReason(said), ...expected, setBy, askedBy };
  }

  private reasoned(said: Said | null): ReasonedItem | null {
    return said && this.withReason(said);
  }

  private withReason(said: Said): ReasonedItem {
    const act = this.acts.get(said.id);
    return { ...saidItem(said), ...this.read(act && 'reason' in act.data ? act.data.reason : null) };
  }

  private evidenceOf(id: string): Pick<ClaimItem, 'evidence' | 'evidenceErased'> {
    const act = this.acts.get(id);
    const read = this.read(act?.type === 'inspections.discharge-claimed' ? act.data.evidence : null);
    return { evidence: read.reason, evidenceErased: read.reasonErased };
  }
}
