import { longDate, nameIn, type Names } from '@daybook/pages';
import type { BodyKind } from '../../codes';
import type { BodyHistoryItem, BodyItem } from './body-item';

export const BODY_KIND_WORDS: Readonly<Record<BodyKind, string>> = {
  'local-policing-body': 'Local policing body',
  force: 'Police force',
  panel: 'Police and crime panel',
  board: 'Board',
  inspectorate: 'Inspectorate',
  council: 'Council',
  auditor: 'Auditor',
  'commissioned-service': 'Commissioned service',
  national: 'National body',
  office: 'Office',
};

export function bodyPath(area: string, id: string): string {
  return `/${area}/bodies/${encodeURIComponent(id)}`;
}

/** Who holds an office, and since when. */
export function heldInWords({ held }: Pick<BodyItem, 'held'>): string {
  if (!held) return 'Nobody on record';
  const { since, acting, said } = held;
  const name = held.holderErased ? 'Name erased' : (held.holder ?? 'Name not given');
  return `${name}${acting ? ' (acting)' : ''}, since ${longDate(since, said.precision)}`;
}

/** Who took a body's place, and whose place it took. */
export function followingInWords({ succeeds, succeededBy }: BodyItem, names: Names): readonly string[] {
  return [
    ...succeeds.map(({ body, on }) => `Took the place of ${nameIn(names, body)} on ${longDate(on)}`),
    ...(succeededBy
      ? [`${nameIn(names, succeededBy.body)} took its place on ${longDate(succeededBy.on)}, and acts since`]
      : []),
  ];
}

/** What an event says of a body, as a sentence without its end. */
export function eventInWords(event: BodyHistoryItem, names: Names): string {
  const { type, body, kind, title, within, successor, acting, holder, holderErased } = event;
  const name = nameIn(names, body);
  switch (type) {
    case 'register.body-registered':
      return `Registered as “${title ?? ''}”, ${(kind ? BODY_KIND_WORDS[kind] : '').toLowerCase()}${within ? ` within ${nameIn(names, within)}` : ''}`;
    case 'register.office-filled': {
      const who = holderErased
        ? 'by somebody whose name is erased'
        : holder
          ? `by ${holder}`
          : 'name not given';
      return `Filled${acting ? ' for the time being' : ''}, ${who}`;
    }
    case 'register.office-vacated':
      return 'Vacated: nobody holds it';
    case 'register.body-succeeded':
      return `${nameIn(names, successor ?? '')} takes the place of ${name}`;
  }
}
