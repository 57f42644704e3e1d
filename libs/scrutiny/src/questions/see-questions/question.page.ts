import {
  counted,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  typeInWords,
  whoWrote,
  type Names,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import { waysToMark } from '../../mark-scrutiny-entry-wrong/may-mark.page';
import type { CitedFigure, CitedInWords } from '../../citing/cited.page';
import type { BodyReads, PaperReads, QuestionReads } from '../../readings.page';
import { subjectRef } from '../../scrutiny.events';
import { formsOffered } from '../act-on-a-page/question-forms.page';
import type { QuestionInFull } from './question-in-full';
import { EXTENT_WORDS, meetingPath, MODE_WORDS, QUESTION_STATUS_WORDS } from './wording.page';

type Told = QuestionInFull<CitedFigure>;

/** One question: what was asked, the answers with what they rest on, and everything said of it. */
export function questionPage(
  readings: QuestionReads & PaperReads & BodyReads & OnRecord,
  citedInWords: CitedInWords,
): Page {
  return {
    method: 'GET',
    path: '/:area/questions/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.questions.one(person, there, { id, area }),
        (found) => found.item.asked,
      );
      const at = samePosition(position);
      const [papers, names, bodies] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.bodies.names(person, at, area),
        readings.bodies.registered(person, {}, area),
      ]);
      const titles = new Map(papers.items.map((paper) => [paper.id, paper.title]));
      return {
        template: 'libs/scrutiny/src/questions/see-questions/question.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Questions'],
        position,
        api: `/api/v1/questions/${encodeURIComponent(id)}?area=${area}`,
        data: {
          ...{ area, item, status: QUESTION_STATUS_WORDS[item.status], facts: factsOf(visit, item, names) },
          key: [QUESTION_STATUS_WORDS[item.status]],
          paper: paperOf(item, titles),
          about: item.about.map((reference) => ({
            text: reference,
            href: visit.link('/ledger', { about: reference }),
          })),
          events: eventsOf(visit, item, { papers: titles, names }, citedInWords),
          marks: waysToMark(person, 'question', item, bodies),
          forms: formsOffered(person, item, bodies),
          recorded: item.history.find(({ index }) => String(index) === visit.query.recorded)?.index,
          onRecord: await recordsAbout(readings, visit, position, subjectRef({ kind: 'question', id }, area)),
        },
      };
    },
  };
}

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}

function factsOf(visit: Visit, item: Told, names: Names): Fact[] {
  const { area, to, askedBy, office, mode, meeting, item: number, priority, ageDays, unanswered } = item;
  return [
    { name: 'Put to', value: nameIn(names, to) },
    {
      name: 'Put by',
      value: office ? `${nameIn(names, office)}, ${nameIn(names, askedBy)}` : nameIn(names, askedBy),
    },
    { name: 'How', value: MODE_WORDS[mode] },
    ...(meeting
      ? [
          {
            name: 'At',
            value: number ? `${meeting}, item ${number}` : meeting,
            href: visit.link(meetingPath(area, meeting)),
          },
        ]
      : []),
    ...(priority
      ? [{ name: 'Priority', value: priority, href: visit.link(`/${area}/plan/${priority}`) }]
      : []),
    ...(item.firstTitle === item.title ? [] : [{ name: 'First put as', value: item.firstTitle }]),
    { name: unanswered ? 'Waiting for' : 'Waited', value: counted(ageDays, 'day') },
  ];
}

type Titles = ReadonlyMap<string, string>;

function paperOf({ area, asked }: Pick<Told, 'area' | 'asked'>, titles: Titles) {
  const { source } = asked;
  if (!source) return undefined;
  return {
    text: titles.get(source.paper) ?? source.paper,
    place: source.place,
    path: `/${area}/papers/${source.paper}`,
  };
}

/** Everything that was said of it, the newest first. */
function eventsOf(
  visit: Visit,
  item: Told,
  { papers, names }: { readonly papers: Titles; readonly names: Names },
  citedInWords: CitedInWords,
): object[] {
  const { area, answers } = item;
  const cites = new Map(answers.map((answer) => [answer.id, answer.cites]));
  return item.history.toReversed().map((act) => ({
    ...act,
    title: act.extent ? EXTENT_WORDS[act.extent] : typeInWords(act.type),
    who: act.office ? `${nameIn(names, act.office)} (${whoWrote(act, names)})` : whoWrote(act, names),
    cites: (cites.get(act.id) ?? []).map(citedInWords),
    paper: act.source && {
      text: papers.get(act.source.paper) ?? act.source.paper,
      place: act.source.place,
      href: visit.link(`/${area}/papers/${act.source.paper}`),
    },
  }));
}
