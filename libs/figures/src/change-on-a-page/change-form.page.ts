import { Refusal, refuse, type Problem } from '@daybook/ledger';
import {
  acknowledgedShow,
  afterCommand,
  asksForThePast,
  errorSummary,
  nameOf,
  pastShow,
  withQuery,
  type Answer,
  type FormDoor,
  type Page,
  type Show,
  type Visit,
} from '@daybook/pages';
import { waitsForSecond } from '../fill-in-a-form/four-eyes.page';
import type { FigureReadings } from '../readings.page';
import { draftPath } from '../see-drafts/draft-path.page';
import { figurePath } from '../see-figures/wording.page';
import type { FigureItem, VintageItem } from '../see-figures/figures.query';
import { changeBody, hiddenChange, newChange, readChange, type ChangeFields } from './change-fields.page';
import { changeAnchor } from './change-fields.page';
import { fieldsShown } from './change-offer.page';
import { isChange, missingIn } from './change-problems.page';
import { changeSentences, lookAgainAtChange, type Spoken } from './change-words.page';
import {
  CHANGES,
  CHANGE_WORDS,
  actingBody,
  allOffered,
  changePath,
  entryInWords,
  type ChangeKind,
} from './kinds.page';
import { entryOf, findSubject, namingWhatStands, type Found } from './subject.page';

const PATH = '/:area/figures/:measure/:period/change';

type Entry = VintageItem | FigureItem;

/** One form under way: which change, of which figure and entry, and what was typed. */
interface Form {
  readonly visit: Visit;
  readonly found: Found;
  readonly kind: ChangeKind;
  readonly fields: ChangeFields;
  readonly entry: Entry;
}

/**
 * Changing a figure from its own page: choose what happened, fill in what that needs, check what will be
 * recorded in words, record. What is typed travels in the form alone.
 */
export function changePages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    { method: 'GET', path: PATH, answer: (visit) => choose(readings, visit) },
    { method: 'GET', path: `${PATH}/:kind`, answer: (visit) => begin(readings, visit) },
    { method: 'POST', path: `${PATH}/:kind`, answer: (visit) => goOn(readings, door, visit) },
  ];
}

/** What happened? The answer leads to the form of that change. */
async function choose(readings: FigureReadings, visit: Visit): Promise<Answer> {
  const found = await findSubject(readings, visit);
  if (asksForThePast(visit, found.position)) return notInThePast(found, 'Change this figure');
  const offered = allOffered(visit.person, found);
  const [kind, of] = (visit.query.what ?? '').split('.');
  const chosen = offered.find((one) => one.kind === kind && one.of === of);
  if (chosen) return { goTo: formPath(found, chosen.kind, chosen.of) };
  const missing: Problem = { field: '/what', code: 'request.missing', message: 'Choose what happened' };
  const refusal = 'chosen' in visit.query ? Refusal.of('request.invalid', '', [missing]) : undefined;
  const errors = refusal && errorSummary(refusal, (id) => id);
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/change-on-a-page/change-choose.njk',
    title: titleOf(found, 'Change this figure'),
    position: found.position,
    data: {
      ...common(found),
      errors,
      at: errors?.at ?? {},
      choices: offered.map((one, i) => ({
        id: i === 0 ? 'what' : `what-${i + 1}`,
        value: `${one.kind}.${one.of}`,
        text: CHANGE_WORDS[one.kind].choice,
        hint: { text: hintOf(found, one.kind, one.of) },
      })),
    },
  };
}

function hintOf({ vintages, standing, unit }: Found, kind: ChangeKind, of: string): string {
  const { hint } = CHANGE_WORDS[kind];
  const entry = vintages.find((v) => v.id === of);
  return entry && of !== standing?.id ? `${entryInWords(entry, unit)}. ${hint}` : hint;
}

async function begin(readings: FigureReadings, visit: Visit): Promise<Answer> {
  const kind = kindOf(visit);
  const found = await findSubject(readings, visit);
  if (asksForThePast(visit, found.position)) return notInThePast(found, CHANGE_WORDS[kind].title);
  const { of = '' } = visit.query;
  const offered = allOffered(visit.person, found).find((one) => one.kind === kind && (!of || one.of === of));
  const isStanding = offered?.of === found.standing?.id;
  const entry = found.vintages.find((v) => v.id === offered?.of);
  if (!offered || !entry) return { goTo: withQuery(changePath(found.figure), breakdownOf(found)) };
  const changed = isStanding && found.standing ? found.standing : entry;
  const fields = newChange(kind, kind === 'entered-wrongly' ? entry : changed, found.figure.period);
  return formShow({ visit, found, kind, fields, entry: kind === 'entered-wrongly' ? entry : changed });
}

async function goOn(readings: FigureReadings, door: FormDoor, visit: Visit): Promise<Answer> {
  const kind = kindOf(visit);
  const found = await findSubject(readings, visit);
  if (asksForThePast(visit, found.position))
    return { ...notInThePast(found, CHANGE_WORDS[kind].title), status: 422 };
  const sent = readChange(visit.form);
  const [fields, moved] = await namingWhatStands(readings, visit, found, kind, sent);
  const entry = await entryOf(readings, visit, found, kind, fields);
  if (!entry) return { goTo: withQuery(changePath(found.figure), breakdownOf(found)) };
  const form: Form = { visit, found, kind, fields, entry };
  const action = visit.form.action ?? 'check';
  if (action === 'submit') return submit(readings, door, { ...form, fields: sent });
  if (action !== 'check') return formShow({ ...form, fields: sent });
  const { period } = found.figure;
  const problems = missingIn({ kind, fields, entry, period, transcribed: isTranscribed(form) });
  const all = moved ? [moved, ...problems] : problems;
  if (all.length === 0) return checkShow(form, await waits(readings, form));
  return formShow(form, Refusal.of('request.invalid', 'Some answers are missing.', all));
}

async function submit(readings: FigureReadings, door: FormDoor, form: Form): Promise<Answer> {
  const { visit, found, kind, fields, entry } = form;
  const acting = actingIn(form);
  const of = { ...found.figure, for: acting === visit.person.body ? undefined : acting };
  const command = {
    name: CHANGE_WORDS[kind].command,
    id: fields.commandId,
    body: changeBody(kind, fields, of, entry),
  };
  return afterCommand(door, visit.person, command, {
    recorded: ({ indexes }) => withQuery(figurePath(found.figure), { recorded: String(indexes[0] ?? '') }),
    acknowledged: () =>
      acknowledgedShow(titleOf(found, 'Recorded'), found.position, {
        heading: 'Recorded',
        where: figurePath(found.figure),
        whereWords: 'the history of this figure',
      }),
    held: (draft) => draftPath(found.figure.area, draft),
    async refused(refusal, commandId) {
      const [named, moved] = await namingWhatStands(readings, visit, found, kind, fields);
      const after = { ...form, fields: { ...named, commandId } };
      return formShow(after, moved ? inWordsOfThePage(refusal, moved) : refusal);
    },
  });
}

/** What the rules say of the entry that the form named, as the page says it, with what replaced it. */
function inWordsOfThePage(refusal: Refusal, moved: Problem): Refusal {
  const isOf = ({ field }: Problem): boolean =>
    changeAnchor(field.replace(/^\//, '').replaceAll('/', '-')) === 'of';
  const others = refusal.fields.filter((problem) => !isOf(problem));
  return Refusal.of(refusal.code, refusal.message, [moved, ...others]);
}

function kindOf({ params }: Visit): ChangeKind {
  const kind = CHANGES.find((known) => known === params.kind);
  return kind ?? refuse('request.no-such-address', 'There is no such change of a figure.');
}

/** Whose act it is. What is said of an entry in this ledger is the act of whoever says it. */
function actingIn({ visit, found, kind, fields }: Form): string {
  if (!isChange(kind)) return visit.person.body;
  return (kind === 'explained' && fields.for) || actingBody(visit.person, found.measure);
}

function isTranscribed(form: Form): boolean {
  return actingIn(form) !== form.visit.person.body;
}

function formPath({ figure }: Found, kind: ChangeKind, of: string): string {
  return withQuery(changePath(figure, kind), { breakdown: figure.breakdown, of });
}

function breakdownOf({ figure }: Found): Record<string, string> {
  return { breakdown: figure.breakdown };
}

function titleOf({ heading, area }: Found, what: string): readonly string[] {
  return [`${what}: ${heading}, ${nameOf(area)}`, 'Figures'];
}

function common(found: Found): object {
  const { area, figure, heading, measure } = found;
  return {
    area,
    heading,
    breakdown: figure.breakdown,
    measure: { id: figure.measure, title: measure?.title ?? figure.measure },
    path: figurePath(figure),
  };
}

function formShow(form: Form, refusal?: Refusal): Show {
  const { visit, found, kind, fields, entry } = form;
  const errors = refusal && errorSummary(refusal, changeAnchor);
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/change-on-a-page/change-form.njk',
    title: titleOf(found, CHANGE_WORDS[kind].title),
    position: found.position,
    data: {
      ...common(found),
      ...fieldsShown({ person: visit.person, found, kind, fields, transcribed: isTranscribed(form) }),
      kind,
      title: CHANGE_WORDS[kind].title,
      fields,
      entry: { words: entryInWords(entry, found.unit), index: entry.index, id: entry.id },
      acting: nameOf(actingIn(form)),
      writer: nameOf(visit.person.body),
      action: withQuery(changePath(found.figure, kind), breakdownOf(found)),
      errors,
      at: errors?.at ?? {},
    },
  };
}

/** What says nothing of the figure's value waits for nobody. */
const AT_ONCE: readonly ChangeKind[] = ['explained', 'disputed', 'dispute-withdrawn'];

async function waits(readings: FigureReadings, { visit, found, kind }: Form): Promise<boolean> {
  return !AT_ONCE.includes(kind) && waitsForSecond(readings, visit.person, found.figure.area);
}

function checkShow(form: Form, fourEyes: boolean): Show {
  const { visit, found, kind, fields, entry } = form;
  const spoken: Spoken = {
    ...{ kind, fields, entry, writer: visit.person.body, acting: actingIn(form), figure: found.heading },
    ...{ period: found.figure.period, unit: found.unit },
  };
  return {
    template: 'libs/figures/src/change-on-a-page/change-check.njk',
    title: titleOf(found, 'Check before recording'),
    position: found.position,
    data: {
      ...common(found),
      kind,
      sentences: changeSentences(spoken),
      warnings: lookAgainAtChange(spoken),
      entry: { words: entryInWords(entry, found.unit), index: entry.index },
      paper: fields.paper && (found.papers.find(({ id }) => id === fields.paper)?.title ?? fields.paper),
      place: fields.place,
      printed: fields.printed,
      hidden: hiddenChange(fields),
      fourEyes,
      whose: nameOf(visit.person.body),
      action: withQuery(changePath(found.figure, kind), breakdownOf(found)),
    },
  };
}

function notInThePast(found: Found, heading: string): Show {
  return pastShow(titleOf(found, heading), found.position, { heading, toDo: 'change this figure' });
}
