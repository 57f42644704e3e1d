import type { FreeText } from '@daybook/ledger';
import { inEffectiveOrder, type ReadText, type Said, type SaidItem, saidItem } from '@daybook/provenance';
import { type Act, type Raised } from '../acts';
import type { Group } from '../book';
import type { AddresseeState } from '../finding-state';
import type { InspectionsEvent } from '../inspections.events';
import type { FindingRow } from './findings.view';

/** Free text that an act carries, by what it is. */
export const TEXT_NAMES = ['reason', 'evidence', 'report', 'taken', 'planned'] as const;
export interface NamedText {
  readonly name: (typeof TEXT_NAMES)[number];
  /** Null where none was given, or where it was erased. */
  readonly text: string | null;
  readonly erased: boolean;
}

/** One event about a finding. */
export interface HistoryItem extends SaidItem {
  readonly type: InspectionsEvent['type'];
  /** The addressees of this finding that it concerns. */
  readonly addressees: readonly string[];
  /** The findings that it was said of at once. */
  readonly findings: readonly string[];
  /** Addressees with whom it did not fit what stood before it: there it changes nothing. */
  readonly unfitting: readonly string[];
  /** The event that it answers: a dispute, a claim, a date, a move. */
  readonly of: string | null;
  /** Dates before and after, canonical. */
  readonly from: string | null;
  readonly to: string | null;
  readonly askedBy: string | null;
  /** The finding that it goes on in, or that takes its place. */
  readonly goesOnAs: string | null;
  /** The group of findings that it makes. */
  readonly group: string | null;
  readonly texts: readonly NamedText[];
  /** Who marked it as entered wrongly, and when: it counts for nothing then. */
  readonly enteredWrongly: SaidItem | null;
}

export type ReadTexts = (text: FreeText) => ReadText;

/** What an act says, whichever it is. */
type Saying = {
  readonly [Name in (typeof TEXT_NAMES)[number]]?: FreeText;
} & {
  readonly of?: string;
  readonly from?: { readonly anticipated: string | null };
  readonly to?: { readonly anticipated: string | null };
  readonly expected?: { readonly anticipated: string | null };
  readonly askedBy?: string | null;
  readonly into?: string | null;
  readonly supersededBy?: string | null;
};

const SAYS_NOTHING = {
  unfitting: [],
  ...{ of: null, from: null, to: null, askedBy: null, goesOnAs: null, group: null },
  texts: [],
  enteredWrongly: null,
} as const;

/** Every event about a finding in effective order, what was entered wrongly among them. */
export function historyOf(
  row: FindingRow,
  raised: Raised,
  states: readonly AddresseeState[],
  read: ReadTexts,
): HistoryItem[] {
  const marks = new Map(row.wrong.map(({ act, mark }) => [act.id, saidItem(mark)]));
  const acts = [...row.acts, ...row.wrong.map(({ act }) => act)];
  const told: readonly (readonly [Said, HistoryItem])[] = [
    [raised, raisedItem(raised, raised, row)],
    ...acts.map((act): readonly [Said, HistoryItem] => {
      const item =
        'type' in act
          ? actItem(act, raised, read)
          : 'group' in act
            ? groupItem(act, raised)
            : raisedItem(act, raised, row);
      const unfitting = states.filter((s) => s.notFitting.includes(act.id)).map((s) => s.addressee);
      return [act, { ...item, unfitting, enteredWrongly: marks.get(act.id) ?? null }];
    }),
    ...row.groups.map((group): readonly [Said, HistoryItem] => [group, groupItem(group, raised)]),
  ];
  return [...told].sort(([a], [b]) => inEffectiveOrder(a, b)).map(([, item]) => item);
}

function groupItem(group: Group, { addressees }: Raised): HistoryItem {
  return {
    ...{ ...saidItem(group), ...SAYS_NOTHING, type: 'inspections.findings-grouped' },
    ...{ addressees, findings: group.findings, group: group.group },
  };
}

function raisedItem(said: Said, { addressees, completeBy }: Raised, { finding }: FindingRow): HistoryItem {
  return {
    ...{ ...saidItem(said), ...SAYS_NOTHING, type: 'inspections.finding-raised' },
    ...{ addressees, findings: [finding], to: completeBy?.anticipated ?? null },
  };
}

function actItem(act: Act, { addressees }: Raised, read: ReadTexts): HistoryItem {
  const data: Saying = act.data;
  return {
    ...{ ...saidItem(act), ...SAYS_NOTHING, type: act.type },
    addressees: act.data.addressees.filter((one) => addressees.includes(one)),
    findings: act.data.findings,
    of: data.of ?? null,
    from: data.from?.anticipated ?? null,
    to: (data.to ?? data.expected)?.anticipated ?? null,
    askedBy: data.askedBy ?? null,
    goesOnAs: data.into ?? data.supersededBy ?? null,
    texts: textsOf(act).map(([name, text]) => {
      const { reason, reasonErased } = read(text);
      return { name, text: reason, erased: reasonErased };
    }),
  };
}

/** The free texts that an act was given, by name. */
export function textsOf({ data }: Act): (readonly [NamedText['name'], FreeText])[] {
  const saying: Saying = data;
  return TEXT_NAMES.flatMap((name) => (saying[name] ? [[name, saying[name]] as const] : []));
}
