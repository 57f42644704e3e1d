import { nameOf, samePosition, type PagePosition, type Visit } from '@daybook/pages';
import { periodInWords } from '@daybook/figures';
import type { Readings } from '@daybook/runtime';

/**
 * What references say in words, as far as the reader may read their titles at the page's position: a figure
 * is "Robberies, July 2022", a body goes by its name. Others stay as they are.
 */
export class Subjects {
  private constructor(private readonly titles: ReadonlyMap<string, string>) {}

  static async of(
    readings: Pick<Readings, 'measure' | 'paper'>,
    { person }: Pick<Visit, 'person'>,
    position: PagePosition,
    references: readonly string[],
  ): Promise<Subjects> {
    const at = samePosition(position);
    const named = [...new Set(references.map(titledBy))].filter((one) => one !== undefined);
    const titles = await Promise.all(
      named.map(async (reference): Promise<[string, string | undefined]> => {
        const [kind, id = ''] = partsOf(reference);
        const [area = '', measure = ''] = id.split('/');
        const found: Promise<{ readonly item: { readonly title: string } }> =
          kind === 'measure'
            ? readings.measure(person, at, { area, measure })
            : readings.paper(person, at, id);
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

/** The reference whose title names it: a figure goes by its measure's. */
function titledBy(reference: string): string | undefined {
  const [kind, id = ''] = partsOf(reference);
  if (kind === 'figure') return `measure:${id.split('/').slice(0, 2).join('/')}`;
  return kind === 'measure' || kind === 'paper' ? reference : undefined;
}

function partsOf(reference: string): [kind: string, id?: string] {
  const at = reference.indexOf(':');
  return at < 0 ? [''] : [reference.slice(0, at), reference.slice(at + 1)];
}
