import { randomUUID } from 'node:crypto';
import { mayCommandIn } from '@daybook/identity';
import { Refusal, refuse, type Problem } from '@daybook/ledger';
import {
  acknowledgedShow,
  afterCommand,
  dateFields,
  errorSummary,
  inThePast,
  nameOf,
  pastShow,
  readDate,
  type DateFields,
  type FormDoor,
  type Page,
  type PagePosition,
  type Show,
  type Visit,
} from '@daybook/pages';
import { EXPECTED_FREQUENCIES } from '../calendar';
import type { FigureReadings } from '../readings.page';
import { FREQUENCY_WORDS } from '../see-expected/expected-wording.page';
import type { MeasureItem } from '../see-measures/measures.query';
import { measuresToChoose } from '../submit-return/return-choices.page';

const COMMAND = 'expect-returns';
const PATH = '/:area/returns/expected/new';

interface Fields {
  readonly commandId: string;
  readonly measure: string;
  readonly frequency: string;
  readonly daysAfter: string;
  readonly from: string;
  readonly until: string;
  readonly effective: DateFields;
}

interface Offer {
  readonly position: PagePosition;
  readonly measures: readonly MeasureItem[];
}

/** The form that sets a measure's calendar. */
export function expectFormPages(readings: FigureReadings, door: FormDoor): readonly Page[] {
  return [
    {
      method: 'GET',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        return looksBack(visit, offer) ? past(visit, offer) : show(visit, offer, read(visit.query));
      },
    },
    {
      method: 'POST',
      path: PATH,
      async answer(visit) {
        const offer = await offered(readings, visit);
        if (looksBack(visit, offer)) return { ...past(visit, offer), status: 422 };
        const fields = read(visit.form);
        const problems = missing(fields);
        if (problems.length > 0)
          return show(
            visit,
            offer,
            fields,
            Refusal.of('request.invalid', 'Some answers are missing.', problems),
          );
        const { area = '' } = visit.params;
        const command = { name: COMMAND, id: fields.commandId, body: bodyOf(fields, area) };
        return afterCommand(door, visit.person, command, {
          recorded: () => `/${area}/returns/expected`,
          acknowledged: () => acknowledged(visit, offer),
          refused: (refusal, commandId) => show(visit, offer, { ...fields, commandId }, refusal),
        });
      },
    },
  ];
}

async function offered(readings: FigureReadings, { person, params, at }: Visit): Promise<Offer> {
  const { area = '' } = params;
  if (person.role === 'public') refuse('identity.not-allowed', 'Sign in to set when a measure is expected.');
  if (!mayCommandIn(person, COMMAND, area))
    refuse(
      'identity.not-allowed',
      `When figures of ${nameOf(area)} are expected is set by its force and its local policing body.`,
    );
  const { position, items } = await readings.measures(person, at, { area });
  // The force sets the calendars of its own measures, the office all of them.
  const own = items.filter(({ owner }) => person.role === 'office' || owner === person.body);
  return { position, measures: own };
}

function looksBack({ at }: Visit, { position }: Offer): boolean {
  return (at.asOf !== undefined || at.basis !== undefined) && inThePast(position);
}

function read(form: Readonly<Record<string, string>>): Fields {
  const text = (name: string): string => (form[name] ?? '').trim();
  return {
    commandId: text('command-id') || randomUUID(),
    measure: text('measure'),
    frequency: text('frequency'),
    daysAfter: text('daysAfter'),
    from: text('from'),
    until: text('until'),
    effective: dateFields(form, 'effectiveOn'),
  };
}

function missing({ measure, frequency, daysAfter, from, effective }: Fields): Problem[] {
  const needed: readonly (readonly [field: string, given: boolean, message: string])[] = [
    ['/measure', measure !== '', 'Choose the measure that is expected'],
    ['/frequency', frequency !== '', 'Choose how often it is expected'],
    ['/daysAfter', /^\d{1,4}$/.test(daysAfter), 'Enter a whole number of days, such as 45'],
    ['/from', from !== '', 'Enter the first period that is expected, such as 2022-07'],
    ['/effectiveOn', !!readDate(effective, true), 'Enter the date from which this holds, such as 14 9 2022'],
  ];
  return needed.flatMap(([field, given, message]) =>
    given ? [] : [{ field, code: 'request.missing', message }],
  );
}

function bodyOf(fields: Fields, area: string): object {
  const { measure, frequency, daysAfter, from, until, effective } = fields;
  return {
    ...{ area, measure, frequency, daysAfter: Number(daysAfter), from },
    ...(until !== '' && { until }),
    effectiveOn: readDate(effective, true) ?? '',
  };
}

const ANCHORED = ['measure', 'frequency', 'daysAfter', 'from', 'until'];

function show(visit: Visit, { position, measures }: Offer, fields: Fields, refusal?: Refusal): Show {
  const { area = '' } = visit.params;
  const errors =
    refusal &&
    errorSummary(refusal, (id) =>
      id === 'effectiveOn' ? 'effectiveOn-day' : ANCHORED.find((known) => known === id),
    );
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/figures/src/expect-returns/expect-form.njk',
    title: titleOf(area),
    position,
    data: {
      ...{ area, fields, errors, at: errors?.at ?? {} },
      measures: measuresToChoose(measures),
      frequencies: [
        { value: '', text: 'Choose how often' },
        ...EXPECTED_FREQUENCIES.map((value) => ({ value, text: capital(FREQUENCY_WORDS[value]) })),
      ],
    },
  };
}

const HEADING = 'Set when a measure is expected';

function titleOf(area: string): readonly string[] {
  return [`${HEADING}, ${nameOf(area)}`, 'Returns'];
}

function past(visit: Visit, { position }: Offer): Show {
  const { area = '' } = visit.params;
  return pastShow(titleOf(area), position, { heading: HEADING, toDo: 'set when a measure is expected' });
}

function acknowledged(visit: Visit, { position }: Offer): Show {
  const { area = '' } = visit.params;
  const where = visit.link(`/${area}/returns/expected`);
  return acknowledgedShow(titleOf(area), position, {
    ...{ heading: 'The calendar is recorded', where, whereWords: 'what is expected' },
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
