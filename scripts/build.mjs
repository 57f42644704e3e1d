// Compiles apps, libs and the bench into dist/ with the same layout, in well under a second (swc; types are checked
// apart, by `npm run typecheck`). `@daybook/<lib>` becomes a relative path; templates and other assets are copied
// beside the code. The style sheet is made by scripts/styles.mjs when its sources are newer than its output.
import { transform } from '@swc/core';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const options = JSON.parse(await readFile(path.join(root, '.swcrc.json'), 'utf8'));
delete options.$schema;

async function files(folder) {
  const found = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((f) => f.isFile())
    .map((f) => path.relative(root, path.join(f.parentPath ?? f.path, f.name)));
}

async function compile(file) {
  const out = path.join(root, 'dist', file.replace(/\.ts$/, '.js'));
  await mkdir(path.dirname(out), { recursive: true });
  if (!file.endsWith('.ts')) return cp(path.join(root, file), out);
  const source = await readFile(path.join(root, file), 'utf8');
  const { code, map } = await transform(source, {
    ...options,
    swcrc: false,
    configFile: false,
    filename: path.join(root, file),
  });
  const rewritten = code.replace(/require\("@daybook\/([\w-]+)(\/[\w./-]+)?"\)/g, (_, lib, rest = '') => {
    const target = path.relative(path.dirname(file), path.join('libs', lib, 'src', rest));
    return `require("${target.startsWith('.') ? target : `./${target}`}")`;
  });
  await writeFile(out, `${rewritten}\n//# sourceMappingURL=${path.basename(out)}.map\n`);
  await writeFile(`${out}.map`, map);
}

/** Removes what an earlier build left of files that are gone; a server that runs from dist keeps all it needs. */
async function prune(current) {
  const built = (await files('dist')).map((file) => path.relative('dist', file));
  const stale = built.filter(
    (file) =>
      /^(apps|libs|test)/.test(file) && !current.has(file.replace(/\.map$/, '')) && !file.endsWith('.css'),
  );
  await Promise.all(stale.map((file) => rm(path.join(root, 'dist', file), { force: true })));
}

/** What of the tests runs outside of them: the bench, and the double of a cluster that it may run against. */
const tools = ['test/bench', 'test/kurrent/double'].filter((folder) => existsSync(path.join(root, folder)));
const folders = ['apps', 'libs', ...tools];
const all = (await Promise.all(folders.map(files))).flat();
const sources = all.filter(
  (f) =>
    f.includes(`${path.sep}src${path.sep}`) ||
    tools.some((folder) => f.startsWith(path.join(folder, path.sep))),
);
const wanted = sources.filter((f) => !/\.(spec\.ts|md)$/.test(f));
await Promise.all(wanted.map(compile));
await prune(new Set(wanted.map((file) => file.replace(/\.ts$/, '.js'))));
if (existsSync(path.join(root, 'scripts/styles.mjs'))) await (await import('./styles.mjs')).buildStyles(root);
