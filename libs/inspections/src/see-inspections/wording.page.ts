import { counted, longDate, longMonth, nameOf } from '@daybook/pages';
import type { InspectionKind } from '../codes';
import { STATUS_WORDS } from '../see-findings/wording.page';
import type { ResponseToOne } from '../see-response/response-item';
import type { InspectionItem } from './inspections.query';

export const INSPECTION_KIND_WORDS: Readonly<Record<InspectionKind, string>> = {
  force: 'Inspection of the force',
  national: 'National inspection',
  thematic: 'Thematic inspection',
  'internal-audit': 'Internal audit',
  'external-audit': 'External audit',
  'super-complaint': 'Super-complaint',
  'prevention-of-future-deaths': 'Prevention of future deaths notice',
  'information-notice': 'Information Commissioner’s notice',
};

/** "PEEL 2021/22"; empty where it belongs to no programme. */
export function programmeInWords({ programme, cycle }: Pick<InspectionItem, 'programme' | 'cycle'>): string {
  return [programme, cycle].filter((part) => part !== null).join(' ');
}

/** A day, a month, or that it is not known. */
export function publishedInWords(publishedOn: string | null): string {
  if (publishedOn === null) return 'not known';
  return publishedOn.length === 7 ? longMonth(publishedOn) : longDate(publishedOn);
}

/** A grade with a capital, or that there is none. */
export function gradeInWords(grade: string | null): string {
  return grade === null ? 'Not graded' : grade.charAt(0).toUpperCase() + grade.slice(1);
}

/** "12 open, 3 claimed"; empty where there are none. */
export function findingsInWords({ findings }: Pick<InspectionItem, 'findings'>): string {
  const { carriedForward, total: _total, ...rest } = findings;
  const counts: Readonly<Record<keyof typeof STATUS_WORDS, number>> = {
    ...rest,
    'carried-forward': carriedForward,
  };
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${STATUS_WORDS[status as keyof typeof counts].word.toLowerCase()}`)
    .join(', ');
}

/** Where the 56 days stand, or the date that it sets itself. Silence is not said to be a breach. */
export function responseInWords(
  { status, day, dueOn, daysLate, daysPast }: ResponseToOne,
  replyDueOn: string | null,
): string {
  const last = dueOn ? longDate(dueOn) : '';
  switch (status) {
    case 'running':
      return `Day ${day ?? 0} of 56, to ${last}`;
    case 'met':
      return `Answered on day ${day ?? 0} of 56`;
    case 'late':
      return `Answered late, by ${counted(daysLate ?? 0, 'day')}`;
    case 'none-recorded':
      return `None recorded here, ${counted(daysPast ?? 0, 'day')} past the last day, ${last}`;
    case 'not-applicable':
      return replyDueOn ? `Reply asked for by ${longDate(replyDueOn)}` : 'No clock';
    default: {
      const never: never = status;
      throw new Error(`Unknown status ${String(never)}`);
    }
  }
}

/** "HMICFRS", and of an inspection that the force was not inspected where it was not. */
export function inspectedBy({ kind, inspectorate, forceInspected }: InspectionItem): string {
  const inspects = ['force', 'national', 'thematic'].includes(kind);
  return forceInspected || !inspects
    ? nameOf(inspectorate)
    : `${nameOf(inspectorate)}; the force was not inspected`;
}
