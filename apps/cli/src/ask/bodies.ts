import type { BodyHistoryItem, BodyInFull, BodyItem } from '@daybook/register';
import type { Many, One } from '@daybook/runtime';
import type { ListAnswer, OneAnswer, Question } from '../door/door';
import { ask, at, type Asking, type At } from './ask';
import { PAGE } from './questions';
import { dateOf, listed, positionLine } from './show';
import { sheet, table } from './table';

export interface BodiesAsked {
  readonly area?: string;
  readonly kind?: string;
}

export function askBodies(asked: Asking & At & BodiesAsked): Promise<void> {
  const { area, kind } = asked;
  const wanted = { area, kind };
  const question: Question<Many<BodyItem>> = {
    path: 'bodies',
    parameters: { ...at(asked), ...wanted, limit: PAGE },
    here: (readings, person) => readings.bodies.list(person, at(asked), wanted),
  };
  return ask(asked, (door) => door.many(question), showBodies);
}

export function askBody(id: string, asked: Asking & At & { area?: string }): Promise<void> {
  const { area } = asked;
  const question: Question<One<BodyInFull>> = {
    path: `bodies/${encodeURIComponent(id)}`,
    parameters: { ...at(asked), area },
    here: (readings, person) => readings.bodies.one(person, at(asked), { id, area }),
  };
  return ask(asked, (door) => door.one(question), showBody);
}

function showBodies(answer: ListAnswer<BodyItem>, colour: boolean): string {
  const rows = table<BodyItem>(
    [
      { head: 'Area', cell: (b) => b.area },
      { head: 'Body', cell: (b) => b.id },
      { head: 'Kind', cell: (b) => b.kind },
      { head: 'Within', cell: (b) => b.within },
      { head: 'Since', cell: (b) => b.registeredOn },
      { head: 'Held', cell: heldOf },
      { head: 'Succeeded by', cell: successionOf },
      { head: 'Title', cell: (b) => b.title },
    ],
    answer.items,
    colour,
  );
  return listed(answer, rows, 'body', 'bodies');
}

function showBody({ item, ...position }: OneAnswer<BodyInFull>, colour: boolean): string {
  const parts = sheet([
    ['Body', `${item.area} ${item.id}`],
    ['Title', item.title],
    ['Kind', item.kind],
    ['Within', item.within],
    ['On record since', item.registeredOn ?? 'known by its id alone'],
    ['Held', item.kind === 'office' ? (heldOf(item) ?? 'not on record') : null],
    ['Took the place of', item.succeeds.map(({ body, on }) => `${body} on ${on}`).join(', ') || null],
    ['Succeeded by', successionOf(item)],
    ['Acts today', item.dutiesWith],
    ['Within it', [...item.offices, ...item.boards].map(({ id }) => id).join(', ') || null],
  ]);
  const history = table<BodyHistoryItem>(
    [
      { head: 'Effective', cell: dateOf },
      { head: 'Event', cell: (h) => h.type },
      { head: 'What', cell: whatOf },
      { head: 'By', cell: (h) => `${h.by.role} ${h.by.body}` },
      { head: 'Record', cell: (h) => h.index, align: 'end' },
    ],
    item.history,
    colour,
  );
  return `${parts}\n${item.history.length === 0 ? '' : `${history}\n`}${positionLine(position)}`;
}

function heldOf({ held }: BodyItem): string | null {
  if (!held) return null;
  const name = held.holderErased ? 'name erased' : (held.holder ?? 'name not given');
  return `since ${held.since}${held.acting ? ', acting' : ''} (${name})`;
}

function successionOf({ succeededBy: by }: BodyItem): string | null {
  return by && `${by.body} on ${by.on}`;
}

function whatOf(event: BodyHistoryItem): string | null {
  const { body, successor, title, holder, holderErased, reason } = event;
  if (successor) return `${body} by ${successor}${reason ? `: ${reason}` : ''}`;
  return title ?? (holderErased ? 'name erased' : holder);
}
