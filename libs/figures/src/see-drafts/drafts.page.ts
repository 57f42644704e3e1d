import { randomUUID } from 'node:crypto';
import { isHeld, isRefusal, type Refusal } from '@daybook/ledger';
import {
  errorSummary,
  inThePast,
  nameOf,
  type Answer,
  type FormDoor,
  type Page,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { FigureReadings } from '../readings.page';

import { draftPath } from './draft-path.page';
import { STATE_WORDS, draftTitle } from './draft-words.page';
import type { DraftItem } from './drafts.query';

const PATH = '/:area/returns/drafts';

/** What a body's people sent and no second one has approved yet, what came of the rest, and the switch. */
export function draftsPages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    { method: 'GET', path: PATH, answer: (visit) => listShow(readings, visit) },
    {
      method: 'POST',
      path: PATH,
      async answer(visit): Promise<Answer> {
        const { person, params, form } = visit;
        const { area = '' } = params;
        const body = { area, on: form.on === 'yes', reason: form.reason ?? '' };
        const id = form['command-id'] || randomUUID();
        const outcome = await door.dispatcher.command(person, 'switch-four-eyes', id, body);
        if (isRefusal(outcome)) return listShow(readings, visit, outcome);
        return { goTo: isHeld(outcome) ? draftPath(area, outcome.draft) : `/${area}/returns/drafts` };
      },
    },
  ];
}

async function listShow(readings: FigureReadings, visit: Visit, refusal?: Refusal): Promise<Show> {
  const { area = '' } = visit.params;
  const { person, at } = visit;
  const { fourEyes, items } = await readings.drafts.list(person, area);
  const { position } = await readings.measures(person, at, { area, limit: 1 });
  const { items: papers } = await readings.papers(person, {}, { area });
  const titles = new Map(papers.map(({ id, title }) => [id, title]));
  const row = (item: DraftItem): object => ({
    ...item,
    title: draftTitle(item),
    paperTitle: item.paper && (titles.get(item.paper) ?? item.paper),
    words: STATE_WORDS[item.state],
    href: draftPath(area, item.id),
    own: item.by.person === person.id,
  });
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/see-drafts/drafts.njk',
    title: [`Drafts, ${nameOf(area)}`, 'Returns'],
    position,
    data: {
      area,
      whose: nameOf(person.body),
      past: (at.asOf !== undefined || at.basis !== undefined) && inThePast(position),
      fourEyes,
      waiting: items.filter(({ state }) => state === 'waiting').map(row),
      ended: items.filter(({ state }) => state !== 'waiting').map(row),
      commandId: randomUUID(),
      errors: refusal && errorSummary(refusal, () => undefined),
    },
  };
}
