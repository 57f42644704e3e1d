import type { Question } from '@daybook/pages';

/** One figure that is cited; a refusal of it is shown at the first of the three. */
export function figureQuestions(
  measures: readonly { readonly id: string; readonly title: string }[],
): Question[] {
  return [
    {
      ...{ name: 'cites', kind: 'select', heading: 'A figure that it rests on' },
      ...{ label: 'Measure (optional)', quiet: true },
      hint: 'It is kept as it stands on the day of the act, so that you are told when it is revised later',
      choices: measures.map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      ...{ name: 'period', kind: 'line', label: 'Period (optional)', quiet: true },
      ...{ hint: 'Such as 2022-07, 2022-Q3 or FY2022-23', width: 'govuk-input--width-10' },
    },
    {
      ...{ name: 'value', kind: 'line', label: 'Value as it was quoted (optional)', quiet: true },
      ...{ hint: 'Where it is not as reported, such as ~90', width: 'govuk-input--width-10' },
    },
  ];
}

type Answers = Readonly<Record<string, unknown>>;

/** What is wrong with answers of which one needs another. */
export function figureProblems({ cites, period, value }: Answers) {
  if (cites !== undefined && period === undefined)
    return [{ field: '/period', code: 'request.missing', message: 'Enter the period of the figure' }];
  if (cites === undefined && (period !== undefined || value !== undefined))
    return [{ field: '/cites', code: 'request.missing', message: 'Choose the measure of the figure' }];
  return [];
}

/** The member `cites` of a command, of such answers. */
export function withCites({ cites, period, value, ...answers }: Answers): object {
  if (cites === undefined) return answers;
  return { ...answers, cites: [{ measure: cites, period, ...(value !== undefined && { value }) }] };
}
