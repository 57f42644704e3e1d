import type { Visit } from './page';

/** One entry of the service navigation, in the shape that GOV.UK Frontend's macro takes. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
  readonly active: boolean;
}

/** Pages of an area that belong to a section, though their addresses do not stand below it. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  Figures: ['/unexplained', '/changes', '/replay'],
  Inspections: ['/findings', '/grades'],
  Meetings: ['/decisions'],
  Commitments: ['/questions'],
};

/** The service navigation: what an area has, then what the whole ledger has. Only pages that exist. */
export function navigation(visit: Visit, area: string | undefined): readonly NavigationItem[] {
  const sections: [text: string, path: string][] = area
    ? [
        ['Holding to account', `/${area}`],
        ['Meetings', `/${area}/meetings`],
        ['Commitments', `/${area}/commitments`],
        ['Figures', `/${area}/figures`],
        ['Inspections', `/${area}/inspections`],
        ['Papers', `/${area}/papers`],
        ['Returns', `/${area}/returns`],
      ]
    : [['Holding to account', '/']];
  const all: typeof sections = [...sections, ['Ledger', '/ledger'], ['Status', '/status']];
  return all.map(([text, path]) => {
    const current = visit.path === path;
    const below = [path, ...(ALSO[text] ?? []).map((page) => `/${area}${page}`)];
    const inside =
      path !== '/' &&
      path !== `/${area}` &&
      below.some((one) => visit.path === one || visit.path.startsWith(`${one}/`));
    return { text, href: visit.link(path), current, active: inside };
  });
}
