import { expectedInWords } from '@daybook/due-dates';
import { longDate, whoWrote, type Visit } from '@daybook/pages';
import type { HistoryItem, NamedText } from './finding-history';
import { TEXT_WORDS, findingLink, namesOf } from './wording.page';

type EventType = HistoryItem['type'];

export const EVENT_WORDS: Readonly<Partial<Record<EventType, string>>> = {
  'inspections.finding-raised': 'Raised',
  'inspections.findings-grouped': 'Grouped',
  'inspections.completion-anticipated': 'Date given',
  'inspections.completion-moved': 'Date moved',
  'inspections.move-agreed': 'Move agreed',
  'inspections.progress-reported': 'Progress reported',
  'inspections.finding-accepted': 'Accepted',
  'inspections.finding-disputed': 'Disputed',
  'inspections.dispute-answered': 'Dispute answered',
  'inspections.discharge-claimed': 'Claimed to be discharged',
  'inspections.discharge-assured': 'Discharge assured',
  'inspections.discharge-declined': 'Claim declined',
  'inspections.finding-closed': 'Closed',
  'inspections.finding-reopened': 'Reopened',
  'inspections.finding-carried-forward': 'Carried forward',
  'inspections.finding-superseded': 'Superseded',
  'inspections.finding-withdrawn': 'Withdrawn',
};

/** What each is expected to say: where it does not, that is said. */
const EXPECTED_TEXTS: Readonly<Partial<Record<EventType, NamedText['name']>>> = {
  'inspections.completion-moved': 'reason',
  'inspections.finding-disputed': 'reason',
  'inspections.dispute-answered': 'reason',
  'inspections.discharge-claimed': 'evidence',
  'inspections.discharge-declined': 'reason',
  'inspections.finding-reopened': 'reason',
};

/** One event as the timeline shows it. */
export interface EventShown extends HistoryItem {
  readonly title: string;
  readonly who: string;
  readonly sentences: readonly string[];
  readonly said: readonly { readonly label: string; readonly text: string }[];
  readonly links: readonly { readonly label: string; readonly text: string; readonly href: string }[];
  readonly paperTitle: string | undefined;
}

/** Titles by id. */
export interface Titles {
  readonly papers: ReadonlyMap<string, string>;
  readonly findings: ReadonlyMap<string, string>;
}

/** A history newest first, each event in words. `several`: the finding has more than one addressee. */
export function timelineOf(
  visit: Visit,
  own: { readonly area: string; readonly id: string; readonly several: boolean },
  history: readonly HistoryItem[],
  { papers, findings }: Titles,
): EventShown[] {
  const shown = history.map((item): EventShown => {
    const others = item.findings.filter((one) => one !== own.id);
    const label = item.type === 'inspections.findings-grouped' ? 'Shares its plan with' : 'Said at once of';
    const linkTo = (id: string) => findingLink(visit, own.area, id, findings);
    return {
      ...item,
      title: EVENT_WORDS[item.type] ?? item.type,
      who: whoWrote(item),
      sentences: sentencesOf(item, own.several),
      said: saidIn(item),
      links: [
        ...(item.goesOnAs ? [{ label: 'Goes on as', ...linkTo(item.goesOnAs) }] : []),
        ...others.map((one) => ({ label, ...linkTo(one) })),
      ],
      paperTitle: item.source ? (papers.get(item.source.paper) ?? item.source.paper) : undefined,
    };
  });
  return shown.reverse();
}

function sentencesOf(item: HistoryItem, several: boolean): string[] {
  const { type, from, to, askedBy, addressees, unfitting, enteredWrongly, findings } = item;
  const due = (anticipated: string | null): string => expectedInWords({ anticipated });
  const dates: Partial<Record<EventType, string>> = {
    'inspections.finding-raised': to === null ? '' : `To be complete by ${due(to)}.`,
    'inspections.completion-anticipated': to === null ? 'No date was given.' : `To be complete: ${due(to)}.`,
    'inspections.completion-moved': `From ${due(from)} to ${due(to)}. ${askedBy ? `Asked for by ${namesOf([askedBy])}.` : 'Who asked: not given.'}`,
    'inspections.findings-grouped':
      findings.length === 1 ? 'It shares its item of the plan with no other finding.' : '',
  };
  const mark =
    enteredWrongly &&
    `Marked as entered wrongly by ${whoWrote(enteredWrongly)}, ${longDate(enteredWrongly.effectiveOn, enteredWrongly.precision)}: it counts for nothing.`;
  return [
    several && type !== 'inspections.finding-raised' ? `Of ${namesOf(addressees)}.` : '',
    dates[type] ?? '',
    unfitting.length > 0
      ? `It does not fit what stood before it${several ? ` with ${namesOf(unfitting)}` : ''}, and changes nothing.`
      : '',
    mark ?? '',
  ].filter((sentence) => sentence !== '');
}

function saidIn({ type, texts }: HistoryItem): { label: string; text: string }[] {
  const expected = EXPECTED_TEXTS[type];
  const given = texts.map(({ name, text, erased }) => ({
    label: TEXT_WORDS[name],
    text: erased ? 'erased' : (text ?? ''),
  }));
  const missing = expected && !texts.some(({ name }) => name === expected);
  return missing ? [...given, { label: TEXT_WORDS[expected], text: 'not given' }] : given;
}
