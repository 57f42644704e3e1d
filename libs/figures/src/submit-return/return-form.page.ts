import { randomUUID } from 'node:crypto';
import { mayCommandIn, type Person } from '@daybook/identity';
import { isReceipt, isRefusal, refuse, Refusal, type Problem, type Outcome } from '@daybook/ledger';
import {
  errorSummary,
  inThePast,
  nameOf,
  readDate,
  samePosition,
  type Answer,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { FigureReadings, PaperNamed } from '../readings.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { checkRows, checkSentence } from './return-check.page';
import {
  bodiesToChoose,
  declarations,
  measuresToChoose,
  papersToChoose,
  severities,
  statuses,
} from './return-choices.page';
import { namingWhatStands } from './return-differs.page';
import {
  MOST_FORM_LINES,
  anchorOf,
  emptyLine,
  hiddenFields,
  newReturn,
  readReturn,
  returnBody,
  showsMore,
  type ReturnFields,
} from './return-fields.page';

/** Where the form sends its command, and how it waits until the pages show what was recorded. */
export interface ReturnDoor {
  readonly dispatcher: {
    command(person: Person, name: string, id: string, body: unknown): Promise<Outcome>;
    check<T>(person: Person, name: string, body: unknown): Promise<T | Refusal>;
  };
  waitForViews(size: number): Promise<unknown>;
}

export const COMMAND = 'submit-return';
const PATH = '/:area/returns/new';

/** What the form offers to choose from. */
export interface Offer {
  readonly position: PagePosition;
  readonly measures: readonly MeasureItem[];
  readonly papers: readonly PaperNamed[];
}

/**
 * The form for a few figures: fill in, check what it says in words, record. What is typed travels in the form
 * itself until it is recorded, since reasons are free text, which is sealed then and rests nowhere before.
 */
export function returnFormPages(readings: FigureReadings, door: ReturnDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        return looksBack(visit, offer)
          ? notInThePast(visit, offer)
          : formShow(visit, offer, newReturn(visit.query));
      },
    },
    {
      method: 'POST',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        if (looksBack(visit, offer)) return { ...notInThePast(visit, offer), status: 422 };
        const fields = readReturn(visit.form);
        const action = visit.form.action ?? 'check';
        if (action === 'submit') return submit(readings, door, visit, offer, fields);
        if (action !== 'check') return formShow(visit, offer, changed(fields, action));
        const problems = missing(fields, offer);
        if (problems.length === 0) return checkShow(visit, offer, fields);
        return formShow(
          visit,
          offer,
          fields,
          Refusal.of('request.invalid', 'Some answers are missing.', problems),
        );
      },
    },
  ];
}

/** Only who may record here gets further; the others are told so, before they fill in anything. */
export async function offered(readings: FigureReadings, { person, params, at }: Visit): Promise<Offer> {
  const { area = '' } = params;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to submit figures.');
  if (!mayCommandIn(person, COMMAND, area))
    refuse(
      'identity.not-allowed',
      `Figures of ${nameOf(area)} are submitted by its force, its local policing body and the inspectorate.`,
    );
  const { position, items: measures } = await readings.measures(person, at, { area });
  const { items: papers } = await readings.papers(person, samePosition(position), { area });
  return { position, measures, papers };
}

/** Whether the past was asked for; views that are a moment behind make no visit one of the past. */
export function looksBack({ at }: Visit, { position }: Offer): boolean {
  return (at.asOf !== undefined || at.basis !== undefined) && inThePast(position);
}

/** One line more, or one less. */
function changed(fields: ReturnFields, action: string): ReturnFields {
  const { lines } = fields;
  if (action === 'add' && lines.length < MOST_FORM_LINES)
    return { ...fields, lines: [...lines, emptyLine()] };
  const removed = /^remove-(\d+)$/.exec(action)?.[1];
  if (removed === undefined || lines.length === 1) return fields;
  return { ...fields, lines: lines.filter((_, i) => i !== Number(removed)) };
}

/** What nobody could say in words yet. Everything else is for the rules to say, when it is sent. */
function missing({ paper, effective, lines }: ReturnFields, { papers }: Offer): Problem[] {
  const code = 'request.missing';
  const problems: Problem[] = [];
  if (!papers.some(({ id }) => id === paper))
    problems.push({ field: '/paper', code, message: 'Choose the paper that the figures stand in' });
  if (!readDate(effective, true))
    problems.push({
      field: '/effectiveOn',
      code,
      message: 'Enter the date from which the figures were on record, such as 14 9 2022',
    });
  for (const [i, line] of lines.entries()) {
    const which = lines.length === 1 ? '' : ` of figure ${i + 1}`;
    if (line.measure === '')
      problems.push({ field: `/lines/${i}/measure`, code, message: `Choose the measure${which}` });
    if (line.period === '')
      problems.push({
        field: `/lines/${i}/period`,
        code,
        message: `Enter the period${which}, such as 2022-07`,
      });
  }
  return problems;
}

async function submit(
  readings: FigureReadings,
  door: ReturnDoor,
  visit: Visit,
  offer: Offer,
  fields: ReturnFields,
): Promise<Answer> {
  const { area = '' } = visit.params;
  const outcome = await door.dispatcher.command(
    visit.person,
    COMMAND,
    fields.commandId,
    returnBody(fields, area),
  );
  if (!isRefusal(outcome)) return whenSubmitted(outcome, door, visit, offer);
  // Used up by what was recorded under it: what stands in the form now is another command.
  const commandId = outcome.code === 'ledger.command-reused' ? randomUUID() : fields.commandId;
  const [named, refusal] = await namingWhatStands(readings, visit, fields, outcome);
  return formShow(visit, offer, { ...named, commandId }, refusal);
}

/** Where whoever submitted a return goes on, by whatever way it came. */
export async function whenSubmitted(
  outcome: Exclude<Outcome, Refusal>,
  door: ReturnDoor,
  visit: Visit,
  offer: Offer,
): Promise<Answer> {
  if (!isReceipt(outcome)) return acknowledged(visit, offer);
  await door.waitForViews(outcome.ledgerSize);
  return { goTo: `/${visit.params.area ?? ''}/returns/${outcome.indexes[0] ?? 0}` };
}

/** Recorded, though this server has not read it back yet: there is no page of the return to go to. */
function acknowledged({ params: { area = '' } }: Visit, { position }: Offer): Show {
  return {
    status: 202,
    template: 'libs/figures/src/submit-return/return-acknowledged.njk',
    title: [`Figures recorded, ${nameOf(area)}`, 'Figures'],
    position,
    data: { area },
  };
}

function formShow(visit: Visit, offer: Offer, fields: ReturnFields, refusal?: Refusal): Show {
  const { area = '' } = visit.params;
  const { person } = visit;
  const errors = refusal && errorSummary(refusal, (id) => anchorOf(id, fields));
  const at = errors?.at ?? {};
  const bodies = bodiesToChoose(person, offer.measures);
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/submit-return/return-form.njk',
    title: [`Submit figures, ${nameOf(area)}`, 'Figures'],
    position: offer.position,
    data: {
      area,
      fields: { ...fields, for: fields.for || bodies[0]?.value || '' },
      more: fields.lines.map((line, i) => showsMore(line, i, at)),
      mayAdd: fields.lines.length < MOST_FORM_LINES,
      most: MOST_FORM_LINES,
      whose: nameOf(person.body),
      bodies,
      papers: papersToChoose(offer.papers),
      measures: measuresToChoose(offer.measures),
      declarations: declarations(person),
      severities: severities(),
      statuses: statuses(),
      errors,
      at,
    },
  };
}

function checkShow(visit: Visit, offer: Offer, fields: ReturnFields): Show {
  const { area = '' } = visit.params;
  const paper = offer.papers.find(({ id }) => id === fields.paper)?.title ?? fields.paper;
  return {
    template: 'libs/figures/src/submit-return/return-check.njk',
    title: [`Check before recording, ${nameOf(area)}`, 'Figures'],
    position: offer.position,
    data: {
      area,
      sentence: checkSentence(visit.person, fields, paper),
      lines: fields.lines.map((line) => checkRows(line, offer.measures)),
      hidden: hiddenFields(fields),
    },
  };
}

export function notInThePast(visit: Visit, { position }: Offer): Show {
  const { area = '' } = visit.params;
  return {
    template: 'libs/figures/src/submit-return/return-past.njk',
    title: [`Submit figures, ${nameOf(area)}`, 'Figures'],
    position,
    data: { area },
  };
}
