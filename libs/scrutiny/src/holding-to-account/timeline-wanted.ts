import { isDate, Refusal, RefusalError, type Problem } from '@daybook/ledger';
import { TIMELINE_KINDS, type TimelineKind, type TimelineWanted } from '@daybook/provenance';

/** The same as it is asked for, in words. */
export type TimelineAsked = Readonly<Partial<Record<keyof TimelineWanted, string>>>;

/** Reads what of a timeline is wanted. Throws `scrutiny.bad-filter` with every part that cannot be read. */
export function readTimelineWanted(asked: TimelineAsked): TimelineWanted {
  const { kind, from, to, ...others } = asked;
  const problems: Problem[] = [];
  if (kind && !isKind(kind))
    problems.push({
      field: '/kind',
      code: 'scrutiny.unknown-kind',
      message: `There is no such kind. Kinds: ${TIMELINE_KINDS.join(', ')}.`,
    });
  for (const [field, day] of Object.entries({ from, to }))
    if (day && !isDate(day))
      problems.push({
        field: `/${field}`,
        code: 'scrutiny.bad-date',
        message: `"${day}" is not a date. Write it as 2022-10-31.`,
      });
  if (problems.length > 0) throw new RefusalError(badFilter(problems));
  const days = { ...(from && { from }), ...(to && { to }) };
  const given = Object.entries(others).filter(([, text]) => text);
  return { ...Object.fromEntries(given), ...(kind && isKind(kind) && { kind }), ...days };
}

function isKind(text: string): text is TimelineKind {
  return (TIMELINE_KINDS as readonly string[]).includes(text);
}

function badFilter(problems: readonly Problem[]): Refusal {
  return Refusal.of('scrutiny.bad-filter', 'The timeline cannot be asked for like that.', problems);
}
