import type { Problem } from '@daybook/ledger';
import { nameOf, type Question } from '@daybook/pages';
import { ADDRESSEE_KINDS, FINDING_KINDS, STATUSES, isLive, type AddresseeKind } from '../codes';
import { FINDING_KIND_WORDS, STATUS_WORDS } from '../see-findings/wording.page';

/** As many numbers as a form takes; by the API a tally may have more. */
const PARTS = [0, 1, 2, 3, 4, 5] as const;

export const ADDRESSEE_KIND_WORDS: Readonly<Record<AddresseeKind, string>> = {
  force: 'the force',
  'chief-constable': 'the chief constable',
  'local-policing-body': 'the local policing body',
  national: 'national bodies',
};

/** What a board may be told to have ended or not, in one choice. */
const STANDING: Readonly<Record<string, readonly string[]>> = {
  live: STATUSES.filter(isLive),
  ended: STATUSES.filter((status) => !isLive(status)),
};

const IN_SUM = [
  { value: 'plus', text: 'It is added' },
  { value: 'minus', text: 'It is taken away' },
  { value: 'equals', text: 'It is the result' },
];

type Answers = Readonly<Record<string, unknown>>;
const of = (n: number, name: string): string => `parts-${n}-${name}`;

/** What is asked of each number that was said. */
export function partQuestions(): Question[] {
  return PARTS.flatMap((n): Question[] => [
    {
      ...{ name: of(n, 'words'), kind: 'line', heading: `Number ${n + 1}`, quiet: true },
      label: `Number ${n + 1}: what was counted`,
    },
    {
      ...{
        name: of(n, 'number'),
        kind: 'number',
        label: `Number ${n + 1}: how many (empty where that was not said)`,
        quiet: true,
      },
      width: 'govuk-input--width-5',
    },
    {
      ...{ name: of(n, 'kind'), kind: 'select', quiet: true },
      label: `Number ${n + 1}: findings of which kind (all where empty)`,
      choices: FINDING_KINDS.map((value) => ({ value, text: FINDING_KIND_WORDS[value] })),
    },
    {
      ...{ name: of(n, 'addressee'), kind: 'select', quiet: true },
      label: `Number ${n + 1}: addressed to whom (all where empty)`,
      choices: ADDRESSEE_KINDS.map((value) => ({ value, text: ADDRESSEE_KIND_WORDS[value] })),
    },
    {
      ...{ name: of(n, 'standing'), kind: 'select', quiet: true },
      label: `Number ${n + 1}: standing how (anyhow where empty)`,
      choices: [
        { value: 'live', text: 'Not ended' },
        { value: 'ended', text: 'Ended: closed or otherwise' },
        ...STATUSES.map((value) => ({ value, text: STATUS_WORDS[value].word })),
      ],
    },
    {
      ...{ name: of(n, 'sum'), kind: 'select', choices: IN_SUM, quiet: true },
      label: `Number ${n + 1}: in the sum that was said (none where empty)`,
    },
  ]);
}

/** Whose statement it was: a choice for the office, which writes down others' from a paper. */
export function whoseQuestion(own: string, area: string): Question {
  return {
    ...{ name: 'for', kind: 'select', label: 'Who said so?', first: own, missing: 'Choose who said so' },
    choices: [own, `${area}-police`, 'hmicfrs'].map((value) => ({ value, text: nameOf(value) })),
  };
}

function isGiven(answers: Answers, n: number): boolean {
  return ['words', 'number', 'kind', 'addressee', 'standing', 'sum'].some(
    (name) => answers[of(n, name)] !== undefined,
  );
}

/** A number needs its words, and a sum its numbers and its result. */
export function problemsOfParts(answers: Answers): Problem[] {
  const say = (name: string, message: string): Problem[] =>
    answers[name] === undefined ? [{ field: `/${name}`, code: 'request.missing', message }] : [];
  const problems = PARTS.flatMap((n): Problem[] => [
    ...(n === 0 || isGiven(answers, n) ? say(of(n, 'words'), `Enter what number ${n + 1} counts`) : []),
    ...(answers[of(n, 'sum')] ? say(of(n, 'number'), `Enter number ${n + 1}: it is part of the sum`) : []),
  ]);
  const named = (role: string): number[] => PARTS.filter((n) => answers[of(n, 'sum')] === role);
  const [result, second] = named('equals');
  const summed = named('plus').length > 0;
  const wrong = second ?? (summed || named('minus').length > 0 ? undefined : result);
  const missing = result === undefined ? (named('plus')[0] ?? named('minus')[0]) : undefined;
  const at = wrong ?? missing;
  if (at === undefined) return problems;
  const message = 'A sum has numbers that are added, and one that is the result';
  return [...problems, { field: `/${of(at, 'sum')}`, code: 'request.missing', message }];
}

/** The parts and the sum as the command takes them. */
export function partsOf(answers: Answers): { readonly parts: readonly object[]; readonly sum?: object } {
  const given = PARTS.filter((n) => isGiven(answers, n));
  const parts = given.map((n) => {
    const standing = answers[of(n, 'standing')] as string | undefined;
    return {
      id: `number-${n + 1}`,
      words: answers[of(n, 'words')],
      number: answers[of(n, 'number')] ?? null,
      kind: answers[of(n, 'kind')],
      addresseeKind: answers[of(n, 'addressee')],
      ...(standing && { statuses: STANDING[standing] ?? [standing] }),
    };
  });
  const ids = (role: string): string[] =>
    given.filter((n) => answers[of(n, 'sum')] === role).map((n) => `number-${n + 1}`);
  const [equals] = ids('equals');
  return { parts, ...(equals && { sum: { plus: ids('plus'), minus: ids('minus'), equals } }) };
}
