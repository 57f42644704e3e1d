/** About how wide a text is in a drawing, in its units; a little more than most are. */
export function textWidth(words: string): number {
  return words.length * 8.6;
}

/** The same for a name on a line, which is bold. */
export function nameWidth(words: string): number {
  return words.length * 9.2;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a drawing is taken, so that words stand beside what they say and on nothing else. */
export class Room {
  private readonly taken: Box[] = [];

  constructor(
    private readonly left: number,
    private readonly width: number,
    private readonly height: number,
  ) {}

  take(x: number, y: number, width: number, height: number): void {
    this.taken.push({ x, y, width, height });
  }

  /** The middle of the foot of a text near a point: above it, below, or further above; none where all is taken. */
  beside(x: number, y: number, width: number, height: number): { x: number; y: number } | undefined {
    const middle = Math.min(Math.max(x, this.left + width / 2), this.width - width / 2 - 2);
    for (const foot of [
      y - 12,
      y + 12 + height * 0.7,
      y - 12 - height,
      y + 12 + height * 1.7,
      y - 12 - height * 2,
    ]) {
      const box = { x: middle - width / 2, y: foot - height * 0.8, width, height };
      if (box.y < 0 || foot > this.height - height * 2.2 || this.taken.some((other) => touch(box, other)))
        continue;
      this.taken.push(box);
      return { x: middle, y: foot };
    }
    return undefined;
  }
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Middles of boxes near where they are wanted, in the same order, none touching another while there is room. */
export function spread(
  wanted: readonly { readonly y: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a]?.y ?? 0) - (wanted[b]?.y ?? 0));
  const middles = wanted.map(({ y }) => y);
  let edge = top;
  for (const i of order) {
    const { y, height } = wanted[i]!;
    middles[i] = Math.max(y, edge + height / 2);
    edge = middles[i] + height / 2;
  }
  edge = bottom;
  for (const i of order.reverse()) {
    const { height } = wanted[i]!;
    middles[i] = Math.min(middles[i]!, edge - height / 2);
    edge = middles[i] - height / 2;
  }
  return middles.map((middle) => Math.min(Math.max(middle, top), bottom));
}
