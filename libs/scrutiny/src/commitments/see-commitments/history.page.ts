import { expectedInWords } from '@daybook/due-dates';
import { longDate, nameIn, whoWrote, type Names, type Visit } from '@daybook/pages';
import type { NamedText } from '../../told';
import { commitmentPath } from '../act-on-a-page/offers.page';
import type { CommitmentEventItem } from './commitment.query';
import { EVENT_WORDS, TEXT_WORDS } from './wording.page';

type EventType = CommitmentEventItem['type'];

/** What each is expected to say: where it does not, that is said. */
const EXPECTED_TEXTS: Readonly<Partial<Record<EventType, NamedText['name']>>> = {
  'scrutiny.commitment-move-asked': 'reason',
  'scrutiny.discharge-claimed': 'evidence',
  'scrutiny.discharge-refused': 'reason',
  'scrutiny.commitment-withdrawn': 'reason',
  'scrutiny.commitment-reopened': 'reason',
};

/** One event as the timeline shows it. */
export interface EventShown extends CommitmentEventItem {
  readonly title: string;
  readonly who: string;
  readonly sentences: readonly string[];
  readonly said: readonly { readonly label: string; readonly text: string }[];
  readonly link: { readonly text: string; readonly href: string } | undefined;
  readonly paperTitle: string | undefined;
}

/** A history newest first, each event in words. */
export function timelineOf(
  visit: Visit,
  area: string,
  history: readonly CommitmentEventItem[],
  { papers, names }: { readonly papers: ReadonlyMap<string, string>; readonly names: Names },
): EventShown[] {
  const shown = history.map((item): EventShown => {
    const { supersededBy, source } = item;
    return {
      ...item,
      title: EVENT_WORDS[item.type] ?? item.type,
      who: item.office ? `${nameIn(names, item.office)}: ${whoWrote(item, names)}` : whoWrote(item, names),
      sentences: sentencesOf(item, names),
      said: saidIn(item),
      link: supersededBy
        ? { text: supersededBy, href: visit.link(commitmentPath(area, supersededBy)) }
        : undefined,
      paperTitle: source ? (papers.get(source.paper) ?? source.paper) : undefined,
    };
  });
  return shown.reverse();
}

function sentencesOf(item: CommitmentEventItem, names: Names): string[] {
  const { type, from, to, askedBy, fits, enteredWrongly } = item;
  const due = (anticipated: string | null): string => expectedInWords({ anticipated });
  const asked = askedBy ? `Asked for by ${nameIn(names, askedBy)}.` : 'Who asked: not given.';
  const dates: Partial<Record<EventType, string>> = {
    'scrutiny.commitment-made': to === null ? 'No date was given.' : `Due: ${due(to)}.`,
    'scrutiny.commitment-move-asked': `From ${due(from)} to ${due(to)}. ${asked}`,
  };
  const mark =
    enteredWrongly &&
    `Marked as entered wrongly by ${whoWrote(enteredWrongly, names)}, ${longDate(enteredWrongly.effectiveOn, enteredWrongly.precision)}: it counts for nothing.`;
  const misfit = !fits && !enteredWrongly ? 'It does not fit what stood before it, and changes nothing.' : '';
  return [dates[type] ?? '', misfit, mark ?? ''].filter((sentence) => sentence !== '');
}

function saidIn({ type, texts }: CommitmentEventItem): { label: string; text: string }[] {
  const expected = EXPECTED_TEXTS[type];
  const given = texts.map(({ name, text, erased }) => ({
    label: TEXT_WORDS[name] ?? name,
    text: erased ? 'erased' : (text ?? ''),
  }));
  const missing = expected && !texts.some(({ name }) => name === expected);
  return missing ? [...given, { label: TEXT_WORDS[expected] ?? expected, text: 'not given' }] : given;
}
