import { refuse } from '@daybook/ledger';
import {
  deedPages,
  nameOf,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import type { InspectionReadings } from '../readings.page';
import type { AddresseeItem } from '../see-findings/finding-in-full';
import { STATUS_WORDS } from '../see-findings/wording.page';
import { dateQuestion, sourceQuestions } from './asked-of-all.page';
import { FINDING_DEEDS, actorOf, allowedDeeds, fits, type Offered } from './finding-deeds.page';

const PATH = '/:area/findings/:finding/:deed';

/** A form for each thing that can be said of a finding: claim, move, assure, close. */
export function actOnAFindingPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return deedPages(PATH, (visit, sent) => deedOf(readings, visit, sent), door);
}

async function deedOf(readings: InspectionReadings, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', finding = '', deed: command = '' } = visit.params;
  const { person } = visit;
  const known = FINDING_DEEDS.find((one) => one.command === command);
  if (!known) return refuse('request.no-such-address', 'There is nothing at this address.');
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to record this.');
  const { position, item } = await readings.findings.one(person, visit.at, { id: finding, area });
  const { items: papers } = await readings.papers(person, {}, { area });
  const offered = offeredHere(visit, known.command, allowedDeeds(person, item, item.addressees));
  if (!sent && !fits(offered.deed, offered.item))
    refuse('inspections.status-differs', standsOtherwise(offered));
  const { deed, addressee, transcribing } = offered;
  const inspectorate = item.inspectorate ?? '';
  const actor = actorOf(deed, person, addressee, inspectorate);
  const seen = `/${area}/findings/${finding}`;
  return {
    ...{ position, area, command, heading: deed.heading, button: deed.button, caption: item.title },
    title: [item.title, 'Findings'],
    crumbs: [
      { text: nameOf(area), href: visit.link(`/${area}`) },
      { text: 'Findings', href: visit.link(`/${area}/findings`) },
      { text: item.title, href: visit.link(seen) },
    ],
    intro: introOf(offered, actor, item.group?.findings ?? []),
    questions: [
      ...(transcribing ? deed.questions.map(optional) : deed.questions),
      dateQuestion(transcribing, position.today),
      ...(transcribing ? sourceQuestions(papers, true) : []),
    ],
    sentence: () => `${nameOf(actor)} ${deed.says}.`,
    body: (answers) => ({
      ...answers,
      ...(command === 'anticipate-completion' && { anticipated: answers.anticipated ?? null }),
      ...{ area, finding, addressee },
    }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the finding' },
    toDo: 'record something about this finding',
  };
}

type Allowed = ReturnType<typeof allowedDeeds<AddresseeItem>>[number];

function standsOtherwise({ deed, addressee, item: { status } }: Allowed): string {
  const stands = STATUS_WORDS[status].word.toLowerCase();
  return `“${deed.heading}” is not for a finding as this one stands with ${nameOf(addressee)}: ${stands}. Its page offers what can be recorded now.`;
}

/** The deed as this person may do it: about the addressee that the address names, or the only one. */
function offeredHere({ person, query }: Visit, command: string, offered: readonly Allowed[]): Allowed {
  const own = offered.filter(({ deed }) => deed.command === command);
  const named = query.addressee ? own.filter(({ addressee }) => addressee === query.addressee) : own;
  const [first] = named;
  if (first) return first;
  const message =
    own.length > 0
      ? `The finding has no addressee ${query.addressee ?? ''}.`
      : `This is not for ${nameOf(person.body)} to record about this finding.`;
  return refuse('identity.not-allowed', message);
}

function introOf(
  { deed, addressee, transcribing }: Offered,
  actor: string,
  group: readonly string[],
): string[] {
  const shared = ['anticipate-completion', 'move-completion', 'agree-move', 'report-progress'];
  return [
    ...(transcribing ? [`You write down an act of ${nameOf(actor)}, from a paper that you name.`] : []),
    ...(actor !== addressee ? [`It is about what is addressed to ${nameOf(addressee)}.`] : []),
    ...(group.length > 1 && shared.includes(deed.command)
      ? [`It shares its plan with other findings, so this is recorded for all of them: ${group.join(', ')}.`]
      : []),
  ];
}

/** A paper may not say why; who acts always does. */
function optional(question: Question): Question {
  if (question.kind !== 'words' || !question.missing) return question;
  return { ...question, missing: undefined, hint: 'Leave it empty where the paper does not say' };
}
