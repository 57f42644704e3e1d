import type { Person } from '@daybook/identity';

/** A place on both clocks as the address bar asks for it; every link on the page keeps it. */
export interface PositionAsked {
  readonly asOf?: string;
  readonly basis?: string;
}

/** The position that a page's answer uses. */
export interface PagePosition {
  readonly asOf: string;
  readonly basis: number;
  readonly today: string;
  /** The ledger size when it was asked. */
  readonly latest: number;
  readonly roundedFrom?: number;
}

/** A file as a browser sent it. Of one that is too large, only more than may be sent is here. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One visit to a page: who comes, what they ask for, and how to link from here. */
export interface Visit {
  readonly person: Person;
  /** The path asked for, without its query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The query, apart from what places the visit in time; of repeated names the last. */
  readonly query: Readonly<Record<string, string>>;
  /** What a form sent; empty on a GET. */
  readonly form: Readonly<Record<string, string>>;
  /** The file that a form sent, where its page takes one; empty and without a name where none was chosen. */
  readonly upload?: Upload;
  readonly at: PositionAsked;
  /** A path on this site with this visit's position in time; further parts of the query may be given. */
  link(path: string, query?: Readonly<Record<string, string | undefined>>): string;
}

/** A page to show. The layout adds navigation, who is signed in, the time bar and the provenance line. */
export interface Show {
  readonly status?: number;
  /** Path of the template from the root of the sources, such as `libs/figures/src/see-figures/figure.njk`. */
  readonly template: string;
  /** The title's parts, narrowest first; "Daybook" and the position are added. */
  readonly title: readonly string[];
  /** Where the answer stands in time; without it the page has no time bar. */
  readonly position?: PagePosition;
  /** Paths of the same answer by the API, as JSON and as a CSV file. */
  readonly api?: string;
  readonly csv?: string;
  /**
   * Addresses of this very answer where it has more than the one position: they carry all of them, and stand
   * instead of those that are made from `position`.
   */
  readonly own?: {
    readonly here: string;
    readonly json: string;
    readonly csv: string;
    /** Parts of the query that name further ledger sizes: a smaller ledger might not hold so many records. */
    readonly sizes: readonly string[];
  };
  /** Paths of records by the API and as a CSV file: they have one clock, so these say what basis they take. */
  readonly recordApi?: string;
  readonly recordCsv?: string;
  /** The area whose navigation is shown; the one in the path where absent. */
  readonly area?: string;
  /** "Error: " stands before the title. */
  readonly failed?: boolean;
  readonly data: object;
}

/** The answer to a form that changed something: see it there (303). */
export interface GoTo {
  readonly goTo: string;
}

/** A file to keep, its bytes as they are. */
export interface Download {
  readonly download: { readonly name: string; readonly type: string; readonly bytes: string | Buffer };
}

export type Answer = Show | GoTo | Download;

/** A page: one way in, one answer. It may throw a RefusalError, which becomes an error page. */
export interface Page {
  readonly method: 'GET' | 'POST';
  /** The route, with `:name` for what varies. */
  readonly path: string;
  /** Its form may send one file (multipart/form-data). */
  readonly takesFile?: true;
  answer(visit: Visit): Promise<Answer>;
}

/**
 * The position that an answer was found at, to ask for again: everything else on its page is read there, so
 * that no page mixes two sizes of the ledger.
 */
export function samePosition({ asOf, basis }: PagePosition): PositionAsked {
  return { asOf, basis: String(basis) };
}

/** Whether the visit looks at the past, in either of the two senses. */
export function inThePast({ asOf, basis, today, latest }: PagePosition): boolean {
  return asOf < today || basis < latest;
}

/**
 * Whether the visit itself asked for the past: views that are a moment behind make no visit one of the past,
 * and take no form away.
 */
export function asksForThePast({ at }: Visit, position: PagePosition): boolean {
  return (at.asOf !== undefined || at.basis !== undefined) && inThePast(position);
}

/** A path with what of a query is not empty. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

/** The query parts that keep a position. */
export function positionQuery({ asOf, basis }: PositionAsked): Record<string, string | undefined> {
  return { 'as-of': asOf, basis };
}
