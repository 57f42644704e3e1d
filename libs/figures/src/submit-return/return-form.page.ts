import { mayCommandIn } from '@daybook/identity';
import { refuse, Refusal, type Problem } from '@daybook/ledger';
import {
  acknowledgedShow,
  afterCommand,
  asksForThePast,
  errorSummary,
  nameOf,
  pastShow,
  readDate,
  samePosition,
  withQuery,
  type Answer,
  type Outcomes,
  type FormDoor,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import { startEarlierPath } from '../define-measure/start-earlier.page';
import type { FigureReadings, PaperNamed } from '../readings.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { waitsForSecond } from '../fill-in-a-form/four-eyes.page';
import { draftPath } from '../see-drafts/draft-path.page';
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

export const COMMAND = 'submit-return';
const PATH = '/:area/returns/new';

/** What the form offers to choose from. */
export interface Offer {
  readonly position: PagePosition;
  readonly measures: readonly MeasureItem[];
  readonly papers: readonly PaperNamed[];
  /** Whether what this person sends waits for a second one of their body. */
  readonly fourEyes: boolean;
}

/**
 * The form for a few figures: fill in, check what it says in words, record. What is typed travels in the form
 * itself until it is recorded, since reasons are free text, which is sealed then and rests nowhere before.
 */
export function returnFormPages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        return asksForThePast(visit, offer.position)
          ? notInThePast(visit, offer)
          : formShow(visit, offer, newReturn(visit.query));
      },
    },
    {
      method: 'POST',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        if (asksForThePast(visit, offer.position)) return { ...notInThePast(visit, offer), status: 422 };
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
  const fourEyes = await waitsForSecond(readings, person, area);
  return { position, measures, papers, fourEyes };
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
  door: FormDoor,
  visit: Visit,
  offer: Offer,
  fields: ReturnFields,
): Promise<Answer> {
  const { area = '' } = visit.params;
  const command = { name: COMMAND, id: fields.commandId, body: returnBody(fields, area) };
  return afterCommand(door, visit.person, command, {
    ...whenSubmitted(area, offer.position),
    async refused(outcome, commandId) {
      const [named, refusal] = await namingWhatStands(readings, visit, fields, outcome);
      return formShow(visit, offer, { ...named, commandId }, refusal);
    },
  });
}

/** Where whoever submitted a return goes on, by whatever way it came. */
export function whenSubmitted(area: string, position: PagePosition): Omit<Outcomes, 'refused'> {
  return {
    recorded: ({ indexes }) => `/${area}/returns/${indexes[0] ?? 0}`,
    acknowledged: () =>
      acknowledgedShow([`Figures recorded, ${nameOf(area)}`, 'Returns'], position, {
        heading: 'Your figures are recorded',
        where: `/${area}/figures`,
        whereWords: 'the figures on record',
      }),
    held: (draft) => draftPath(area, draft),
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
    title: [`Submit figures, ${nameOf(area)}`, 'Returns'],
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
      tooEarly: startingLater(refusal, fields, offer.measures),
      errors,
      at,
    },
  };
}

/** Measures that start only after the day typed: an old paper comes from before, and they can start earlier. */
function startingLater(
  refusal: Refusal | undefined,
  { lines, paper, effective }: ReturnFields,
  measures: readonly MeasureItem[],
): readonly { readonly title: string; readonly href: string }[] {
  const early = (refusal?.fields ?? []).filter(({ code }) => code === 'figures.before-measure-start');
  const ids = new Set(early.map(({ field }) => lines[Number(field.split('/')[2])]?.measure));
  return measures
    .filter(({ id }) => ids.has(id))
    .map(({ area, id, title }) => ({
      title,
      href: withQuery(startEarlierPath(area, id), { paper, effectiveOn: readDate(effective) }),
    }));
}

function checkShow(visit: Visit, offer: Offer, fields: ReturnFields): Show {
  const { area = '' } = visit.params;
  const paper = offer.papers.find(({ id }) => id === fields.paper)?.title ?? fields.paper;
  return {
    template: 'libs/figures/src/submit-return/return-check.njk',
    title: [`Check before recording, ${nameOf(area)}`, 'Returns'],
    position: offer.position,
    data: {
      area,
      sentence: checkSentence(visit.person, fields, paper),
      lines: fields.lines.map((line) => checkRows(line, offer.measures)),
      hidden: hiddenFields(fields),
      fourEyes: offer.fourEyes,
      whose: nameOf(visit.person.body),
    },
  };
}

export function notInThePast(visit: Visit, { position }: Offer): Show {
  return pastShow([`Submit figures, ${nameOf(visit.params.area ?? '')}`, 'Returns'], position, {
    heading: 'Submit figures',
    toDo: 'submit figures',
  });
}
