import { mayCommandIn, type Person } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  crumbsTo,
  dateQuestion,
  deedPages,
  nameOf,
  notYours,
  sourceQuestions,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Question,
  type Visit,
} from '@daybook/pages';
import { actsFor, bodyOf, type Bodies } from '@daybook/provenance';
import { REVIEW_OUTCOMES } from '../../codes';
import type { BodyReads, DecisionReads, PaperReads } from '../../readings.page';
import type { DecisionItem } from '../see-decisions/decision-item';
import { REVIEW_WORDS, decisionPath } from '../see-decisions/wording.page';

type Decided = Pick<DecisionItem, 'area' | 'id' | 'title' | 'office' | 'status' | 'calledIn' | 'review'>;
type Reads = DecisionReads & PaperReads & BodyReads;

const office = ({ office: decided }: Decided): string => decided;
const panel = ({ area }: Decided): string => `${area}-panel`;
const stands = ({ status }: Decided): boolean => status === 'standing';

/** What can be said of a decision: by the office that decided, or by the panel. */
const DEEDS = {
  amend: {
    ...{ command: 'amend-decision', heading: 'Amend it', button: 'Record this amendment' },
    ...{ says: 'amends it', party: office, fits: stands },
  },
  rescind: {
    ...{ command: 'rescind-decision', heading: 'Rescind it', button: 'Record that it is rescinded' },
    ...{ says: 'takes it back', party: office, fits: stands },
  },
  supersede: {
    ...{ command: 'supersede-decision', heading: 'Say what takes its place' },
    ...{ button: 'Record that it is superseded', says: 'puts another decision in its place' },
    ...{ party: office, fits: stands },
  },
  'call-in': {
    ...{ command: 'call-in-decision', heading: 'Call it in', button: 'Record that it is called in' },
    ...{ says: 'calls it in', party: panel },
    fits: (item: Decided) => stands(item) && (!item.calledIn || item.review !== null),
  },
  review: {
    ...{ command: 'review-decision', heading: 'Record its review', button: 'Record this review' },
    ...{ says: 'has reviewed it', party: panel, fits: () => true },
  },
} as const;
type DeedName = keyof typeof DEEDS;
const ALL = Object.keys(DEEDS) as readonly DeedName[];

/** The forms that a decision's page offers a person. */
export function decisionFormsOffered(
  person: Person,
  item: Decided,
  bodies: Bodies,
): { readonly text: string; readonly path: string }[] {
  return ALL.filter((name) => DEEDS[name].fits(item) && partIn(person, name, item, bodies) !== 'none').map(
    (name) => ({ text: DEEDS[name].heading, path: `${decisionPath(item.area, item.id)}/${name}` }),
  );
}

/** Whether it is the person's own part, another body's that they may write down, or none of theirs. */
function partIn(
  person: Person,
  name: DeedName,
  item: Decided,
  bodies: Bodies,
): 'own' | 'transcribed' | 'none' {
  if (!mayCommandIn(person, DEEDS[name].command, item.area)) return 'none';
  if (actsFor(person.body, DEEDS[name].party(item), bodies)) return 'own';
  return person.role === 'office' ? 'transcribed' : 'none';
}

/** A form for each thing that can be said of a decision. */
export function decisionFormPages(readings: Reads, door: FormDoor): readonly Page[] {
  const path = '/:area/decisions/:decision/:deed';
  return deedPages(path, (visit, sent) => deedOf(readings, visit, sent), door);
}

async function deedOf(readings: Reads, visit: Visit, sent: boolean): Promise<Deed> {
  const { area = '', decision: id = '', deed: asked = '' } = visit.params;
  const { person } = visit;
  const name = ALL.find((one) => one === asked);
  if (!name) return refuse('request.no-such-address', 'There is nothing at this address.');
  if (person.role === 'public') notYours(person, 'This');
  const { position, item } = await readings.decisions.one(person, visit.at, { id, area });
  const bodies = await readings.bodies.registered(person, {}, area);
  const part = partIn(person, name, item, bodies);
  const deed = DEEDS[name];
  if (part === 'none') return notYours(person, `“${deed.heading}”`);
  if (!sent && !deed.fits(item))
    refuse(
      'scrutiny.decision-ended',
      'This is not for the decision as it stands. Its page says how it does.',
    );
  const papers = await readings.papers(person, {}, { area });
  const transcribing = part === 'transcribed';
  const actor = nameOf(bodyOf(deed.party(item), bodies));
  const seen = decisionPath(area, id);
  return {
    ...{ position, area, command: deed.command, heading: deed.heading, button: deed.button },
    ...{ caption: item.title, title: [item.title, 'Decisions'] },
    crumbs: crumbsTo(visit, area, ['Decisions', `/${area}/decisions`], [item.title, seen]),
    intro: transcribing ? [`You write down what ${actor} said, from a paper that you name.`] : [],
    questions: [
      ...questionsOf(name, transcribing),
      dateQuestion(transcribing, position.today),
      ...(transcribing ? sourceQuestions(papers.items, true) : []),
    ],
    sentence: () => `${actor} ${deed.says}.`,
    body: ({ exempt, ...answers }) => ({ ...answers, ...exemptIn(exempt), area, decision: id }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the decision' },
    toDo: 'record something about this decision',
  };
}

function questionsOf(name: DeedName, transcribing: boolean): Question[] {
  const why = (field: string, label: string, missing: string): Question => ({
    ...{ name: field, kind: 'words', label: transcribing ? `${label} (optional)` : label },
    ...(transcribing ? { hint: 'Leave it empty where the paper does not say' } : { missing }),
  });
  switch (name) {
    case 'amend':
      return [
        { name: 'title', kind: 'line', label: 'What is decided now, in a few own words? (optional)' },
        ...datesAndParts(),
        why('reasons', 'Why is it amended?', 'Say why it is amended'),
      ];
    case 'rescind':
      return [why('reasons', 'Why is it rescinded?', 'Say why it is rescinded')];
    case 'supersede':
      return [
        {
          ...{ name: 'supersededBy', kind: 'line', label: 'Which decision takes its place?' },
          hint: 'The id of a decision on record',
          ...(!transcribing && { missing: 'Enter the id of the decision that takes its place' }),
        },
        why('reasons', 'Why does another take its place?', 'Say why another takes its place'),
      ];
    case 'call-in':
      return [why('reason', 'Why is it called in?', 'Say why it is called in')];
    case 'review':
      return [
        {
          ...{ name: 'outcome', kind: 'choice', label: 'What did the panel make of it?' },
          missing: 'Choose what the panel made of it',
          choices: REVIEW_OUTCOMES.map((value) => ({ value, text: REVIEW_WORDS[value] })),
        },
        why('report', 'What did it report or recommend?', 'Say what the panel reported'),
      ];
    default: {
      const never: never = name;
      throw new Error(`Unknown deed ${String(never)}`);
    }
  }
}

/** What a decision says besides its title and its reasons. */
export function datesAndParts(): Question[] {
  return [
    {
      ...{ name: 'takesEffectOn', kind: 'date', label: 'From which day does it hold? (optional)' },
      hint: 'It may be a day to come',
    },
    { name: 'publishedOn', kind: 'date', label: 'When was it published? (optional)' },
    {
      ...{ name: 'exempt', kind: 'words', label: 'Which parts are exempt, and on what ground? (optional)' },
      hint: 'A line for each part; never what stands in it',
    },
  ];
}

/** A line for each part that is exempt. */
export function exemptIn(lines: unknown): { readonly exempt?: readonly string[] } {
  if (typeof lines !== 'string') return {};
  return { exempt: lines.split('\n').flatMap((line) => line.trim() || []) };
}
