import {
  AppendUnplaced,
  Drafts,
  Ledger,
  Refusal,
  isRefusal,
  type Actor,
  type Draft,
  type GivingUp,
  type Outcome,
} from '@daybook/ledger';
import { Injectable } from '@nestjs/common';
import { figuresBook, figuresStream } from '../book';
import type { FiguresEvent, OfFigure } from '../figures.events';
import { heldDeciders, naming, refusedAsShared, type BookDecider } from '../four-eyes';
import type { GivenPaper } from '../setting';
import { BodyRegister, PaperRegister } from '@daybook/provenance';

interface WhichDraft {
  readonly area: string;
  readonly draft: string;
}
type Rejection = WhichDraft & { readonly reason: string };

const UNKNOWN = 'Your body has no such draft here.';
const OWN = 'You sent this yourself. Somebody else of your body approves or rejects it; you may withdraw it.';
const NOT_YOURS = 'Only the person who sent a draft withdraws it. You may reject it, and say why.';
const ON_RECORD = 'This is on record already, where nothing is taken back. Correct it, or mark it as wrong.';

/**
 * What waits for a second person: of the same body, in the same role, and never the one who sent it. Others
 * learn nothing of it.
 */
@Injectable()
export class HeldReturns {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PaperRegister,
    private readonly bodies: BodyRegister,
    private readonly drafts: Drafts,
  ) {}

  /**
   * Records a draft as its author's act, approved by another. What stands may have changed since it was
   * sent: it is decided again, and where it is refused now, it goes on waiting.
   */
  async approve(which: WhichDraft, by: Actor): Promise<Outcome> {
    const draft = await this.of(which, by);
    if (isRefusal(draft)) return draft;
    const refused = refusedAsSecond(draft, by);
    if (refused) return refused;
    const decider = naming(by, deciderOf(draft));
    return this.ledger.carryOut(decider, { id: draft.id, by }, await this.given(draft));
  }

  /** Gives up a colleague's draft. Why is kept for its author, sealed, as long as its key is. */
  async reject(rejection: Rejection, by: Actor, id: string): Promise<Outcome> {
    const draft = await this.of(rejection, by);
    if (isRefusal(draft)) return draft;
    const refused = refusedAsSecond(draft, by);
    if (refused) return refused;
    return this.giveUp(draft, { how: 'rejected', by, reason: rejection.reason }, id);
  }

  /** Gives up a draft of one's own. */
  async withdraw(which: WhichDraft, by: Actor, id: string): Promise<Outcome> {
    const draft = await this.of(which, by);
    if (isRefusal(draft)) return draft;
    if (draft.by.person !== by.person) return new Refusal('figures.not-your-draft', NOT_YOURS);
    return this.giveUp(draft, { how: 'withdrawn', by, reason: null }, id);
  }

  /** The drafts of a body in an area: those that wait, longest first, then those that ended, newest first. */
  async list(area: string, by: Pick<Actor, 'body' | 'role'>): Promise<readonly Draft[]> {
    const drafts = await this.drafts.list(figuresStream(area));
    const seen = drafts.filter((draft) => maySee(draft, by));
    return Promise.all(seen.map((draft) => this.ledger.standing(draft)));
  }

  async find(id: string, by: Pick<Actor, 'body' | 'role'>): Promise<Draft | undefined> {
    const draft = await this.drafts.find(id);
    return draft && maySee(draft, by) ? this.ledger.standing(draft) : undefined;
  }

  /** What would be recorded of a draft were it approved now, or why it could not be; nothing once it has ended. */
  async rehearsed(draft: Draft): Promise<readonly FiguresEvent[] | Refusal> {
    if (draft.ending) return [];
    return this.ledger.rehearse(deciderOf(draft), draft, await this.given(draft));
  }

  /** Where an approved draft begins in the ledger; null while that is not known. */
  async indexOf({ id, ending }: Draft): Promise<number | null> {
    if (ending?.how !== 'approved') return null;
    const entries = await this.ledger.store.findCommand(id).catch(whereUnplaced);
    return entries[0]?.index ?? null;
  }

  /** The figure of the entry that a draft marks as entered wrongly. */
  async markedBy({ name, body, stream }: Draft): Promise<OfFigure | null> {
    if (name !== 'mark-entered-wrongly' || !body) return null;
    const { of = '' } = body as { readonly of?: string };
    return (await this.ledger.tip(figuresBook, stream)).entries.get(of) ?? null;
  }

  /** Whether a body has four eyes switched on, by all that is on record. */
  async isOn(area: string, body: string): Promise<boolean> {
    return (await this.ledger.tip(figuresBook, figuresStream(area))).fourEyes.has(body);
  }

  private async of({ area, draft: id }: WhichDraft, by: Actor): Promise<Draft | Refusal> {
    const draft = await this.find(id.toLowerCase(), by);
    if (draft?.stream === figuresStream(area)) return draft;
    return new Refusal('figures.unknown-draft', UNKNOWN);
  }

  private async giveUp(draft: Draft, ending: GivingUp, commandId: string): Promise<Outcome> {
    const taken = await this.ledger.idTaken(commandId);
    if (taken) return taken;
    const before = await this.ledger.giveUp(draft.id, ending);
    if (before) return isRefusal(before) ? before : new Refusal('figures.draft-on-record', ON_RECORD);
    const how = (await this.drafts.find(draft.id))?.ending?.how;
    if (how === 'approved') return new Refusal('figures.draft-on-record', ON_RECORD);
    // Whoever was first: a draft ends once.
    return { commandId, draft: draft.id, ended: how === 'withdrawn' ? 'withdrawn' : 'rejected' };
  }

  private async given({ body }: Draft): Promise<GivenPaper> {
    const { area = '', paper } = (body ?? {}) as { readonly area?: string; readonly paper?: string | null };
    const bodies = await this.bodies.of(area);
    return { paper: paper ? await this.papers.find(paper) : undefined, bodies };
  }
}

/** Why somebody is no second person to a draft of their body's. */
function refusedAsSecond(draft: Draft, by: Actor): Refusal | undefined {
  if (draft.by.person === by.person) return new Refusal('figures.own-draft', OWN);
  return refusedAsShared(by);
}

function whereUnplaced(error: unknown): [] {
  if (error instanceof AppendUnplaced) return [];
  throw error;
}

function maySee({ by }: Draft, { body, role }: Pick<Actor, 'body' | 'role'>): boolean {
  return by.body === body && by.role === role;
}

function deciderOf({ name }: Draft): BookDecider {
  const decider = heldDeciders.get(name);
  if (!decider) throw new Error(`Nothing decides "${name}".`);
  return decider;
}
