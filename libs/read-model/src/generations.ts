/**
 * A cache in two generations: at `age`, what was not asked for while `size` others came is let go. It costs
 * one look-up a hit, where an exact order of use would cost two writes. Between two calls of `age` nothing is
 * let go.
 */
export class Generations<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();

  constructor(private readonly size: number) {}

  get(key: Key): Value | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    this.young.set(key, value);
  }

  age(): void {
    if (this.young.size < this.size) return;
    this.old = this.young;
    this.young = new Map();
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
