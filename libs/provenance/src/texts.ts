import { isSealed, unseal, type FreeText, type Ledger } from '@daybook/ledger';
import type { SaidItem } from './said';

/** Free text as it is read: null where none was given; `erased` where its key was destroyed. */
export interface ReadText {
  readonly reason: string | null;
  readonly reasonErased: boolean;
}

/** When and by whom it was said, with the reason that was given, as far as it can still be read. */
export type ReasonedItem = SaidItem & ReadText;

/** Opens sealed texts, the keys of all of them at once. */
export async function openTexts(
  { keys }: Pick<Ledger, 'keys'>,
  texts: readonly (FreeText | undefined)[],
): Promise<(text: FreeText) => ReadText> {
  const found = await keys.find(texts.filter((text) => isSealed(text)).map(({ key }) => key));
  return (text) => {
    if (!text) return { reason: null, reasonErased: false };
    const key = found.get(text.key);
    if (!key || key === 'erased') return { reason: null, reasonErased: true };
    return { reason: unseal(text, key), reasonErased: false };
  };
}
