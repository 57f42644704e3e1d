import { Lanes } from './lanes';

/** Work that is finished from outside. */
function gate(): { work: () => Promise<void>; started: () => boolean; open: () => void; fail: () => void } {
  let began = false;
  let settle = { resolve: (): void => undefined, reject: (_: Error): void => undefined };
  const done = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  const work = (): Promise<void> => {
    began = true;
    return done;
  };
  return {
    work,
    started: () => began,
    open: () => settle.resolve(),
    fail: () => settle.reject(new Error('no')),
  };
}

describe('Lanes', () => {
  it('run one after the other under one name, also what is asked for later', async () => {
    const lanes = new Lanes();
    const [one, two, three] = [gate(), gate(), gate()];
    const first = lanes.run('a', one.work);
    const second = lanes.run('a', two.work);
    one.open();
    await first;
    await Promise.resolve();
    const third = lanes.run('a', three.work);
    await new Promise((resolve) => setImmediate(resolve));
    expect([two.started(), three.started()]).toEqual([true, false]);
    two.open();
    three.open();
    await Promise.all([second, third]);
    expect(three.started()).toBe(true);
  });

  it('run side by side under different names', async () => {
    const lanes = new Lanes();
    const [one, two] = [gate(), gate()];
    const first = lanes.run('a', one.work);
    const second = lanes.run('b', two.work);
    two.open();
    await second;
    expect(one.started()).toBe(true);
    one.open();
    await first;
  });

  it('go on after a failure, which goes to whoever asked', async () => {
    const lanes = new Lanes();
    const [one, two] = [gate(), gate()];
    const first = lanes.run('a', one.work);
    const second = lanes.run('a', two.work);
    one.fail();
    two.open();
    await expect(first).rejects.toThrow('no');
    await second;
  });
});
