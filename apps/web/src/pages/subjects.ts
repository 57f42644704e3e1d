import type { Person } from '@daybook/identity';
import { nameOf, samePosition, type PagePosition, type PositionAsked, type Visit } from '@daybook/pages';
import { periodInWords } from '@daybook/figures';
import type { Readings } from '@daybook/runtime';

/**
 * What references say in words, as far as the reader may read their titles at the page's position: a figure
 * is "Robberies, July 2022", a body goes by its name. Others stay as they are.
 */
export class Subjects {
  private constructor(private readonly titles: ReadonlyMap<string, string>) {}

  static async of(
    readings: Titled,
    { person }: Pick<Visit, 'person'>,
    position: PagePosition,
    references: readonly string[],
  ): Promise<Subjects> {
    const at = samePosition(position);
    const named = [...new Set(references.map(titledBy))].filter((one) => one !== undefined);
    const titles = await Promise.all(
      named.map(async (reference): Promise<[string, string | undefined]> => {
        const [kind, id = ''] = partsOf(reference);
        const found = TITLES[kind as Kind](readings, person, at, id);
        return [reference, await found.then(({ item }) => item.title).catch(() => undefined)];
      }),
    );
    return new Subjects(new Map(titles.filter((pair): pair is [string, string] => pair[1] !== undefined)));
  }

  words(reference: string): string {
    const title = this.titles.get(titledBy(reference) ?? '');
    const [kind, id = ''] = partsOf(reference);
    if (kind === 'body') return nameOf(id);
    if (!title) return reference;
    const [, , period, breakdown] = kind === 'figure' ? id.split('/') : [];
    return [title, breakdown, period && periodInWords(period)].filter((part) => !!part).join(', ');
  }
}

type Titled = Pick<Readings, 'measure' | 'paper' | 'inspections' | 'findings'>;
type Found = Promise<{ readonly item: { readonly title: string } }>;
type ReadTitle = (readings: Titled, person: Person, at: PositionAsked, id: string) => Found;

/** Where the title of each kind of thing is read; in an id the area stands before the rest, but for papers. */
const TITLES = {
  measure: (readings, person, at, id) => {
    const [area = '', measure = ''] = id.split('/');
    return readings.measure(person, at, { area, measure });
  },
  paper: (readings, person, at, id) => readings.paper(person, at, id),
  inspection: ({ inspections }, person, at, id) => inspections.one(person, at, inArea(id)),
  finding: ({ findings }, person, at, id) => findings.one(person, at, inArea(id)),
} as const satisfies Readonly<Record<string, ReadTitle>>;
type Kind = keyof typeof TITLES;

function inArea(rest: string): { area: string; id: string } {
  const [area = '', id = ''] = rest.split('/');
  return { area, id };
}

/** The reference whose title names it: a figure goes by its measure's. */
function titledBy(reference: string): string | undefined {
  const [kind, id = ''] = partsOf(reference);
  if (kind === 'figure') return `measure:${id.split('/').slice(0, 2).join('/')}`;
  return Object.hasOwn(TITLES, kind) ? reference : undefined;
}

function partsOf(reference: string): [kind: string, id?: string] {
  const at = reference.indexOf(':');
  return at < 0 ? [''] : [reference.slice(0, at), reference.slice(at + 1)];
}
