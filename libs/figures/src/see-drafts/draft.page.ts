import { randomUUID } from 'node:crypto';
import { mayCommandIn } from '@daybook/identity';
import { RefusalError, isReceipt, isRefusal, refuse, type Refusal } from '@daybook/ledger';
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
import { figurePath, valueWithUnit } from '../see-figures/wording.page';

import { MOST_FORM_LINES, type LineFields } from '../submit-return/return-fields.page';
import { draftPath } from './draft-path.page';
import {
  STATE_WORDS,
  draftHeading,
  draftLines,
  draftRow,
  draftSentence,
  draftTitle,
} from './draft-words.page';
import type { DraftInFull } from './drafts.query';

const PATH = '/:area/returns/drafts/:draft';
const COMMANDS: Readonly<Record<string, string>> = {
  approve: 'approve-return',
  reject: 'reject-return',
  withdraw: 'withdraw-draft',
};

/** One draft: what would be recorded, in words, and whether it still could be; who may approve it does so here. */
export function draftPages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    { method: 'GET', path: PATH, answer: (visit) => draftShow(readings, visit) },
    { method: 'POST', path: PATH, answer: (visit) => settle(readings, door, visit) },
  ];
}

async function settle(readings: FigureReadings, door: FormDoor, visit: Visit): Promise<Answer> {
  const { person, params, form } = visit;
  const { area = '', draft = '' } = params;
  const command = COMMANDS[form.action ?? ''];
  if (!command) return draftShow(readings, visit);
  const body = { area, draft, ...(command === 'reject-return' && { reason: form.reason ?? '' }) };
  const outcome = await door.dispatcher.command(person, command, form['command-id'] || randomUUID(), body);
  if (isRefusal(outcome)) return draftShow(readings, visit, outcome);
  if (!isReceipt(outcome)) return { goTo: draftPath(area, draft) };
  await door.waitForViews(outcome.ledgerSize);
  const { command: approved } = await readings.drafts.one(person, draft);
  const [first = 0] = outcome.indexes;
  return { goTo: approved === 'submit-return' ? `/${area}/returns/${first}` : `/ledger/${first}` };
}

async function draftShow(readings: FigureReadings, visit: Visit, refusal?: Refusal): Promise<Show> {
  const { area = '', draft: id = '' } = visit.params;
  const { person, at } = visit;
  const draft = await readings.drafts.one(person, id);
  if (draft.area !== area) refuse('figures.unknown-draft', `Your body has no such draft in ${nameOf(area)}.`);
  const { position } = await readings.measures(person, at, { area, limit: 1 });
  const own = draft.by.person === person.id;
  const errors = refusal && errorSummary(refusal, (field) => (field === 'reason' ? 'reason' : undefined));
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/see-drafts/draft.njk',
    title: [
      `${draftTitle(draft)}, ${STATE_WORDS[draft.state].word.toLowerCase()}, ${nameOf(area)}`,
      'Returns',
    ],
    position,
    data: {
      area,
      draft,
      title: draftTitle(draft),
      words: STATE_WORDS[draft.state],
      whose: nameOf(draft.by.body),
      own,
      past: (at.asOf !== undefined || at.basis !== undefined) && inThePast(position),
      may: { approve: !own && mayCommandIn(person, 'approve-return', area), withdraw: own },
      commandId: randomUUID(),
      reason: refusal ? (visit.form.reason ?? '') : '',
      errors,
      at: errors?.at ?? {},
      ...(await whatItSays(readings, visit, draft)),
    },
  };
}

/** The sentence and the lines of what waits, each beside what is on record of it now. */
async function whatItSays(
  readings: FigureReadings,
  { person }: Visit,
  draft: DraftInFull,
): Promise<Readonly<Record<string, unknown>>> {
  const { body, area } = draft;
  if (!body) return { lines: [] };
  const { items: measures } = await readings.measures(person, {}, { area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const titleOf = (id: string): string => papers.find((paper) => paper.id === id)?.title ?? id;
  const paper = draft.paper ? titleOf(draft.paper) : undefined;
  const standing = async ({ measure, period, breakdown }: LineFields): Promise<object | undefined> => {
    const found = await readings
      .figure(person, {}, { area, measure, period, breakdown })
      .catch(unlessRefused);
    return found && { value: valueWithUnit(found.item, found.item.unit), href: figurePath(found.item) };
  };
  const lines = draftLines(draft, body);
  const now = await Promise.all(lines.map(({ fields }) => standing(fields)));
  return {
    sentence: draftSentence(draft, body, paper),
    heading: draftHeading(body),
    lines: lines.map((line, i) => ({ ...draftRow(line, measures, titleOf), now: now[i] })),
    // As many as the form takes are read one by one; more, as a table.
    long: now.length > MOST_FORM_LINES,
    marked: draft.marked && { href: figurePath(draft.marked), entry: body.of },
  };
}

function unlessRefused(error: unknown): undefined {
  if (error instanceof RefusalError) return undefined;
  throw error;
}
