import type { Decider } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Sourced } from '@daybook/provenance';
import { inspectionsBook, type InspectionsBook } from '../book';
import type { ScaleDefined } from '../inspections.events';
import { readSetting, refused } from '../setting';

export interface DefineScaleInput extends Sourced {
  readonly id: string;
  readonly title: string;
  readonly grades: readonly string[];
}

/** Whoever may record inspections defines the scales that they grade on; the office may name whose it is. */
export const defineScale: Decider<DefineScaleInput, InspectionsBook, ScaleDefined, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const { by } = context;
    const { area, id: scale, title, grades } = input;
    if (book.scales.has(scale)) {
      const message = `Scale ${scale} is defined already. Give another version an id of its own.`;
      const field = { field: '/id', code: 'inspections.scale-exists', message };
      return refused('The scale was not defined.', [field]);
    }
    const owner = by.role === 'office' && input.for ? input.for : by.body;
    const setting = readSetting(input, owner, [], context);
    const problems = 'actor' in setting ? [] : setting;
    const twice = grades.findIndex((grade, i) => grades.indexOf(grade) < i);
    if (twice >= 0) {
      const message = `"${grades[twice] ?? ''}" stands twice. Name each grade once, the best first.`;
      problems.push({ field: `/grades/${twice}`, code: 'inspections.grade-twice', message });
    }
    if (problems.length > 0 || !('actor' in setting)) return refused('The scale was not defined.', problems);
    const data = { area, scale, title, grades: [...grades], ...secondHand(setting) };
    return [{ type: 'inspections.scale-defined', ...headed(setting), about: [`body:${owner}`], data }];
  },
};
