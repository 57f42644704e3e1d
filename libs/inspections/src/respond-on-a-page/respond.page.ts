import { mayCommandIn } from '@daybook/identity';
import { refuse } from '@daybook/ledger';
import {
  deedPages,
  longDate,
  nameOf,
  withQuery,
  type Deed,
  type FormDoor,
  type Page,
  type Visit,
} from '@daybook/pages';
import { crumbsTo, notYours } from '../act-on-a-page/asked-of-all.page';
import type { InspectionReadings } from '../readings.page';
import type { ResponseItem } from '../see-response/response-item';
import { ACTION_WORDS } from '../see-response/wording.page';
import { responsePath } from './step-path.page';
import { STEPS, type Step } from './steps.page';

const PATH = '/:area/inspections/:id/response/:step';

/** A form for each step of a response: invite, comments, answer, publish, copy. */
export function respondPages(readings: InspectionReadings, door: FormDoor): readonly Page[] {
  return [PATH, `${PATH}/:of`, `${PATH}/:of/:replaced`].flatMap((path) =>
    deedPages(path, (visit) => deedOf(readings, visit), door),
  );
}

async function deedOf(readings: InspectionReadings, visit: Visit): Promise<Deed> {
  const { area = '', id = '', step: command = '', of = null, replaced = null } = visit.params;
  const { person } = visit;
  const step = STEPS.find((one) => one.command === command);
  if (!step) return refuse('request.no-such-address', 'There is nothing at this address.');
  if (!mayCommandIn(person, command, area)) notYours(person, `“${step.heading}”`);
  const { position, item } = await readings.responses.one(person, visit.at, { id, area });
  const [papers, inspections] = await Promise.all([
    readings.papers(person, {}, { area }),
    readings.inspections.list(person, {}, { area }),
  ]);
  const others = inspections.items.filter((one) => one.id !== id);
  const about = subjectOf(item, step, of, replaced);
  const seen = responsePath(area, id);
  return {
    ...{ position, area, command, heading: step.heading, button: step.button, caption: about.title },
    title: [item.title, 'Inspections'],
    crumbs: crumbsTo(
      visit,
      area,
      ['Inspections', `/${area}/inspections`],
      [item.title, `/${area}/inspections/${encodeURIComponent(id)}`],
      ['The response', seen],
    ),
    intro: [...about.intro, ...step.intro(person)],
    questions: step.questions({ person, today: position.today, papers: papers.items, others }),
    sentence: () => `${nameOf(step.actor(person))} ${step.says}: ${about.title}.`,
    body: (answers) => ({ area, inspection: id, ...about.body, ...step.body(answers) }),
    recorded: ({ indexes }) => withQuery(seen, { recorded: String(indexes[0] ?? '') }),
    seen: { href: seen, words: 'the response' },
    toDo: 'record something about this response',
  };
}

interface Subject {
  readonly title: string;
  readonly intro: readonly string[];
  readonly body: object;
}

/** What a step is about, by its address: the report, a cause of concern of it, or a recommendation. */
function subjectOf(item: ResponseItem, step: Step, of: string | null, replaced: string | null): Subject {
  if (step.command !== 'answer-recommendation') {
    const one = of === null ? item : item.accelerated.find(({ concern }) => concern === of);
    if (!one || replaced !== null) return nothingThere();
    return { title: one.title, intro: [], body: { concern: of } };
  }
  const recommendation = item.recommendations.find(({ finding }) => finding === of);
  if (!recommendation) return nothingThere();
  const before = item.answers.find(({ id }) => id === replaced);
  const intro = before
    ? [
        `It takes the place of the answer of ${longDate(before.effectiveOn, before.precision)}, ` +
          `which stays on record: ${ACTION_WORDS[before.action]}. ${before.answer ?? ''}`,
      ]
    : [];
  return { title: recommendation.title, intro, body: { finding: of, of: replaced } };
}

function nothingThere(): never {
  return refuse('request.no-such-address', 'There is nothing like that to record about this response.');
}
