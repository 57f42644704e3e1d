import { refuse } from '@daybook/ledger';
import { BODY_KINDS, type BodyKind } from '../../codes';

/** A kind of body as it was asked for; undefined where none was. Throws `register.unknown-kind`. */
export function readKindWanted(kind: string | undefined): BodyKind | undefined {
  const found = BODY_KINDS.find((one) => one === kind);
  if (found || kind === undefined) return found;
  return refuse('register.unknown-kind', `"${kind}" is no kind of body. Use ${BODY_KINDS.join(', ')}.`);
}
