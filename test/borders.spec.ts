import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

/** Exits with the number of violations, so its report is read whatever the exit code. */
function cruise(): Cruise {
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
  try {
    return JSON.parse(
      execFileSync('node', args, { cwd: root, maxBuffer: 2 ** 28, encoding: 'utf8' }),
    ) as Cruise;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as Cruise;
  }
}

describe('borders', () => {
  const { summary } = cruise();

  it('looks at every library and app', () => {
    expect(summary.totalCruised).toBeGreaterThan(100);
  });

  it('lets nobody import across them', () => {
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
