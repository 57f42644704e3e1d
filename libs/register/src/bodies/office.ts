import type { Problem } from '@daybook/ledger';
import { bodyOn, type BodyState } from './body-state';
import type { RegisterBook } from '../book';
import { unknownBody } from './unknown-body';

/** The office that a command names, as it stands on a day; or what is wrong with naming it. */
export function officeOn(
  book: RegisterBook,
  { area, office }: { readonly area: string; readonly office: string },
  day: string,
): BodyState | Problem {
  const field = '/office';
  const state = bodyOn(book, area, office, day);
  if (state.content === null) return unknownBody(office, field, day);
  if (state.content.kind === 'office') return state;
  const message = `${office} is no office, so nobody holds it. Name an office within it.`;
  return { field, code: 'register.not-an-office', message };
}
