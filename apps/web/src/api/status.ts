import type { StatusAnswer } from '@daybook/runtime';

/** How far the machinery is, as everybody may know it. */
export interface ApiStatus extends Omit<StatusAnswer, 'views'> {
  readonly views: readonly {
    readonly view: string;
    readonly version: number;
    readonly position: number;
    readonly lag: number;
    /** The record that the view could not take. */
    readonly stopped?: { readonly index: number };
    /** Records below the position, and how many of them the view consumed. */
    readonly records: { readonly inLedger: number; readonly consumed: number };
  }[];
}

/**
 * The status without what would say something about restricted records: how many there are of which type, and
 * the words with which a view stopped, which may quote one.
 */
export function openStatus({ views, ...rest }: StatusAnswer): ApiStatus {
  return {
    ...rest,
    views: views.map(({ view, version, position, lag, stopped, records }) => ({
      view,
      version,
      position,
      lag,
      ...(stopped && { stopped: { index: stopped.index } }),
      records: Object.values(records).reduce(
        (sum, { inLedger, consumed }) => ({
          inLedger: sum.inLedger + inLedger,
          consumed: sum.consumed + consumed,
        }),
        { inLedger: 0, consumed: 0 },
      ),
    })),
  };
}
