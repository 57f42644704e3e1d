import { endOfUkDay, isDate, refuse, ukDate, type Clock, type EventStore } from '@daybook/ledger';
import type { Position } from '@daybook/read-model';
import { filter, firstValueFrom, timeout } from 'rxjs';
import type { Projection } from './projection';

/** A place on both clocks as it is asked for; all absent: today, using everything recorded. */
export interface PositionRequest {
  /** A UK date, YYYY-MM-DD. */
  readonly asOf?: string;
  /** A ledger size. */
  readonly basis?: string | number;
  /** A UK date (its end) or an RFC 3339 instant, resolved to a ledger size. */
  readonly basisAt?: string;
  /** A ledger size that the answer must have: that of a receipt from another node, say. */
  readonly minBasis?: string;
}

/** How long a ledger that is smaller than was asked for is waited for. */
const PATIENCE_MS = 5_000;
const BEHIND = 'This server has not read that much of the ledger yet. Ask again shortly.';

/** The position that an answer uses, and what is worth saying about how it was found. */
export interface ResolvedPosition extends Position {
  readonly today: string;
  /** The ledger size when it was asked: greater than `basis` where newer records exist. */
  readonly latest: number;
  /** The basis asked for lay inside a commit; half a commit is never seen, so its start was used. */
  readonly roundedFrom?: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Turns what a reader asks for into a position that can be asked again for ever. Throws RefusalError. */
export class Positions {
  constructor(
    private readonly store: Pick<EventStore, 'size' | 'sizes' | 'sizeAt' | 'commitFloor'>,
    private readonly projection: Pick<Projection, 'reach'>,
    private readonly clock: Clock,
  ) {}

  async resolve({ asOf, basis, basisAt, minBasis }: PositionRequest): Promise<ResolvedPosition> {
    const today = ukDate(this.clock.now());
    const day = asOf || today;
    if (!isDate(day))
      refuse('position.bad-date', `"${day}" is not a date. Write it as 2022-10-31.`, {
        fields: field('asOf', 'position.bad-date'),
      });
    if (day > today)
      refuse('position.future-date', `${day} is in the future. Ask for a date up to today, ${today}.`, {
        fields: field('asOf', 'position.future-date'),
      });
    const least = minBasis ? sizeIn(minBasis, 'minBasis') : 0;
    await this.grownTo(least);
    const latest = await this.store.size();
    const wanted = await this.basisOf(basis, basisAt, latest, today);
    const floor = await this.store.commitFloor(wanted);
    const named = basis !== undefined && basis !== '';
    if (floor < least)
      refuse(
        'position.below-minimum',
        `This asks for a ledger of ${floor} records and of ${least} at least.`,
        {
          fields: field('minBasis', 'position.below-minimum'),
        },
      );
    const reached = await this.projection.reach(floor, named || !!basisAt || least > 0);
    const rounded = floor === wanted ? {} : { roundedFrom: wanted };
    return { asOf: day, basis: await this.store.commitFloor(reached), today, latest, ...rounded };
  }

  /** Waits for a ledger that others write too; refuses for now where it takes too long. */
  private async grownTo(least: number): Promise<void> {
    if ((await this.store.size()) >= least) return;
    const grown = this.store.sizes().pipe(
      filter((size) => size >= least),
      timeout(PATIENCE_MS),
    );
    await firstValueFrom(grown).catch(() => refuse('runtime.ledger-behind', BEHIND, { retryable: true }));
  }

  private async basisOf(
    basis: string | number | undefined,
    basisAt: string | undefined,
    latest: number,
    today: string,
  ): Promise<number> {
    if (basis !== undefined && basis !== '') {
      if (basisAt)
        refuse('position.bad-basis', 'Name a ledger size or a time that it had, not both.', {
          fields: field('basisAt', 'position.bad-basis'),
        });
      const size = sizeIn(basis, 'basis');
      if (size > latest)
        refuse('position.beyond-ledger', `The ledger holds ${latest} records; it has no size ${size} yet.`, {
          fields: field('basis', 'position.beyond-ledger'),
        });
      return size;
    }
    if (!basisAt) return latest;
    if (isDate(basisAt) && basisAt > today)
      refuse('position.future-date', `${basisAt} is in the future.`, {
        fields: field('basisAt', 'position.future-date'),
      });
    if (isDate(basisAt)) return this.store.sizeAt(endOfUkDay(basisAt));
    const instant = INSTANT.test(basisAt) ? Date.parse(basisAt) : Number.NaN;
    if (Number.isNaN(instant))
      refuse('position.bad-date', `"${basisAt}" is neither a date nor an instant.`, {
        fields: field('basisAt', 'position.bad-date'),
      });
    if (instant > this.clock.now().getTime())
      refuse('position.future-date', `${basisAt} is in the future.`, {
        fields: field('basisAt', 'position.future-date'),
      });
    return this.store.sizeAt(instant + 1);
  }
}

function sizeIn(text: string | number, name: string): number {
  if (/^\d{1,15}$/.test(String(text))) return Number(text);
  return refuse('position.bad-basis', `"${text}" is not a ledger size.`, {
    fields: field(name, 'position.bad-basis'),
  });
}

function field(name: string, code: string): { field: string; code: string; message: string }[] {
  return [
    {
      field: `/${name}`,
      code,
      message: code === 'position.future-date' ? 'This is in the future.' : 'This cannot be read.',
    },
  ];
}
