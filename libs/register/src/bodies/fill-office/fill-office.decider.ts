import type { Decider, FreeText } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Sourced } from '@daybook/provenance';
import { registerBook, type RegisterBook } from '../../book';
import { officeOn } from '../office';
import { aboutOf, bodyRef, type OfficeFilled } from '../../register.events';
import { dayOf, readSetting, refused } from '../../setting';

export interface FillOfficeInput extends Sourced {
  readonly office: string;
  readonly holder?: FreeText;
  readonly acting?: boolean | null;
}

/** Somebody holds an office from a day on, instead of whoever held it. */
export const fillOffice: Decider<FillOfficeInput, RegisterBook, OfficeFilled, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const { area, office, holder, acting } = input;
    const found = officeOn(book, input, dayOf(input, context));
    const of = 'code' in found ? [] : [found.registered?.latest.access];
    const setting = readSetting(input, context.by.body, of, context);
    const problems = ['actor' in setting ? [] : setting, 'code' in found ? [found] : []].flat();
    if (problems.length > 0 || !('actor' in setting)) return refused('The office was not filled.', problems);
    return [
      {
        type: 'register.office-filled',
        ...headed(setting),
        about: aboutOf(input, [bodyRef(office)]),
        data: { area, office, holder: holder ?? null, acting: acting ?? false, ...secondHand(setting) },
      },
    ];
  },
};
