import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from './document';

/** The committed description: `apps/web/openapi.json`, under the folder where the command is run. */
export const committedFile = join('apps', 'web', 'openapi.json');

export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}

/**
 * Writes the description, or with `--check` only says (exit code 1) that the committed one is out of date.
 */
function main(): void {
  if (!process.argv.includes('--check')) return writeFileSync(committedFile, openApiText());
  if (readFileSync(committedFile, 'utf8') === openApiText()) return;
  process.stderr.write(`${committedFile} is out of date. Run: npm run openapi\n`);
  process.exitCode = 1;
}

if (require.main === module) main();
