import type { Decider } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Sourced } from '@daybook/provenance';
import type { BodyState } from '../body-state';
import { registerBook, type RegisterBook } from '../../book';
import { officeOn } from '../office';
import { aboutOf, bodyRef, type OfficeVacated } from '../../register.events';
import { dayOf, readSetting, refused } from '../../setting';

export interface VacateOfficeInput extends Sourced {
  readonly office: string;
}

/** Nobody holds an office from a day on. */
export const vacateOffice: Decider<VacateOfficeInput, RegisterBook, OfficeVacated, GivenPaper> = {
  ...registerBook,
  decide(input, book, context) {
    const { area, office } = input;
    const day = dayOf(input, context);
    const found = heldOn(officeOn(book, input, day), day);
    const of = 'code' in found ? [] : [found.registered?.latest.access, found.held?.said.access];
    const setting = readSetting(input, context.by.body, of, context);
    const problems = ['actor' in setting ? [] : setting, 'code' in found ? [found] : []].flat();
    if (problems.length > 0 || !('actor' in setting)) return refused('The office was not vacated.', problems);
    return [
      {
        type: 'register.office-vacated',
        ...headed(setting),
        about: aboutOf(input, [bodyRef(office)]),
        data: { area, office, ...secondHand(setting) },
      },
    ];
  },
};

function heldOn(found: ReturnType<typeof officeOn>, day: string): ReturnType<typeof officeOn> {
  if ('code' in found || isHeld(found)) return found;
  const message = `Nobody is on record as holding ${found.id} on ${day}. Nothing was recorded.`;
  return { field: '/office', code: 'register.not-held', message };
}

function isHeld({ held }: BodyState): boolean {
  return held !== null;
}
