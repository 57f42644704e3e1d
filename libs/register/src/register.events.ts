import type { Fact, FreeText } from '@daybook/ledger';
import type { BodyKind } from './codes';

export type PaperContent = {
  readonly paper: string;
  /** The area whose record it joins, such as `kent`. */
  readonly area: string;
  /** In own words: a paper's sentences do not enter the ledger. */
  readonly title: string;
  /** The id of the body that issued it. */
  readonly issuedBy: string;
  /** UK dates that the paper gives; null where it gives none. */
  readonly dated: string | null;
  readonly published: string | null;
  readonly considered: string | null;
  /** Web address, and SHA-256 of the file in hexadecimal, if known. */
  readonly url: string | null;
  readonly sha256: string | null;
};

export type PaperRecorded = Fact<'register.paper-recorded', PaperContent>;

/** Marks what was read in a paper of another body than the one whose act it is. */
type Read = { readonly area: string; readonly secondHand?: true };

export interface BodyContent {
  readonly kind: BodyKind;
  readonly title: string;
  /** The body that an office, or a board, is within. */
  readonly within: string | null;
}

export type BodyRegistered = Fact<'register.body-registered', Read & { readonly body: string } & BodyContent>;

/** Who holds an office is personal data: sealed, so that it can be erased. */
export type OfficeFilled = Fact<
  'register.office-filled',
  Read & { readonly office: string; readonly holder: FreeText; readonly acting: boolean }
>;
export type OfficeVacated = Fact<'register.office-vacated', Read & { readonly office: string }>;

/** From its effective date on, what the body had to do is its successor's. */
export type BodySucceeded = Fact<
  'register.body-succeeded',
  Read & { readonly body: string; readonly successor: string; readonly reason: FreeText }
>;
export type BodiesEvent = BodyRegistered | OfficeFilled | OfficeVacated | BodySucceeded;

export interface Priority {
  readonly number: number;
  readonly priority: string;
  /** In own words. */
  readonly title: string;
  /** The body that it is set for; null: not said. */
  readonly setFor: string | null;
}

export interface PlanContent {
  readonly title: string;
  /** UK dates, or months, of its period. */
  readonly from: string;
  readonly until: string | null;
  readonly priorities: readonly Priority[];
}

export type PlanAdopted = Fact<
  'register.plan-adopted',
  Read & { readonly plan: string; readonly succeeds: string | null } & PlanContent
>;
/** What is null stays as it was; the priorities are the whole list anew. */
export type PlanVaried = Fact<
  'register.plan-varied',
  Read & {
    readonly plan: string;
    readonly title: string | null;
    readonly until: string | null;
    readonly priorities: readonly Priority[] | null;
    readonly reason: FreeText;
  }
>;
type OfPriority = Read & {
  readonly plan: string;
  readonly priority: string;
  /** What hangs from it: `measure:kent/…`, `finding:kent/…`, `commitment:kent/…`. */
  readonly references: readonly string[];
};
export type PlacedUnderPriority = Fact<'register.placed-under-priority', OfPriority>;
export type TakenFromPriority = Fact<'register.taken-from-priority', OfPriority>;
export type PlansEvent = PlanAdopted | PlanVaried | PlacedUnderPriority | TakenFromPriority;

/** What `register-<area>` holds: the bodies that an area deals with, and its plans. */
export type RegisterEvent = BodiesEvent | PlansEvent;

export function bodyRef(body: string): string {
  return `body:${body}`;
}

/** What an event concerns: its subjects, and the paper that it stands in. */
export function aboutOf(
  { paper }: { readonly paper?: string | null },
  subjects: readonly string[],
): readonly string[] {
  return [...new Set(subjects), ...(paper ? [`paper:${paper}`] : [])];
}

export function planRef(area: string, plan: string): string {
  return `plan:${area}/${plan}`;
}

export function priorityRef(area: string, plan: string, priority: string): string {
  return `priority:${area}/${plan}/${priority}`;
}
