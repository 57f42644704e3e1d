import { randomUUID } from 'node:crypto';
import { dateFields, readDate, type DateFields } from '../date-fields';

/** What a form says once, whatever its lines: of which paper, from which day, for whom. */
export interface HeadingFields {
  /** Made when the form is first shown: sent twice, it is recorded once. */
  readonly commandId: string;
  readonly paper: string;
  readonly effective: DateFields;
  readonly for: string;
}

export function newHeading(): HeadingFields {
  return { commandId: randomUUID(), paper: '', effective: { day: '', month: '', year: '' }, for: '' };
}

export function readHeading(form: Readonly<Record<string, string>>): HeadingFields {
  return {
    commandId: form['command-id'] || randomUUID(),
    paper: form.paper ?? '',
    effective: dateFields(form, 'effectiveOn'),
    for: form.for ?? '',
  };
}

/** The same as hidden fields, for a page on which nothing of it is changed. */
export function hiddenHeading({
  commandId,
  paper,
  effective,
  for: body,
}: HeadingFields): readonly [string, string][] {
  return [
    ['command-id', commandId],
    ['paper', paper],
    ['for', body],
    ['effectiveOn-day', effective.day],
    ['effectiveOn-month', effective.month],
    ['effectiveOn-year', effective.year],
  ];
}

/** The same as a command's body begins. The date is the day, or the month where no day was typed. */
export function headingBody(
  area: string,
  { paper, effective, for: body }: HeadingFields,
): Record<string, unknown> {
  const effectiveOn = readDate(effective, true) ?? '';
  return { area, effectiveOn, ...(paper && { paper }), ...(body && { for: body }) };
}
