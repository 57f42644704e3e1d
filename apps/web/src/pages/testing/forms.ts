import type { Answered, Visitor } from './visitor';

/** The three inputs of a date. */
export function dateTyped(name: string, [year = '', month = '', day = '']: readonly string[]) {
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

export function hrefsIn({ html }: Pick<Answered, 'html'>): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));
}

export function commandIdIn({ html }: Answered): string {
  return /name="command-id" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** Fills in a form, has it checked, records it, and sees where that leads. */
export async function fillIn(visitor: Visitor, path: string, typed: Readonly<Record<string, string>>) {
  const form = await visitor.see(path);
  const fields = { ...typed, 'command-id': commandIdIn(form) };
  const check = await visitor.send(path, { ...fields, action: 'check' });
  const sent = await visitor.send(path, { ...fields, action: 'submit' });
  const { location } = sent.headers;
  return { form, check, sent, shown: location === undefined ? sent : await visitor.see(location) };
}
