import { mayCommandIn } from '@daybook/identity';
import { Refusal, refuse, type Problem } from '@daybook/ledger';
import {
  acknowledgedShow,
  afterCommand,
  asksForThePast,
  errorSummary,
  longDate,
  nameOf,
  pastShow,
  readDate,
  withQuery,
  type Answer,
  type FormDoor,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import type { PaperReadings } from '../readings.page';
import type { PaperItem } from '../see-papers/papers.query';
import {
  effectiveDay,
  hiddenPaper,
  issuerOf,
  issuers,
  missingInPaper,
  paperAnchor,
  paperBody,
  readPaper,
  suggestedId,
  type PaperFields,
} from './paper-fields.page';

const COMMAND = 'record-paper';
const PATH = '/:area/papers/new';
const HEADING = 'Record a paper';

interface Desk {
  readonly visit: Visit;
  readonly area: string;
  readonly position: PagePosition;
  readonly papers: readonly PaperItem[];
}

/** The form for a paper that figures stand in: fill in, check what it says in words, record. */
export function recordPaperPages(readings: Pick<PaperReadings, 'papers'>, door: FormDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const desk = await deskOf(readings, visit);
        return asksForThePast(visit, desk.position) ? notInThePast(desk) : formShow(desk, readPaper({}));
      },
    },
    {
      method: 'POST',
      path: PATH,
      async answer(visit) {
        const desk = await deskOf(readings, visit);
        if (asksForThePast(visit, desk.position)) return { ...notInThePast(desk), status: 422 };
        const fields = readPaper(visit.form);
        const action = visit.form.action ?? 'check';
        if (action === 'submit') return submit(door, desk, fields);
        if (action !== 'check') return formShow(desk, fields);
        const problems = missingInPaper(fields);
        if (problems.length > 0)
          return formShow(desk, fields, Refusal.of('request.invalid', 'Some answers are missing.', problems));
        return checkShow(desk, { ...fields, id: fields.id || suggestedId(desk.area, fields) });
      },
    },
  ];
}

/** Only who may record here gets further; the others are told so, before they fill in anything. */
async function deskOf(readings: Pick<PaperReadings, 'papers'>, visit: Visit): Promise<Desk> {
  const { area = '' } = visit.params;
  const { person } = visit;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to record a paper.');
  if (!mayCommandIn(person, COMMAND, area))
    refuse(
      'identity.not-allowed',
      `Papers of ${nameOf(area)} are recorded by its force, its local policing body, its panel and the inspectorate.`,
    );
  const { position, items } = await readings.papers(person, visit.at, { area });
  return { visit, area, position, papers: items };
}

async function submit(door: FormDoor, desk: Desk, fields: PaperFields): Promise<Answer> {
  const { visit, area, position } = desk;
  const command = { name: COMMAND, id: fields.commandId, body: paperBody(fields, area) };
  return afterCommand(door, visit.person, command, {
    recorded: ({ indexes }) =>
      withQuery(`/${area}/papers/${fields.id}`, { recorded: String(indexes[0] ?? '') }),
    acknowledged: () =>
      acknowledgedShow([`Paper recorded, ${nameOf(area)}`, 'Papers'], position, {
        heading: 'The paper is recorded',
        where: `/${area}/papers`,
        whereWords: 'the papers on record',
      }),
    refused: (refusal, commandId) => formShow(desk, { ...fields, commandId }, atTheId(refusal)),
  });
}

/** That a paper is on record already is said at the field that tells it from others. */
function atTheId(refusal: Refusal): Refusal {
  if (refusal.code !== 'register.paper-exists') return refusal;
  const message =
    'A paper with this id is on record already. Give this one another id, or use the one on record.';
  const problem: Problem = { field: '/id', code: refusal.code, message };
  return Refusal.of(refusal.code, message, [problem]);
}

function formShow({ area, position, papers }: Desk, fields: PaperFields, refusal?: Refusal): Show {
  const errors = refusal && errorSummary(refusal, paperAnchor);
  const at = errors?.at ?? {};
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/register/src/record-paper/record-paper-form.njk',
    title: [`${HEADING}, ${nameOf(area)}`, 'Papers'],
    position,
    data: {
      area,
      fields: { ...fields, access: fields.access || 'public' },
      issuers: issuers(area, papers),
      more: [fields.url, fields.sha256].some((typed) => typed !== '') || 'url' in at || 'sha256' in at,
      errors,
      at,
    },
  };
}

function checkShow({ visit, area, position }: Desk, fields: PaperFields): Show {
  const said = (date: string | undefined): string => (date ? longDate(date) : 'not given');
  const readers =
    fields.access === 'restricted'
      ? 'Only the force, its local policing body and the inspectorate may read of it.'
      : 'Everyone may read of it.';
  return {
    template: 'libs/register/src/record-paper/record-paper-check.njk',
    title: [`Check before recording, ${nameOf(area)}`, 'Papers'],
    position,
    data: {
      area,
      sentence:
        `${nameOf(visit.person.body)} puts on record the paper “${fields.title}” of ${nameOf(issuerOf(fields))}, ` +
        `effective ${said(effectiveDay(fields))}. ${readers}`,
      rows: [
        ['Dated', said(readDate(fields.dated))],
        ['Published', said(readDate(fields.published))],
        ['Considered', said(readDate(fields.considered))],
        ['Web address', fields.url || 'not given'],
        ['SHA-256 of the file', fields.sha256 || 'not given'],
        ['Id for files and the API', fields.id],
      ],
      hidden: hiddenPaper(fields),
    },
  };
}

function notInThePast({ area, position }: Desk): Show {
  return pastShow([`${HEADING}, ${nameOf(area)}`, 'Papers'], position, {
    heading: HEADING,
    toDo: 'record a paper',
  });
}
