import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const found = (source: string, pattern: RegExp): Set<string> =>
  new Set([...source.matchAll(pattern)].flatMap((match) => match[1] ?? []));

function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

/** A test whose title begins with the number of a rule. */
const TITLE = /\bit(?:\.each(?:<[^>]*>)?\([\s\S]*?\))?\(\s*['"`](\d+)\. /g;

/** The sources of a folder, or one of them alone. */
function sourcesAt(place: string): ReturnType<typeof sourcesIn> {
  if (!place.endsWith('.ts')) return sourcesIn(place);
  return [{ file: path.basename(place), text: readFileSync(place, 'utf8') }];
}

/** Codes of rules that slices share, in libraries that say them for whoever asks: `${slice}.bad-date`. */
function sharedCodes(slice: string, folders: readonly string[]): string[] {
  const sources = folders.flatMap(sourcesAt).filter(({ file }) => !/\.spec\.ts$|^testing/.test(file));
  return sources.flatMap(({ text }) =>
    [...found(text, /`\$\{slice\}\.([a-z-]+)`/g)].map((code) => `${slice}.${code}`),
  );
}

/**
 * Holds a slice's README against its sources: the tables of events and of refusals, and a test for every
 * numbered rule. `folder` is the slice's `src`; `shared` are the sources of libraries whose rules it takes,
 * folders or single files; `codes` those that others say for it.
 */
export function describeSliceReadme(
  slice: string,
  folder: string,
  shared: readonly string[] = [],
  codes: readonly string[] = [],
): void {
  const readme = readFileSync(path.join(folder, '../README.md'), 'utf8');
  const sources = sourcesIn(folder);
  const code = new RegExp(`'(${slice}\\.[a-z-]+)'`, 'g');

  /** The rows of the table under a heading, by their first cell. */
  const rows = (heading: string): string[] => {
    const section = readme.slice(readme.indexOf(`## ${heading}`)).split('\n## ')[0] ?? '';
    return [...found(section, new RegExp(`^\\| \`(${slice}\\.[a-z\\d-]+)\` \\|`, 'gm'))];
  };

  describe('the README', () => {
    const product = sources.filter(({ file }) => !/\.spec\.ts$|^testing/.test(file));
    const events = sources.find(({ file }) => file === `${slice}.events.ts`)?.text ?? '';
    const types = found(events, code);

    it('lists every event, and no other', () => {
      expect(new Set(rows('Events'))).toEqual(types);
    });

    it('lists every refusal code in order, and no other', () => {
      const said = product.flatMap(({ text }) => [
        ...[...found(text, /\bsay\(\s*'[\w]+',\s*'([a-z-]+)'/g)].map((one) => `${slice}.${one}`),
        ...found(text, code),
      ]);
      const all = [...said, ...sharedCodes(slice, shared), ...codes];
      expect(rows('Refusals')).toEqual([...new Set(all)].filter((one) => !types.has(one)).sort());
    });

    it('has a test for every rule, and no test for another', () => {
      const rules = readme.slice(readme.indexOf('## Rules'), readme.indexOf('## Events'));
      const numbered = [...found(rules, /^(\d+)\. /gm)].map(Number);
      expect(numbered).toEqual(numbered.map((_, i) => i + 1));
      const tests = sources
        .filter(({ file }) => file.endsWith('.spec.ts'))
        .flatMap(({ text }) => [...found(text, TITLE)]);
      expect([...new Set(tests.map(Number))].sort((a, b) => a - b)).toEqual(numbered);
    });
  });
}
