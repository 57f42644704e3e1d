import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const MOST_LINES = 300;
const MOST_FUNCTION_LINES = 60;
/** A file may be longer where its first comment says why with these words. */
const EXCUSE = /Longer than (?:the rule|300 lines)/;

function filesUnder(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => relative(root, join(file.parentPath, file.name)))
    .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file));
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const code = filesUnder('apps', 'libs', 'test').filter((file) => file.endsWith('.ts'));
const product = code.filter((file) => !file.endsWith('.spec.ts'));

/** Functions with their line counts, but for those that only hold tests. */
function functionsIn(file: string): { name: string; lines: number }[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  const found: { name: string; lines: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isFunctionLike(node) &&
      'body' in node &&
      node.body &&
      !/^\s*(?:it|test)(?:\.each)?\(/m.test(node.getText(source))
    ) {
      const line = (at: number): number => source.getLineAndCharacterOfPosition(at).line + 1;
      const name = node.name?.getText(source) ?? `line ${line(node.getStart(source))}`;
      found.push({ name, lines: line(node.end) - line(node.getStart(source)) + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('tidy', () => {
  it('finds the code', () => {
    expect(product.length).toBeGreaterThan(80);
  });

  it('keeps files short, or says at the top why one is long', () => {
    const long = code.filter(
      (file) => read(file).split('\n').length > MOST_LINES && !EXCUSE.test(read(file).slice(0, 1_500)),
    );
    expect(long).toEqual([]);
  });

  it('keeps functions short', () => {
    const long = product.flatMap((file) =>
      functionsIn(file)
        .filter(({ lines }) => lines > MOST_FUNCTION_LINES)
        .map(({ name, lines }) => `${file}: ${name} has ${lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it('keeps lines within 110 columns', () => {
    const wide = code.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, i) =>
          line.length > 110 && !/https?:|['"`/].{60}/.test(line) ? [`${file}:${i + 1}`] : [],
        ),
    );
    expect(wide).toEqual([]);
  });

  it('names no drawer where things get lost', () => {
    expect(code.filter((file) => /(^|[/.-])(utils?|helpers?|common|manager)([/.-]|$)/.test(file))).toEqual(
      [],
    );
  });

  it('leaves no test skipped, focused or unfinished', () => {
    const specs = code.filter((file) => file.endsWith('.spec.ts') && basename(file) !== basename(__filename));
    expect(
      specs.filter((file) =>
        /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/.test(read(file)),
      ),
    ).toEqual([]);
  });

  it('waits by the clock in no test', () => {
    const specs = code.filter((file) => file.endsWith('.spec.ts') && basename(file) !== basename(__filename));
    expect(specs.filter((file) => /\b(?:setTimeout|sleep)\(/.test(read(file)))).toEqual([]);
  });

  it('silences no type', () => {
    const own = code.filter((file) => basename(file) !== basename(__filename));
    expect(
      own.filter((file) =>
        /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b|eslint-disable/.test(read(file)),
      ),
    ).toEqual([]);
  });

  it('depends on no package that nothing uses', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    /** Peers of packages that are used. */
    const peers = ['pino', 'pino-http'];
    const users = [...filesUnder('apps', 'libs', 'scripts')]
      .filter((file) => /\.(ts|mjs|scss)$/.test(file))
      .map(read);
    const used = (name: string): boolean =>
      users.some((text) =>
        [`'${name}`, `"${name}`, `node_modules/${name}/`].some((way) => text.includes(way)),
      );
    expect(Object.keys(dependencies).filter((name) => !used(name) && !peers.includes(name))).toEqual([]);
  });

  it('gives every library and app a README', () => {
    const folders = ['apps', 'libs'].flatMap((top) =>
      readdirSync(join(root, top)).map((name) => `${top}/${name}`),
    );
    expect(folders.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
  });

  it('numbers decisions without gaps, each with its parts', () => {
    const decisions = readdirSync(join(root, 'docs/decisions'))
      .filter((name) => /^\d{4}-/.test(name))
      .sort();
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, i) => i + 1));
    for (const name of decisions) {
      const text = read(join('docs/decisions', name));
      for (const part of ['## Context', '## Decision', '## Consequences'])
        expect(`${name} ${text}`).toContain(part);
    }
  });
});
