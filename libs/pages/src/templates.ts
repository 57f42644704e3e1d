import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import { dayOf, longDate, timeAndDate } from './wording/dates';
import { nameOf, roleInWords, whoWrote } from './wording/names';
import { changeInWords, counted, inWords, separated } from './wording/numbers';

/**
 * The folder that holds `libs` and `apps`: the sources, or `dist`, which has the same layout and the same
 * templates.
 */
export const sourcesFolder = resolve(__dirname, '../../..');

/** Where the built style sheet and other assets stand. */
export function assetsFolder(): string {
  const fromSources = existsSync(join(sourcesFolder, 'nest-cli.json'));
  return join(sourcesFolder, fromSources ? 'dist/apps/web/assets' : 'apps/web/assets');
}

/** The folder of what runs in browsers: own files, served as they are. */
export const scriptsFolder = join(sourcesFolder, 'libs/pages/src/scripts');

/**
 * The templates of the whole site, found by their path from the sources. Everything that a template prints is
 * escaped; an undefined name prints nothing.
 */
export function openTemplates(): Environment {
  const govuk = dirname(require.resolve('govuk-frontend/package.json'));
  const folders = [sourcesFolder, join(govuk, 'dist')];
  const environment = new Environment(new FileSystemLoader(folders), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const filters = {
    longDate,
    timeAndDate,
    dayOf,
    inWords,
    separated,
    counted,
    changeInWords,
    nameOf,
    roleInWords,
    whoWrote,
    fixed,
  };
  for (const [name, filter] of Object.entries(filters))
    environment.addFilter(name, filter as (...args: never[]) => string);
  return environment;
}

/** A coordinate of a drawing, to a tenth. */
function fixed(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10);
}
