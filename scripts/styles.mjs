// Compiles the one style sheet of the pages. It is compiled again only when a source, or this file, is newer
// than what was made of it; the copy under node_modules/.cache outlives the clearing of dist/.
import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = 'libs/pages/src/styles';
const OUTPUT = 'dist/apps/web/assets/daybook.css';
const KEPT = 'node_modules/.cache/daybook/daybook.css';

async function changedAt(file) {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

/** Writes `dist/apps/web/assets/daybook.css` under `root`; throws where the Sass does not compile. */
export async function buildStyles(root) {
  const sources = (await readdir(path.join(root, SOURCES))).map((name) => path.join(root, SOURCES, name));
  const inputs = [...sources, fileURLToPath(import.meta.url), path.join(root, 'package-lock.json')];
  const newest = Math.max(...(await Promise.all(inputs.map(changedAt))));
  const kept = path.join(root, KEPT);
  if ((await changedAt(kept)) < newest) {
    const { compile } = await import('sass');
    const entry = path.join(root, SOURCES, 'daybook.scss');
    const { css } = compile(entry, { loadPaths: [root], quietDeps: true, style: 'compressed' });
    await mkdir(path.dirname(kept), { recursive: true });
    await writeFile(kept, css);
  }
  const output = path.join(root, OUTPUT);
  await mkdir(path.dirname(output), { recursive: true });
  await copyFile(kept, output);
}
