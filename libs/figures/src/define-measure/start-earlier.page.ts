import { randomUUID } from 'node:crypto';
import { mayCommandIn } from '@daybook/identity';
import { Refusal, isDate, refuse, type Problem } from '@daybook/ledger';
import {
  acknowledgedShow,
  afterCommand,
  asksForThePast,
  dateFields,
  errorSummary,
  fieldsOf,
  longDate,
  nameOf,
  pastShow,
  readDate,
  samePosition,
  withQuery,
  type Answer,
  type DateFields,
  type FormDoor,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { FigureReadings, PaperNamed } from '../readings.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { papersToChoose } from '../submit-return/return-choices.page';

const COMMAND = 'define-measure';
const PATH = '/:area/figures/:measure/start-earlier';
const HEADING = 'Let this measure start earlier';

/** Where a measure's start is moved back, for a paper of before it. */
export function startEarlierPath(area: string, measure: string): string {
  return `/${area}/figures/${measure}/start-earlier`;
}

interface Desk {
  readonly visit: Visit;
  readonly area: string;
  readonly position: PagePosition;
  /** As it was first defined, which is what it was before its start too. */
  readonly measure: MeasureItem;
  readonly papers: readonly PaperNamed[];
  /** The office writes down what is another body's measure, from a paper. */
  readonly transcribes: boolean;
}

interface StartFields {
  readonly commandId: string;
  readonly effective: DateFields;
  readonly paper: string;
  readonly place: string;
}

/**
 * No figure is effective before its measure's start. An old paper comes from before it: then the measure is
 * defined again, with the same content, from the date of that paper.
 */
export function startEarlierPages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const desk = await deskOf(readings, visit);
        return asksForThePast(visit, desk.position) ? notInThePast(desk) : formShow(desk, begin(visit));
      },
    },
    {
      method: 'POST',
      path: PATH,
      async answer(visit) {
        const desk = await deskOf(readings, visit);
        if (asksForThePast(visit, desk.position)) return { ...notInThePast(desk), status: 422 };
        const fields = read(visit.form);
        const action = visit.form.action ?? 'check';
        if (action === 'submit') return submit(door, desk, fields);
        if (action !== 'check') return formShow(desk, fields);
        const problems = missing(desk, fields);
        return problems.length > 0
          ? formShow(desk, fields, Refusal.of('request.invalid', 'Some answers are missing.', problems))
          : checkShow(desk, fields);
      },
    },
  ];
}

async function deskOf(readings: FigureReadings, visit: Visit): Promise<Desk> {
  const { area = '', measure: id = '' } = visit.params;
  const { person } = visit;
  if (!mayCommandIn(person, COMMAND, area))
    refuse(
      'identity.not-allowed',
      `Measures of ${nameOf(area)} are defined by its force, its local policing body and the inspectorate.`,
    );
  const now = await readings.measure(person, visit.at, { area, measure: id });
  const { asOf: _asOf, ...there } = samePosition(now.position);
  const [first, papers] = await Promise.all([
    readings.measure(person, { ...there, asOf: now.item.start }, { area, measure: id }),
    readings.papers(person, samePosition(now.position), { area }),
  ]);
  const transcribes = person.role === 'office' && first.item.owner !== person.body;
  return { visit, area, position: now.position, measure: first.item, papers: papers.items, transcribes };
}

/** A link may fill in the paper and its day, both known where the link stands. */
function begin({ query: { paper = '', effectiveOn = '' } }: Visit): StartFields {
  const known = isDate(effectiveOn) ? { effective: fieldsOf(effectiveOn) } : {};
  return { ...read({ paper }), ...known };
}

function read(form: Readonly<Record<string, string>>): StartFields {
  const { paper = '', place = '' } = form;
  const commandId = form['command-id'] || randomUUID();
  return { commandId, effective: dateFields(form, 'effectiveOn'), paper, place: place.trim() };
}

function missing({ transcribes }: Desk, { effective, paper, place }: StartFields): Problem[] {
  const code = 'request.missing';
  const problems: Problem[] = [];
  if (!readDate(effective))
    problems.push({ field: '/effectiveOn', code, message: 'Enter the date from which it is to start' });
  if (transcribes && paper === '')
    problems.push({ field: '/paper', code, message: 'Choose the paper in which it stands' });
  if (paper !== '' && place === '')
    problems.push({ field: '/place', code, message: 'Enter the place in the paper, such as table 1' });
  return problems;
}

async function submit(door: FormDoor, desk: Desk, fields: StartFields): Promise<Answer> {
  const { visit, area, position, measure } = desk;
  const { start: _start, breaks: _breaks, ...content } = measure;
  const { paper, place } = fields;
  const said = Object.fromEntries(Object.entries({ paper, place }).filter(([, typed]) => typed !== ''));
  const body = { ...content, ...said, effectiveOn: readDate(fields.effective) ?? '' };
  return afterCommand(
    door,
    visit.person,
    { name: COMMAND, id: fields.commandId, body },
    {
      recorded: ({ indexes }) =>
        withQuery(startEarlierPath(area, measure.id), { recorded: String(indexes[0] ?? '') }),
      acknowledged: () =>
        acknowledgedShow([`Recorded: ${measure.title}, ${nameOf(area)}`, 'Figures'], position, {
          heading: 'Recorded',
          where: `/${area}/figures/${measure.id}`,
          whereWords: 'what is on record about this measure',
        }),
      refused: (refusal, commandId) => formShow(desk, { ...fields, commandId }, atTheDate(refusal)),
    },
  );
}

/** That it starts no later already is said at the date. */
function atTheDate(refusal: Refusal): Refusal {
  if (refusal.code !== 'figures.already-defined') return refusal;
  const message = 'It starts on that day, or before it, already. Its figures can be submitted.';
  return Refusal.of(refusal.code, message, [{ field: '/effectiveOn', code: refusal.code, message }]);
}

function anchor(id: string): string | undefined {
  return id === 'effectiveOn' ? 'effectiveOn-day' : ['paper', 'place'].find((name) => name === id);
}

function common({ area, measure, transcribes, visit }: Desk): object {
  const owner = nameOf(measure.owner);
  return {
    area,
    measure,
    starts: longDate(measure.start),
    owner,
    transcribes,
    writer: nameOf(visit.person.body),
  };
}

function formShow(desk: Desk, fields: StartFields, refusal?: Refusal): Show {
  const { visit, area, measure, position, papers } = desk;
  const errors = refusal && errorSummary(refusal, anchor);
  const asked = Number(visit.query.recorded);
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/define-measure/start-earlier.njk',
    title: [`${HEADING}: ${measure.title}, ${nameOf(area)}`, 'Figures'],
    position,
    data: {
      ...common(desk),
      heading: HEADING,
      fields,
      papers: papersToChoose(papers),
      ...(Number.isInteger(asked) && asked < position.basis && visit.query.recorded && { recorded: asked }),
      errors,
      at: errors?.at ?? {},
    },
  };
}

function checkShow(desk: Desk, fields: StartFields): Show {
  const { visit, area, measure, position, papers, transcribes } = desk;
  const writer = nameOf(visit.person.body);
  const who = transcribes ? `${writer} writes down for ${nameOf(measure.owner)}` : `${writer} puts on record`;
  const paper = papers.find(({ id }) => id === fields.paper)?.title;
  return {
    template: 'libs/figures/src/define-measure/start-earlier-check.njk',
    title: [`Check before recording: ${measure.title}, ${nameOf(area)}`, 'Figures'],
    position,
    data: {
      ...common(desk),
      sentence:
        `${who} that the measure “${measure.title}”, as it is defined, starts on ` +
        `${longDate(readDate(fields.effective) ?? '')} and not on ${longDate(measure.start)}` +
        `${paper ? `, as “${paper}”, ${fields.place}, shows` : ''}.`,
      hidden: [
        ['command-id', fields.commandId],
        ['effectiveOn-day', fields.effective.day],
        ['effectiveOn-month', fields.effective.month],
        ['effectiveOn-year', fields.effective.year],
        ['paper', fields.paper],
        ['place', fields.place],
      ],
    },
  };
}

function notInThePast({ area, measure, position }: Desk): Show {
  return pastShow([`${HEADING}: ${measure.title}, ${nameOf(area)}`, 'Figures'], position, {
    heading: HEADING,
    toDo: 'let it start earlier',
  });
}
