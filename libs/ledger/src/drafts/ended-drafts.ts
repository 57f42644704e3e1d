import type { Actor, Recorded } from '../record';
import { AppendUnplaced, type EventStore } from '../store/event-store';
import type { Draft, Drafts } from './drafts';

/** What became of drafts that were appended: read off the record, which alone says so for certain. */
export class EndedDrafts {
  constructor(
    private readonly store: EventStore,
    private readonly drafts: Drafts,
  ) {}

  /** Ends a draft that is on record: by whom its first record says, who need not be who asked last. */
  async asApproved(draft: Draft, by: Actor): Promise<void> {
    const [first] = await recordsOf(this.store, draft.id);
    const at = first?.recordedAt ?? draft.heldAt;
    const approver = (first && approverOf(first)) ?? draft.begun?.by ?? by;
    await this.drafts.end(draft.id, { how: 'approved', by: approver, at, reason: null });
  }

  /** The same for one that may be on record; whether it is. */
  async whereOnRecord(draft: Draft): Promise<boolean> {
    const [first] = await recordsOf(this.store, draft.id);
    if (first?.command.hash !== draft.hash) return false;
    await this.asApproved(draft, first.by);
    return true;
  }
}

/** The records of a command, also of one whose place is not known yet. */
export async function recordsOf(store: EventStore, commandId: string): Promise<readonly Recorded[]> {
  try {
    return (await store.findCommand(commandId)).map(({ record }) => record);
  } catch (error) {
    if (error instanceof AppendUnplaced) return error.records;
    throw error;
  }
}

/** A decider that a draft is carried out with says who approved it in the data of its first record. */
function approverOf({ data }: Recorded): Actor | undefined {
  return (data as { readonly approvedBy?: Actor }).approvedBy;
}
