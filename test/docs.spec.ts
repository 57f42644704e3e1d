import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'apps', 'libs', 'test']
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)),
    )
    .filter((name) => name.endsWith('.md')),
];
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

function blocks(file: string, language: string): string[] {
  return [...read(file).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text]) => text ?? '',
  );
}

/** Compiles a snippet and runs it as a reader would paste it: against the build, in a process of its own. */
function run(snippet: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-docs-'));
  const { code } = transformSync(/^export /m.test(snippet) ? snippet : wrap(snippet), {
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
  });
  const linked = code.replace(
    /require\("@daybook\/([\w-]+)"\)/g,
    (_, lib) => `require(${JSON.stringify(join(root, 'dist/libs', String(lib), 'src'))})`,
  );
  writeFileSync(join(folder, 'snippet.js'), linked);
  try {
    execFileSync('node', [join(folder, 'snippet.js')], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets a snippet use await at its top level. */
function wrap(snippet: string): string {
  const lines = snippet.split('\n');
  const end = lines.findLastIndex((line) => /^(import |\} from )/.test(line)) + 1;
  const body = `(async () => {\n${lines.slice(end).join('\n')}\n})().catch((error) => { console.error(error); process.exit(1); });`;
  return `${lines.slice(0, end).join('\n')}\n${body}`;
}

describe('docs', () => {
  const snippets = documents.flatMap((file) =>
    blocks(file, 'ts').map((snippet, i) => ({ file, i: i + 1, snippet })),
  );

  it.each(snippets)('$file: snippet $i runs', ({ snippet }) => {
    expect(() => run(snippet)).not.toThrow();
  });

  it('has snippets to run', () => {
    expect(snippets.length).toBeGreaterThan(0);
  });

  it('links to files that are there', () => {
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => resolve(root, dirname(file), target ?? ''))
        .filter((target) => !existsSync(target))
        .map((target) => `${file} -> ${relative(root, target)}`),
    );
    expect(broken).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/`[^`\n]*npm run ([\w:-]+)/g)].map(([, name]) => name ?? ''),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names no host of a package registry and no path of a machine', () => {
    expect(
      documents.filter((file) => /registry\.npmjs|\/work\/|\/root\/|\/home\/\w/.test(read(file))),
    ).toEqual([]);
  });
});
