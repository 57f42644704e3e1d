import { randomUUID } from 'node:crypto';
import type { Problem } from '@daybook/ledger';
import { dateFields, isEmpty, nameOf, readDate, type DateFields } from '@daybook/pages';

/** The dates of the form, by their names in the command. */
export const DATES = ['dated', 'published', 'considered', 'effectiveOn'] as const;
export type DateName = (typeof DATES)[number];
const TEXTS = ['id', 'title', 'issuedBy', 'otherBody', 'url', 'sha256', 'access'] as const;
type TextName = (typeof TEXTS)[number];

/** The choice of a body that is not in the list. */
export const OTHER = 'other';

/** What was typed; it lives in the form alone until it is recorded. */
export interface PaperFields
  extends Readonly<Record<TextName, string>>, Readonly<Record<DateName, DateFields>> {
  /** The command's id, made when the form was first shown: sent twice, it is recorded once. */
  readonly commandId: string;
}

/** Reads the form as it was sent; an empty one to begin with. */
export function readPaper(form: Readonly<Record<string, string>>): PaperFields {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, (form[name] ?? '').trim()]));
  const dates = Object.fromEntries(DATES.map((name) => [name, dateFields(form, name)]));
  return {
    ...(texts as Record<TextName, string>),
    ...(dates as Record<DateName, DateFields>),
    commandId: form['command-id'] || randomUUID(),
  };
}

/** The same as hidden fields, for the page that asks whether all is right. */
export function hiddenPaper(fields: PaperFields): readonly [string, string][] {
  return [
    ['command-id', fields.commandId],
    ...TEXTS.map((name): [string, string] => [name, fields[name]]),
    ...DATES.flatMap((name) =>
      (['day', 'month', 'year'] as const).map((part): [string, string] => [
        `${name}-${part}`,
        fields[name][part],
      ]),
    ),
  ];
}

export function issuerOf({ issuedBy, otherBody }: PaperFields): string {
  return issuedBy === OTHER ? otherBody : issuedBy;
}

/** The day the paper came on record in the world, as the rules take it. */
export function effectiveDay(fields: PaperFields): string | undefined {
  return readDate(fields.effectiveOn) ?? readDate(fields.published) ?? readDate(fields.dated);
}

const MOST_ID = 100;

/** An id made of the area, the title's first words and its date: "kent-delivery-and-performance-2022-09-14". */
export function suggestedId(area: string, fields: PaperFields): string {
  const words = fields.title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== area);
  const day = readDate(fields.dated) ?? effectiveDay(fields) ?? '';
  const parts = [area, ...words.slice(0, 6), ...(day === '' ? [] : [day])];
  return parts.join('-').slice(0, MOST_ID).replace(/-$/, '');
}

/** The command's body. What was left empty is left out. */
export function paperBody(fields: PaperFields, area: string): Record<string, string> {
  const { id, title, url, sha256, access } = fields;
  const dates = DATES.map((name) => [name, readDate(fields[name]) ?? '']);
  const body = { id, area, title, issuedBy: issuerOf(fields), url, sha256, access };
  return Object.fromEntries(
    [...Object.entries(body), ...dates].filter((pair): pair is [string, string] => pair[1] !== ''),
  );
}

const DATE_WORDS: Readonly<Record<DateName, string>> = {
  dated: 'the date on the paper',
  published: 'the day it was published',
  considered: 'the day a meeting considered it',
  effectiveOn: 'the day from which it counts',
};

/** What must be there before it can be said in words. All else is for the rules, when it is sent. */
export function missingInPaper(fields: PaperFields): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string): void =>
    void problems.push({ field: `/${field}`, code: 'request.missing', message });
  if (fields.title === '') say('title', 'Enter what the paper is, in your own words');
  if (fields.issuedBy === '') say('issuedBy', 'Choose the body that issued it');
  if (fields.issuedBy === OTHER && fields.otherBody === '')
    say('otherBody', 'Enter the id of the body that issued it, such as kent-council');
  for (const name of DATES)
    if (!isEmpty(fields[name]) && !readDate(fields[name]))
      say(name, `Enter ${DATE_WORDS[name]} as a real date, such as 14 9 2022`);
  if (!effectiveDay(fields) && problems.every(({ field }) => field !== '/dated'))
    say('dated', 'Enter the date on the paper, or the day it was published');
  if (fields.access === '') say('access', 'Choose who may read of it');
  return problems;
}

/** Where a problem is shown: at its own field, or nowhere. */
export function paperAnchor(id: string): string | undefined {
  if (DATES.some((name) => name === id)) return `${id}-day`;
  return TEXTS.find((name) => name === id);
}

/** The bodies of an area, and every other that issued a paper of it. */
export function issuers(area: string, on: readonly { readonly issuedBy: string }[]): object[] {
  const own = [`${area}-police`, `${area}-pcc`, `${area}-panel`, 'hmicfrs'];
  const all = [...new Set([...own, ...on.map(({ issuedBy }) => issuedBy)])];
  return [
    ...all.map((value) => ({ value, text: nameOf(value) })),
    { value: OTHER, text: 'Another body, named below' },
  ];
}
