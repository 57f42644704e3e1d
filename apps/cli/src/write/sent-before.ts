import type { DraftInFull } from '@daybook/figures';
import { Refusal, RefusalError, heldAs, type Done, type Receipt } from '@daybook/ledger';
import type { ReturnFileItem } from '@daybook/runtime';
import type { Door, Question } from '../door/door';

/** A return on its way: what is said once for all of its figures, and the file that they stand in. */
export interface Sending {
  readonly area: string;
  readonly paper: string;
  readonly effectiveOn: string;
  readonly for?: string;
  readonly sha256: string;
}

const REUSED = 'This command id was used before, with other content. Send the new content under a new id.';

const receiptOf = (id: string): Question<Receipt> => ({
  path: `receipts/${encodeURIComponent(id)}`,
  parameters: {},
  here: (readings, person) => readings.records.receipt(person, id),
});
const fileOf = (index: number): Question<ReturnFileItem> => ({
  path: `returns/${index}/file`,
  parameters: {},
  here: (readings, person) => readings.returnFiles.one(person, index),
});
const draftOf = (id: string): Question<DraftInFull> => ({
  path: `drafts/${encodeURIComponent(id)}`,
  parameters: {},
  here: (readings, person) => readings.drafts.one(person, id),
});

/**
 * What became of a command whose answer was lost, where it was this return of this file: its receipt, or
 * that it waits as a draft. What it did is on record by now, and a check of the same lines would stumble over
 * that. Undefined where nobody has sent it; throws `ledger.command-reused` where it was something else.
 */
export async function sentBefore(door: Door, id: string, sending: Sending): Promise<Done | undefined> {
  const receipt = await known(door.bare(receiptOf(id)));
  if (receipt) {
    const file = await known(door.bare(fileOf(receipt.indexes[0] ?? 0)));
    return isSame(sending, file && { ...file, effectiveOn: asSent(file) }) ? receipt : reused();
  }
  const draft = await known(door.bare(draftOf(id)));
  if (draft?.state !== 'waiting') return undefined;
  const body = draft.body as (Partial<Sending> & { readonly file?: Partial<FileNamed> }) | null;
  return isSame(sending, body && { ...body, sha256: body.file?.sha256 }) ? heldAs(id) : reused();
}

type FileNamed = Pick<ReturnFileItem, 'name' | 'sha256'>;
type SentBefore = {
  readonly [Part in keyof Sending]?: string | null;
};

/** Where the file's hash was erased, what is left of the return decides. */
function isSame(sending: Sending, before: SentBefore | null | undefined): boolean {
  if (!before) return false;
  const { area, paper, effectiveOn, sha256 } = sending;
  const heading = before.area === area && before.paper === paper && before.effectiveOn === effectiveOn;
  const whose = !sending.for || !before.for || sending.for === before.for;
  return heading && whose && (before.sha256 === null || before.sha256 === sha256);
}

function asSent({ effectiveOn, precision }: ReturnFileItem): string {
  return precision === 'month' ? effectiveOn.slice(0, 7) : effectiveOn;
}

/** What is not there, or not for the reader, is no answer to the question whether it was sent. */
async function known<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RefusalError && UNKNOWN.includes(error.refusal.code)) return undefined;
    throw error;
  }
}

const UNKNOWN = ['ledger.not-on-record', 'figures.unknown-draft', 'identity.not-allowed'];

function reused(): never {
  throw new RefusalError(new Refusal('ledger.command-reused', REUSED));
}
