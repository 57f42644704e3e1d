import type { Access, Context, Problem } from '@daybook/ledger';
import type { GivenPaper } from '@daybook/provenance';
import { known, knownTo, type ScrutinyBook } from './book';
import type { SubjectKind } from './histories';
import { subjectRef } from './scrutiny.events';

/** What can be referred to in an area, as `kind:area/…`; papers and bodies have ids of their own. */
const IN_AN_AREA = [
  ...['figure', 'measure', 'inspection', 'finding', 'plan', 'priority'],
  ...['meeting', 'question', 'commitment', 'decision'],
];
const REST = '[a-z0-9][\\w.=;~-]*(?:/[\\w.=;~-]+)*';
const OURS: readonly SubjectKind[] = ['meeting', 'question', 'commitment', 'decision'];

/** What something is about: anything on record in its area, and what this book itself holds is on record. */
export function checkAbout(
  area: string,
  about: readonly string[] | null | undefined,
  book: ScrutinyBook,
  context: Context<GivenPaper>,
  field = '/about',
): Problem[] {
  return (about ?? []).flatMap((reference, i) => {
    const say = (message: string): Problem[] => [
      { field: `${field}/${i}`, code: 'scrutiny.unknown-reference', message },
    ];
    if (!isReference(area, reference))
      return say(
        `"${reference}" refers to nothing in this area. Write a reference such as finding:${area}/its-id.`,
      );
    const own = inThisBook(area, reference);
    return !own || knownTo(context, book, own.kind, own.id)
      ? []
      : say(`No ${own.kind} "${own.id}" is on record in this area.`);
  });
}

function isReference(area: string, reference: string): boolean {
  const inArea = new RegExp(`^(?:${IN_AN_AREA.join('|')}):${area}/${REST}$`);
  return inArea.test(reference) || /^(?:paper|body):[a-z0-9]+(?:-[a-z0-9]+)*$/.test(reference);
}

function inThisBook(area: string, reference: string): { kind: SubjectKind; id: string } | undefined {
  const kind = OURS.find((one) => reference.startsWith(subjectRef({ kind: one, id: '' }, area)));
  return kind && { kind, id: reference.slice(subjectRef({ kind, id: '' }, area).length) };
}

/** Who may read what this book holds of what something is about. */
export function accessesAbout(
  area: string,
  about: readonly string[] | null | undefined,
  book: ScrutinyBook,
): readonly (Access | undefined)[] {
  return (about ?? []).map((reference) => {
    const own = inThisBook(area, reference);
    return own && known(book, own.kind, own.id)?.began.access;
  });
}
