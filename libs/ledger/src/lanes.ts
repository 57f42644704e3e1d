/**
 * Work under one name runs one after the other, in the order asked; under different names it runs side by
 * side.
 */
export class Lanes {
  private readonly lasts = new Map<string, Promise<unknown>>();

  /** Runs the work when all before it in its lane have settled, whether they failed or not. */
  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.lasts.get(name) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    this.lasts.set(name, settled);
    void settled.then(() => {
      if (this.lasts.get(name) === settled) this.lasts.delete(name);
    });
    return turn;
  }
}
