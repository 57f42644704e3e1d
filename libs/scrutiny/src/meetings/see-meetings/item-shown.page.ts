import { expectedInWords } from '@daybook/due-dates';
import { counted, longDate, nameIn, typeInWords, type Names, type Visit } from '@daybook/pages';
import { EVENT_WORDS, STATUS_WORDS } from '../../commitments/see-commitments/wording.page';
import {
  EXTENT_WORDS,
  QUESTION_STATUS_WORDS,
  questionPath,
} from '../../questions/see-questions/wording.page';
import type { ItemInFull } from './meeting-in-full';
import type {
  CommitmentAtMeeting,
  DecisionAtMeeting,
  HappenedItem,
  QuestionAtMeeting,
  SaidUnder,
} from './said-at-meeting';
import { OUTCOME_WORDS, meetingPath } from './wording.page';

/** What an item is shown with: links that keep the position, and names as they were called. */
export interface ShownWith {
  readonly visit: Visit;
  readonly area: string;
  readonly names: Names;
  readonly papers: ReadonlyMap<string, string>;
}

/** An item as minutes tell it. */
export function itemShown(item: ItemInFull, own: ShownWith): object {
  const { resolution } = item;
  return {
    ...underShown(item, own),
    ...{ item: item.item, title: item.title, private: item.private },
    papers: item.papers.map((id) => paperShown(id, own)),
    resolution: resolution && {
      word: OUTCOME_WORDS[resolution.outcome],
      words: resolution.wordsErased ? 'The words were erased.' : resolution.words,
      on: longDate(resolution.effectiveOn, resolution.precision),
    },
  };
}

/** What was said under one item, or under none. */
export function underShown({ questions, commitments, decisions }: SaidUnder, own: ShownWith) {
  return {
    any: questions.length + commitments.length + decisions.length > 0,
    questions: questions.map((one) => questionShown(one, own)),
    commitments: commitments.map((one) => commitmentShown(one, own)),
    decisions: decisions.map((one) => decisionShown(one, own)),
  };
}

export function paperShown(id: string, { visit, area, papers }: ShownWith) {
  return { text: papers.get(id) ?? id, href: visit.link(`/${area}/papers/${id}`) };
}

function questionShown(question: QuestionAtMeeting, own: ShownWith): object {
  const { names, visit, area } = own;
  return {
    ...{
      title: question.title,
      askedHere: question.askedHere,
      status: QUESTION_STATUS_WORDS[question.status],
    },
    href: visit.link(questionPath(area, question.id)),
    by: nameIn(names, question.office ?? question.askedBy),
    to: nameIn(names, question.to),
    waiting: question.unanswered ? `waiting for ${counted(question.ageDays, 'day')}` : '',
    revised:
      question.citesRevised > 0 ? `${counted(question.citesRevised, 'figure')} cited, revised since` : '',
    here: question.here.map((act) => happenedShown(act, own)),
    since: question.since.map((act) => happenedShown(act, own)),
  };
}

function commitmentShown(commitment: CommitmentAtMeeting, own: ShownWith): object {
  const { names, visit, area } = own;
  const { due, originalDue, overdueDays, to } = commitment;
  return {
    ...{ title: commitment.title, promise: commitment.promise, status: STATUS_WORDS[commitment.status] },
    href: visit.link(`/${area}/commitments/${encodeURIComponent(commitment.id)}`),
    owner: nameIn(names, commitment.owner),
    to: to && nameIn(names, to),
    due: expectedInWords({ anticipated: due }),
    first: originalDue !== due ? expectedInWords({ anticipated: originalDue }) : '',
    overdue: overdueDays === null ? '' : `${counted(overdueDays, 'day')} past it`,
    since: commitment.since.map((act) => happenedShown(act, own)),
  };
}

function decisionShown(decision: DecisionAtMeeting, own: ShownWith): object {
  const { names, visit, area } = own;
  return {
    ...{ title: decision.title, number: decision.number, status: decision.status },
    href: visit.link(`/${area}/decisions/${encodeURIComponent(decision.id)}`),
    office: nameIn(names, decision.office),
    since: decision.since.map((act) => happenedShown(act, own)),
  };
}

const ACT_WORDS: Readonly<Partial<Record<HappenedItem['type'], string>>> = {
  ...EVENT_WORDS,
  'scrutiny.question-asked': 'Asked',
  'scrutiny.question-followed-up': 'Asked further',
  'scrutiny.question-settled': 'Settled',
};

/** What was said of a thing, by whom, when and where; the record says who wrote it down. */
function happenedShown(act: HappenedItem, { names, visit, area }: ShownWith): object {
  const word = act.extent ? EXTENT_WORDS[act.extent] : (ACT_WORDS[act.type] ?? typeInWords(act.type));
  return {
    what: act.due === null ? word : `${word}: ${expectedInWords({ anticipated: act.due })}`,
    on: longDate(act.effectiveOn, act.precision),
    who: nameIn(names, act.office ?? act.for ?? act.by.body),
    at: act.meeting && { text: act.meeting, href: visit.link(meetingPath(area, act.meeting)) },
    texts: act.texts.map(({ text, erased }) => (erased ? 'The words were erased.' : text)),
    wrong: act.enteredWrongly !== null,
    unfitting: !act.fits && act.enteredWrongly === null,
    secondHand: act.secondHand,
    record: { index: act.index, href: visit.link(`/ledger/${act.index}`) },
  };
}
