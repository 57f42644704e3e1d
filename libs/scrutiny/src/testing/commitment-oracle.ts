import type { Expected } from '@daybook/due-dates';
import { daysBetween } from '@daybook/ledger';
import type { CommitmentStatus } from '../codes';
import type { CommitmentAct } from '../histories';

/*
 * A second reading of a commitment, which knows nothing of the first: something to compare the fold with. It
 * keeps no running state: of each act by itself it asks what came before it.
 */

/** What is computed of a commitment as at a day. */
export interface Computed {
  readonly status: CommitmentStatus;
  readonly original: string | null;
  readonly due: string | null;
  readonly moves: number;
  readonly slipDays: number | null;
  readonly overdueDays: number | null;
  readonly pending: string | null;
  readonly claim: string | null;
  readonly notFitting: readonly string[];
}

/** As at a day, from what was said of it so far, in any order; undefined before it was made. */
export function computed(said: readonly CommitmentAct[], day: string): Computed | undefined {
  const acts = said
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .sort((a, b) =>
      a.effectiveOn === b.effectiveOn ? a.order - b.order : a.effectiveOn < b.effectiveOn ? -1 : 1,
    );
  return acts.some(({ type }) => type === MADE) ? new Reading(acts).at(day) : undefined;
}

const MADE = 'scrutiny.commitment-made';
const MAKES: Readonly<Record<string, CommitmentStatus>> = {
  'scrutiny.discharge-claimed': 'claimed',
  'scrutiny.discharge-accepted': 'discharged',
  'scrutiny.discharge-refused': 'refused',
  'scrutiny.commitment-withdrawn': 'withdrawn',
  'scrutiny.commitment-superseded': 'superseded',
  'scrutiny.commitment-reopened': 'open',
};

class Reading {
  private readonly memory = new Map<number, boolean>();
  private readonly from: number;

  constructor(private readonly acts: readonly CommitmentAct[]) {
    this.from = acts.findIndex(({ type }) => type === MADE);
  }

  at(day: string): Computed {
    const n = this.acts.length;
    const dates = this.dates();
    const [first, last] = [dates[0] ?? null, dates.at(-1) ?? null];
    const status = this.status(n);
    const latest = last?.latest ?? null;
    const late = latest !== null && latest < day && (status === 'open' || status === 'refused');
    const asked = this.fitting(n).findLast(({ type }) => type === 'scrutiny.commitment-move-asked');
    const open = asked && this.live(n) && !this.answered(n, asked);
    return {
      ...{ status, original: first?.anticipated ?? null, due: last?.anticipated ?? null },
      moves: Math.max(0, dates.length - 1),
      slipDays: first?.latest && last?.latest ? daysBetween(first.latest, last.latest) : null,
      overdueDays: late ? daysBetween(latest, day) : null,
      pending: open ? asked.id : null,
      claim: this.claims(n)[0]?.id ?? null,
      notFitting: this.acts.filter((_, i) => i !== this.from && !this.fits(i)).map(({ id }) => id),
    };
  }

  /** The dates that stood, one after the other, without those that stood already. */
  private dates(): readonly Expected[] {
    const stood = this.acts.flatMap((act, i): Expected[] => {
      if (i === this.from && act.type === MADE)
        return act.data.due.anticipated === null ? [] : [act.data.due];
      if (i < this.from || !this.fits(i)) return [];
      if (act.type === 'scrutiny.commitment-move-asked')
        return act.data.agreement === 'not-given' ? [act.data.to] : [];
      if (act.type !== 'scrutiny.commitment-move-agreed') return [];
      const asked = this.acts.find(({ id }) => id === act.data.of);
      return asked?.type === 'scrutiny.commitment-move-asked' ? [asked.data.to] : [];
    });
    const key = ({ earliest, latest, anticipated }: Expected) =>
      earliest || latest ? `${earliest} ${latest}` : anticipated;
    return stood.filter((date, i) => i === 0 || key(date) !== key(stood[i - 1]!));
  }

  /** The acts after the promise and before the n-th that fitted. */
  private fitting(n: number): readonly CommitmentAct[] {
    return this.acts.slice(0, n).filter((_, i) => i > this.from && this.fits(i));
  }

  private status(n: number): CommitmentStatus {
    const act = this.fitting(n).findLast(({ type }) => MAKES[type]);
    return act ? MAKES[act.type]! : 'open';
  }

  private live(n: number): boolean {
    return ['open', 'claimed', 'refused'].includes(this.status(n));
  }

  /** The claim that counts before the n-th act, and those that repeat it. */
  private claims(n: number): readonly CommitmentAct[] {
    const acts = this.fitting(n);
    const cut = acts.findLastIndex(
      (act) =>
        act.type === 'scrutiny.commitment-reopened' ||
        (act.type === 'scrutiny.discharge-claimed' && this.status(this.acts.indexOf(act)) !== 'claimed'),
    );
    return acts.slice(Math.max(cut, 0)).filter(({ type }) => type === 'scrutiny.discharge-claimed');
  }

  /** Whether what was asked for was agreed or refused before the n-th act, or needed neither. */
  private answered(n: number, asked: CommitmentAct): boolean {
    if (asked.type === 'scrutiny.commitment-move-asked' && asked.data.agreement !== 'pending') return true;
    return this.fitting(n).some(
      ({ type, data }) => /move-(?:agreed|refused)$/.test(type) && of(data) === asked.id,
    );
  }

  private fits(i: number): boolean {
    const known = this.memory.get(i) ?? this.judge(i);
    this.memory.set(i, known);
    return known;
  }

  private judge(i: number): boolean {
    const { type, data } = this.acts[i]!;
    if (i < this.from || type === MADE) return false;
    const before = this.fitting(i);
    if (type === 'scrutiny.commitment-progress-reported') return true;
    if (type === 'scrutiny.commitment-reopened') return !this.live(i);
    if (!this.live(i)) return false;
    if (type === 'scrutiny.commitment-accepted') return before.every((act) => act.type !== type);
    if (/discharge-(?:accepted|refused)$/.test(type))
      return this.status(i) === 'claimed' && this.claims(i).some(({ id }) => id === of(data));
    if (!/move-(?:agreed|refused)$/.test(type)) return true;
    const asked = before.find(({ id }) => id === of(data));
    return asked?.type === 'scrutiny.commitment-move-asked' && !this.answered(i, asked);
  }
}

function of(data: CommitmentAct['data']): string | null {
  return 'of' in data ? data.of : null;
}
