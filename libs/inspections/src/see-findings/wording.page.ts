import { nameOf, type Visit } from '@daybook/pages';
import type { FindingKind, FindingStatus } from '../codes';
import type { NamedText } from './finding-history';

/** How each status is said, in a tag whose colour says nothing that its words do not. */
export const STATUS_WORDS: Readonly<
  Record<FindingStatus, { readonly word: string; readonly tag: string; readonly meaning: string }>
> = {
  open: { word: 'Open', tag: 'blue', meaning: 'Raised; its addressee has not said that it is done.' },
  accepted: {
    word: 'Accepted',
    tag: 'blue',
    meaning: 'Its addressee accepts it, and has not said that it is done.',
  },
  disputed: {
    word: 'Disputed',
    tag: 'orange',
    meaning: 'Its addressee disputes it, and has had no answer yet.',
  },
  claimed: {
    word: 'Claimed',
    tag: 'yellow',
    meaning: 'Its addressee says that it is done; nobody else has yet.',
  },
  assured: {
    word: 'Assured',
    tag: 'turquoise',
    meaning: 'The local policing body is satisfied that it is done; the inspectorate has not closed it.',
  },
  closed: { word: 'Closed', tag: 'green', meaning: 'The inspectorate has closed it.' },
  'carried-forward': { word: 'Carried forward', tag: 'purple', meaning: 'It goes on in a later inspection.' },
  superseded: { word: 'Superseded', tag: 'grey', meaning: 'Another finding has taken its place.' },
  withdrawn: { word: 'Withdrawn', tag: 'grey', meaning: 'The inspectorate has taken it back.' },
};

export const FINDING_KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  'cause-of-concern': 'Cause of concern',
  recommendation: 'Recommendation',
  afi: 'Area for improvement',
  'good-practice': 'Good practice',
};

/** "Area for improvement 3", as a report numbers it. */
export function kindAndNumber({ kind, number }: { kind: FindingKind; number: number | null }): string {
  return number === null ? FINDING_KIND_WORDS[kind] : `${FINDING_KIND_WORDS[kind]} ${number}`;
}

/** An area of assessment's id as words: `investigating-crime` is "Investigating crime". */
export function questionInWords(question: string): string {
  const words = question.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const TEXT_WORDS: Readonly<Record<NamedText['name'], string>> = {
  reason: 'Why',
  evidence: 'Evidence',
  report: 'Progress',
  taken: 'Done so far',
  planned: 'Planned',
};

export function findingPath(area: string, finding: string): string {
  return `/${area}/findings/${encodeURIComponent(finding)}`;
}

/** Bodies in a sentence: "Kent Police and Home Office". */
export function namesOf(bodies: readonly string[]): string {
  const names = bodies.map((body) => nameOf(body));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A link inside the site to a finding, by its title where that is known. */
export function findingLink(visit: Visit, area: string, id: string, titles: ReadonlyMap<string, string>) {
  return { text: titles.get(id) ?? id, href: visit.link(findingPath(area, id)) };
}
