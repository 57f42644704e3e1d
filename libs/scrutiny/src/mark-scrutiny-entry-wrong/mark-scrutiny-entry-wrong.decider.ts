import { Refusal, type Context, type Decider, type SealedText } from '@daybook/ledger';
import { actsFor, type GivenPaper } from '@daybook/provenance';
import { scrutinyBook, type EntryOnRecord, type ScrutinyBook } from '../book';
import { subjectRef, type EntryMarkedWrong } from '../scrutiny.events';
import { refused } from '../setting';

export interface MarkScrutinyEntryWrongInput {
  readonly area: string;
  /** The event id of the entry. */
  readonly of: string;
  readonly office?: string | null;
  readonly reason?: SealedText | null;
  readonly says?: SealedText | null;
}

/**
 * A slip of the pen. The mark is effective on the wrong entry's own date; the entry stays visible, and all
 * else is judged as if it were absent. What the paper really says is entered by the command for it: a thing
 * whose beginning is marked is called, asked, made or recorded again under its id, and keeps what was said
 * of it.
 */
export const markScrutinyEntryWrong: Decider<
  MarkScrutinyEntryWrongInput,
  ScrutinyBook,
  EntryMarkedWrong,
  GivenPaper
> = {
  ...scrutinyBook,
  decide(input, book, context) {
    const { area, of, office = null, reason = null, says = null } = input;
    const entry = book.entries.get(of);
    if (!entry || entry.type === 'scrutiny.entry-marked-wrong' || isHidden(entry, context))
      return new Refusal('scrutiny.unknown-entry', `No entry ${of} that can be marked is on record here.`);
    if (!mayMarkIt(entry, context)) return new Refusal('scrutiny.not-yours', whoMay(entry));
    if (book.marked.has(of))
      return new Refusal('scrutiny.already-marked', `Entry ${of} is marked as entered wrongly already.`);
    if (!reason) {
      const message = 'Say how the slip came about.';
      return refused(message, [{ field: '/reason', code: 'scrutiny.reason-missing', message }]);
    }
    const { subject, effectiveOn, precision, access, source } = entry;
    const about = [subjectRef(subject, area), ...(source ? [`paper:${source.paper}`] : [])];
    const data = { area, office, of, subject, reason, says };
    return [
      {
        type: 'scrutiny.entry-marked-wrong',
        ...{ schema: 1, effectiveOn, precision, about, access, data },
        ...(source && { source }),
      },
    ];
  },
};

/** A panel's people read what is public: of what is restricted they know what they or the office wrote for them. */
function isHidden(entry: EntryOnRecord, context: Context<GivenPaper>): boolean {
  return context.by.role === 'panel' && entry.access === 'restricted' && !mayMarkIt(entry, context);
}

/** Whoever wrote it down, and whose act it says that it was. */
function mayMarkIt(entry: EntryOnRecord, { by, given }: Context<GivenPaper>): boolean {
  return [entry.by, entry.for].some((body) => body !== null && actsFor(by.body, body, given.bodies));
}

function whoMay(entry: EntryOnRecord): string {
  const { by, for: whose } = entry;
  return `Only ${whose && whose !== by ? `${by}, which wrote it down, or ${whose}, whose act it is,` : by} may mark it.`;
}
