import { isSealed, type FreeText, type Ledger } from '@daybook/ledger';
import { inEffectiveOrder, openTexts, saidItem, type ReadText, type SaidItem } from '@daybook/provenance';
import { isBeginning, type ActsOf, type History, type SubjectKind } from './histories';
import type { ScrutinyAct } from './scrutiny.events';

/** Free text that an act carries, by what it is. */
export const TEXT_NAMES = [
  ...(['words', 'answer', 'promise', 'reasons', 'reason', 'evidence'] as const),
  ...(['report', 'taken', 'planned', 'corrections'] as const),
];
export interface NamedText {
  readonly name: (typeof TEXT_NAMES)[number];
  /** Null where it was erased. */
  readonly text: string | null;
  readonly erased: boolean;
}

/** A mark that an entry was entered wrongly, and what the paper really says. */
export interface MarkItem extends SaidItem, ReadText {
  readonly says: string | null;
  readonly saysErased: boolean;
}

/** One act as the history of what it is about tells it. */
export interface ToldAct extends SaidItem {
  readonly type: ScrutinyAct['type'];
  /** The office of the acting body that spoke; null: not said. */
  readonly office: string | null;
  /** Whether it fits what stood before it at its place; else it changes nothing. */
  readonly fits: boolean;
  readonly texts: readonly NamedText[];
  /** Set: it counts for nothing. */
  readonly enteredWrongly: MarkItem | null;
}

type ReadTexts = (text: FreeText) => ReadText;
type Acts<Kind extends SubjectKind> = Pick<History<Kind>, 'acts' | 'wrong'>;

/** Opens every text of a history at once. */
export function openHistory<Kind extends SubjectKind>(
  ledger: Pick<Ledger, 'keys'>,
  { acts, wrong }: Acts<Kind>,
): Promise<ReadTexts> {
  const all = [...acts, ...wrong.map(({ act }) => act)].flatMap((act) =>
    textsOf(act).map(([, text]) => text),
  );
  return openTexts(ledger, [...all, ...wrong.flatMap(({ mark }) => [mark.reason, mark.says])]);
}

/**
 * All that was said of one thing in effective order, what was entered wrongly among it. `more` is what a
 * kind of thing tells of its acts besides.
 */
export function toldHistory<Kind extends SubjectKind, More extends object>(
  { acts, wrong }: Acts<Kind>,
  notFitting: readonly string[],
  read: ReadTexts,
  more: (act: ActsOf[Kind]) => More,
): (ToldAct & More)[] {
  const marks = new Map(wrong.map(({ act, mark }) => [act.id, mark]));
  const tooEarly = acts.slice(0, Math.max(0, acts.findIndex(isBeginning))).map(({ id }) => id);
  return [...acts, ...wrong.map(({ act }) => act)].sort(inEffectiveOrder).map((act) => {
    const mark = marks.get(act.id);
    return {
      ...{ ...saidItem(act), type: act.type, office: act.data.office },
      fits: !mark && !notFitting.includes(act.id) && !tooEarly.includes(act.id),
      texts: textsOf(act).map(([name, text]) => {
        const { reason, reasonErased } = read(text);
        return { name, text: reason, erased: reasonErased };
      }),
      enteredWrongly: mark ? markItem(mark, read) : null,
      ...more(act),
    };
  });
}

function markItem(mark: History['wrong'][number]['mark'], read: ReadTexts): MarkItem {
  const { reason: says, reasonErased: saysErased } = read(mark.says);
  return { ...saidItem(mark), ...read(mark.reason), says, saysErased };
}

/** The free texts that an act was given, by name. */
function textsOf({ data }: ActsOf[SubjectKind]): (readonly [NamedText['name'], FreeText])[] {
  const saying: Readonly<Record<string, unknown>> = { ...data };
  return TEXT_NAMES.flatMap((name) => {
    const text = saying[name];
    return isSealed(text) ? [[name, text] as const] : [];
  });
}
