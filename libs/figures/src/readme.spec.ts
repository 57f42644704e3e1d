import { FAULTS, codeOf } from '@daybook/sheets';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { FIGURES_FILE } from './read-file/read-file';

const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const text = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8');
const found = (source: string, pattern: RegExp): Set<string> =>
  new Set([...source.matchAll(pattern)].flatMap((match) => match[1] ?? []));

/** The rows of the table under a heading, by their first cell. */
function rows(heading: string): string[] {
  const section = readme.slice(readme.indexOf(`## ${heading}`)).split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(figures\.[a-z\d-]+)` \|/gm)].map((match) => match[1]!);
}

describe('the README', () => {
  const product = files.filter((file) => !/\.spec\.ts$|^testing/.test(file)).map(text);
  const types = found(text('figures.events.ts'), /'(figures\.[a-z-]+)'/g);

  it('lists every event, and no other', () => {
    expect(new Set(rows('Events'))).toEqual(types);
  });

  it('lists every refusal code in order, and no other', () => {
    const said = product.flatMap((source) => [
      ...[...found(source, /\bsay\(\s*'[\w]+',\s*'([a-z-]+)'/g)].map((code) => `figures.${code}`),
      ...found(source, /'(figures\.[a-z-]+)'/g),
    ]);
    said.push(...FAULTS.map((fault) => codeOf(FIGURES_FILE, fault)));
    const codes = [...new Set(said)].filter((code) => !types.has(code)).sort();
    expect(rows('Refusals')).toEqual(codes);
  });

  it('has a test for every rule, and no test for another', () => {
    const rules = readme.slice(readme.indexOf('## Rules'), readme.indexOf('## Events'));
    const numbered = [...found(rules, /^(\d+)\. /gm)].map(Number);
    expect(numbered).toEqual(numbered.map((_, i) => i + 1));
    const tests = files
      .filter((f) => f.endsWith('.spec.ts'))
      .flatMap((f) => [...found(text(f), /\bit(?:\.each\([\s\S]*?\))?\('(\d+)\. /g)]);
    expect([...new Set(tests.map(Number))].sort((a, b) => a - b)).toEqual(numbered);
  });
});
