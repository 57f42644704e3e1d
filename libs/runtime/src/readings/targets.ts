import { FigureQuery, MeasureQuery, type FigureItem, type MeasureItem } from '@daybook/figures';
import { audienceFor, type Dispatcher, type Person } from '@daybook/identity';
import {
  compareTarget,
  isHeld,
  type CommitmentInFull,
  type CommitmentItem,
  type Target,
  type TargetCompared,
} from '@daybook/scrutiny';
import type { ResolvedPosition } from '../positions';

/** Holds targets against the figures of their measures, as they stood at a position, for one reader. */
export class Targets {
  constructor(
    private readonly dispatcher: Pick<Dispatcher, 'query'>,
    private readonly person: Person,
    private readonly position: ResolvedPosition,
  ) {}

  /** Items with the verdict of each that is a target. */
  judged<Item extends CommitmentItem>(items: readonly Item[]): Promise<Item[]> {
    return Promise.all(
      items.map(async (item) => ({ ...item, verdict: (await this.compared(item))?.verdict ?? null })),
    );
  }

  /** A commitment with its target beside its figures. */
  async inFull<Told extends CommitmentInFull<unknown>>(item: Told): Promise<Told> {
    const comparison = await this.compared(item);
    return { ...item, comparison, verdict: comparison?.verdict ?? null };
  }

  private async compared(item: CommitmentItem): Promise<TargetCompared | null> {
    const { area, target, status } = item;
    if (!target || !isHeld(status)) return null;
    return compareTarget(target, item, await this.figuresOf(area, target), this.position.asOf);
  }

  private async figuresOf(area: string, { measure, breakdown, periods }: Target) {
    const { dispatcher, person, position } = this;
    const audience = audienceFor(person, area);
    const parts = Object.entries(breakdown).map(([name, part]) => `${name}=${part}`);
    const of = { area, measure, breakdown: parts.sort().join(';') };
    const found = new MeasureQuery({ area, measure }, position, audience);
    const figureOf = (period: string) =>
      dispatcher.query<FigureItem | undefined>(
        person,
        'figure',
        new FigureQuery({ ...of, period }, position, audience),
      );
    const [known, ...figures] = await Promise.all([
      dispatcher.query<MeasureItem | undefined>(person, 'measure', found),
      ...periods.map(figureOf),
    ]);
    return { measure: known, figures };
  }
}
