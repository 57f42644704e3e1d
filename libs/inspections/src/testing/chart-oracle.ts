import type { Entry, Recorded } from '@daybook/ledger';
import type { FindingStatus } from '../codes';
import type { FindingAct } from '../inspections.events';

/*
 * A second reading of the state chart (rules 28 to 32 and 37 of the README), written from its words, to
 * compare the fold with. It keeps no running state: of each act by itself it asks what stood before it.
 */

type Told = Entry<FindingAct>;
type Said = Recorded<FindingAct>;

/** Where a finding stands with an addressee, by the ids of the acts that made it so. */
export interface Stands {
  readonly status: FindingStatus;
  readonly accepted: string | null;
  readonly dispute: readonly [id: string, answered: string | null] | null;
  readonly claim: readonly [id: string, assured: string | null, declined: string | null] | null;
  readonly ended: string | null;
  readonly reopened: string | null;
  readonly notFitting: readonly string[];
}

const ENDS: Readonly<Record<string, FindingStatus>> = {
  'inspections.finding-closed': 'closed',
  'inspections.finding-carried-forward': 'carried-forward',
  'inspections.finding-superseded': 'superseded',
  'inspections.finding-withdrawn': 'withdrawn',
};

const MAKES: Readonly<Record<string, FindingStatus>> = {
  'inspections.finding-accepted': 'accepted',
  'inspections.finding-disputed': 'disputed',
  'inspections.discharge-claimed': 'claimed',
  'inspections.discharge-assured': 'assured',
};

/** The position of a finding with an addressee, from what was said of it so far, in any order. */
export function standing(said: readonly Told[], addressee: string): Stands {
  const acts = said
    .filter(({ record }) => record.data.addressees.includes(addressee))
    .sort((a, b) => a.record.effectiveOn.localeCompare(b.record.effectiveOn) || a.index - b.index)
    .map(({ record }) => record);
  return new Reading(acts).stands();
}

class Reading {
  private readonly memory = new Map<number, boolean>();

  constructor(private readonly acts: readonly Said[]) {}

  stands(): Stands {
    const n = this.acts.length;
    const last = (type: string, from = 0): string | null => this.last(n, type, from)?.id ?? null;
    const dispute = this.last(n, 'inspections.finding-disputed');
    const claim = this.claim(n);
    const status = this.status(n);
    const ruling = claim && this.ruling(n, claim);
    return {
      status,
      accepted: last('inspections.finding-accepted'),
      dispute: dispute && [dispute.id, last('inspections.dispute-answered', this.acts.indexOf(dispute))],
      claim: claim && [
        claim.id,
        ruling?.type === 'inspections.discharge-assured' ? ruling.id : null,
        ruling?.type === 'inspections.discharge-declined' ? ruling.id : null,
      ],
      ended: Object.values(ENDS).includes(status)
        ? this.fitting(n).findLast(({ type }) => ENDS[type])!.id
        : null,
      reopened: last('inspections.finding-reopened'),
      notFitting: this.acts.filter((_, i) => !this.fits(i)).map(({ id }) => id),
    };
  }

  /** The acts before the n-th that fitted. */
  private fitting(n: number, from = 0): readonly Said[] {
    return this.acts.slice(0, n).filter((_, i) => i >= from && this.fits(i));
  }

  private last(n: number, type: string, from = 0): Said | null {
    return this.fitting(n, from).findLast((act) => act.type === type) ?? null;
  }

  /**
   * The claim that counts before the n-th act: the latest that made it claimed, unless the finding was opened
   * again since.
   */
  private claim(n: number): Said | null {
    const since = this.fitting(n).findLast(
      (act) =>
        act.type === 'inspections.finding-reopened' ||
        (act.type === 'inspections.discharge-claimed' && this.status(this.acts.indexOf(act)) !== 'claimed'),
    );
    return since?.type === 'inspections.discharge-claimed' ? since : null;
  }

  /** Whether an act that names a claim is of the one that counts before the n-th act, or of one that repeats it. */
  private isOf(n: number, of: string | null): boolean {
    const claim = this.claim(n);
    const from = claim ? this.acts.indexOf(claim) : n;
    return this.fitting(n, from).some((act) => act.type === 'inspections.discharge-claimed' && act.id === of);
  }

  /** What the local policing body said last of a claim. */
  private ruling(n: number, claim: Said): Said | undefined {
    return this.fitting(n, this.acts.indexOf(claim)).findLast(({ type }) =>
      ['inspections.discharge-assured', 'inspections.discharge-declined'].includes(type),
    );
  }

  /** What stood before the n-th act. */
  private status(n: number): FindingStatus {
    const act = this.fitting(n).findLast(({ type }) => !isWork(type));
    if (!act) return 'open';
    const base = this.last(n, 'inspections.finding-accepted') ? 'accepted' : 'open';
    return MAKES[act.type] ?? ENDS[act.type] ?? base;
  }

  private fits(i: number): boolean {
    const known = this.memory.get(i) ?? this.judge(i);
    this.memory.set(i, known);
    return known;
  }

  private judge(i: number): boolean {
    const act = this.acts[i]!;
    const from = (...statuses: readonly FindingStatus[]): boolean => statuses.includes(this.status(i));
    if (isWork(act.type)) return true;
    if (ENDS[act.type]) return from('open', 'accepted', 'disputed', 'claimed', 'assured');
    const of = 'of' in act.data ? act.data.of : null;
    const claim = this.claim(i);
    const declined = claim && this.ruling(i, claim)?.type === 'inspections.discharge-declined';
    const rules: Readonly<Record<string, boolean>> = {
      'inspections.finding-accepted': from('open', 'disputed'),
      'inspections.finding-disputed': from('open', 'accepted'),
      'inspections.discharge-claimed': from('open', 'accepted', 'claimed'),
      'inspections.dispute-answered':
        from('disputed') && this.last(i, 'inspections.finding-disputed')?.id === of,
      'inspections.discharge-declined': from('claimed', 'assured') && this.isOf(i, of),
      'inspections.discharge-assured':
        this.isOf(i, of) && (from('claimed') || (declined === true && from('open', 'accepted', 'disputed'))),
      'inspections.finding-reopened': from('closed'),
    };
    return rules[act.type] ?? false;
  }
}

/** Work and dates do not change where a finding stands. */
function isWork(type: string): boolean {
  return /completion|move|progress/.test(type);
}
