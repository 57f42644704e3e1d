import type { DraftInFull, DraftItem, DraftList } from '@daybook/figures';
import type { Question } from '../door/door';
import { ask, type Asking } from './ask';
import { counted } from './show';
import { printable, sheet, table } from './table';

export interface DraftsAsked {
  readonly area: string;
  readonly all?: boolean;
}

const ofArea = (area: string): Question<DraftList> => ({
  path: 'drafts',
  parameters: { area },
  here: (readings, person) => readings.drafts.list(person, area),
});

const ofId = (id: string): Question<DraftInFull> => ({
  path: `drafts/${encodeURIComponent(id)}`,
  parameters: {},
  here: (readings, person) => readings.drafts.one(person, id),
});

/** What waits for a second person of a body; with `all`, also what came of the rest. */
export const askDrafts = (asked: Asking & DraftsAsked): Promise<void> =>
  ask(
    asked,
    async (door) => {
      const { fourEyes, items } = await door.bare(ofArea(asked.area));
      return { fourEyes, items: items.filter(({ state }) => asked.all || state === 'waiting') };
    },
    listInWords,
  );

export const askDraft = (id: string, asked: Asking): Promise<void> =>
  ask(asked, (door) => door.bare(ofId(id)), draftInWords);

function listInWords({ fourEyes, items }: DraftList, colour: boolean): string {
  const rows = table<DraftItem>(
    [
      { head: 'Draft', cell: (d) => d.id },
      { head: 'State', cell: (d) => d.state },
      { head: 'Command', cell: (d) => d.command },
      { head: 'Figures', cell: (d) => d.figures, align: 'end' },
      { head: 'Paper', cell: (d) => d.paper },
      { head: 'Sent by', cell: (d) => d.by.person },
      { head: 'Sent', cell: (d) => d.heldAt },
    ],
    items,
    colour,
  );
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  const said = `${counted(waiting, 'draft')} waiting. Four eyes are ${fourEyes ? 'on' : 'off'}.\n`;
  return items.length === 0 ? said : `${rows}\n${said}`;
}

function draftInWords(draft: DraftInFull): string {
  const { ended, obstacle, body, index } = draft;
  const parts = sheet([
    ['Draft', draft.id],
    ['State', draft.state],
    ['Command', draft.command],
    ['Area', draft.area],
    ['Figures', draft.figures],
    ['Paper', draft.paper],
    ['Effective', draft.effectiveOn],
    ['Sent by', `${draft.by.person}, ${draft.by.role} ${draft.by.body}`],
    ['Sent', draft.heldAt],
    ['Ended by', ended && ended.by.person],
    ['Ended', ended && ended.at],
    ['Why', ended && (ended.reasonErased ? '(erased)' : ended.reason)],
    ['Record', index],
  ]);
  const said = body ? `\n${JSON.stringify(body, null, 2).split('\n').map(printable).join('\n')}\n` : '';
  const now = obstacle
    ? `\nIt would be refused now: ${printable(obstacle.message)} (${obstacle.code})\n`
    : '\nIt would be accepted as it is, were it approved now.\n';
  return `${parts}${said}${draft.state === 'waiting' ? now : ''}`;
}
