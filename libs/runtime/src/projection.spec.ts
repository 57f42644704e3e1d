import type { ViewStatus } from '@daybook/read-model';
import { EMPTY } from 'rxjs';
import { Positions } from './positions';
import { Projection, type Following } from './projection';

const at = (view: string, position: number): ViewStatus => ({ view, version: 1, position, records: {} });
const stoppedAt = (view: string, position: number): ViewStatus => ({
  ...at(view, position),
  stopped: { index: position, reason: 'cannot fold' },
});

/** Views that stand still; as in the projectors, one that has stopped keeps nobody waiting. */
function projectionOf(...views: ViewStatus[]): Projection {
  const following: Following = {
    status: () => views,
    waitFor: async (size) => views.every(({ stopped, position }) => stopped || position >= size),
    failure: () => undefined,
    close: async () => undefined,
  };
  return new Projection(following);
}

describe('how far the views can answer', () => {
  it('is the size asked for, once every view has passed it, stopped later or not', async () => {
    const projection = projectionOf(at('figures', 5), stoppedAt('papers', 3));
    expect(await projection.reach(3, true)).toBe(3);
    expect(await projection.reach(3, false)).toBe(3);
  });

  it('is refused for a basis that was named and a view that stopped before it', async () => {
    await expect(projectionOf(at('figures', 3), stoppedAt('papers', 1)).reach(3, true)).rejects.toMatchObject(
      {
        refusal: {
          code: 'runtime.view-stopped',
          retryable: false,
          message: expect.stringMatching(/"papers".* 1,/) as string,
        },
      },
    );
  });

  it('is refused for now for a basis that was named and views that still read', async () => {
    await expect(projectionOf(at('figures', 2)).reach(3, true)).rejects.toMatchObject({
      refusal: { code: 'runtime.views-behind', retryable: true },
    });
  });

  it('is what all views have passed where no basis was named', async () => {
    expect(await projectionOf(at('figures', 3), stoppedAt('papers', 1)).reach(3, false)).toBe(1);
    expect(await projectionOf(at('figures', 2), at('papers', 3)).reach(3, false)).toBe(2);
  });
});

it('a position is rounded down to a commit that a stopped view has passed, and named', async () => {
  const store = {
    sizes: () => EMPTY,
    size: async () => 4,
    sizeAt: async () => 4,
    commitFloor: async (n: number) => n - (n % 2),
  };
  const clock = { now: () => new Date('2024-06-03T12:00:00Z') };
  const projection = projectionOf(at('figures', 4), stoppedAt('papers', 3));
  const positions = new Positions(store, projection, clock);
  expect(await positions.resolve({})).toMatchObject({ basis: 2, latest: 4 });
  for (const named of [{ basis: 4 }, { basisAt: '2024-06-02' }])
    await expect(positions.resolve(named)).rejects.toMatchObject({
      refusal: { code: 'runtime.view-stopped' },
    });
});
