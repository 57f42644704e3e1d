import { Refusal, type Recorded } from '@daybook/ledger';
import { insertInOrder, type Said, saidIn } from '@daybook/provenance';
import { actOf, isFindingAct, raisedOf, type Act, type Raised } from './acts';
import { BUILT_IN_SCALES } from './codes';
import { stateOf, type AddresseeState } from './finding-state';
import type {
  FindingsGrouped,
  GradeGiven,
  InspectionContent,
  InspectionsEvent,
  ResponseAct,
} from './inspections.events';

/** An inspection as the book holds it. */
export interface InspectionOnRecord extends Said, InspectionContent {
  readonly inspection: string;
  /** Both in effective order. The book adds to its lists as it folds; nobody else changes them. */
  readonly grades: (Said & { readonly data: GradeGiven['data'] })[];
  readonly response: (Said & { readonly event: ResponseAct })[];
}

/** A finding as the book holds it: how it was raised, and all that was said of it in effective order. */
export interface FindingOnRecord {
  readonly raised: Raised;
  readonly acts: Act[];
}

/** Findings that share one item of the improvement plan. */
export interface Group extends Said {
  readonly group: string;
  readonly inspection: string;
  readonly title: string | null;
  readonly findings: readonly string[];
}

/** What an event of the book was about, by its id: what a mark of it concerns. */
export interface EntryOnRecord extends Said {
  readonly type: InspectionsEvent['type'];
  readonly inspections: readonly string[];
  readonly findings: readonly string[];
}

/**
 * The state of `inspections-<area>`, the book of one area's inspections: the consistency boundary of every
 * rule that looks across findings (a tracker's import, grouped work, what a response must cover).
 */
export interface InspectionsBook {
  readonly scales: Map<string, { readonly title: string; readonly grades: readonly string[] }>;
  readonly inspections: Map<string, InspectionOnRecord>;
  readonly findings: Map<string, FindingOnRecord>;
  /** In effective order. */
  groups: Group[];
  readonly entries: Map<string, EntryOnRecord>;
  /** Ids of entries that are marked as entered wrongly: they are in none of the others. */
  readonly marked: Set<string>;
  /** What was said of things whose own entry is marked: it counts again once they are entered right. */
  readonly leftBehind: {
    readonly inspections: Map<string, InspectionOnRecord>;
    readonly findings: Map<string, FindingOnRecord>;
  };
}

export function inspectionsStream(area: string): string {
  return `inspections-${area}`;
}

export const inspectionsBook = {
  initial: (): InspectionsBook => ({
    scales: new Map(Object.entries(BUILT_IN_SCALES)),
    inspections: new Map(),
    findings: new Map(),
    groups: [],
    entries: new Map(),
    marked: new Set(),
    leftBehind: { inspections: new Map(), findings: new Map() },
  }),

  evolve(book: InspectionsBook, event: Recorded<InspectionsEvent>): InspectionsBook {
    note(book, event);
    if (isFindingAct(event)) {
      const act = actOf(event, event.revision);
      for (const id of act.data.findings) insertInto(book.findings.get(id)?.acts, act);
      return book;
    }
    const said = saidIn(event, event.revision);
    switch (event.type) {
      case 'inspections.scale-defined':
        book.scales.set(event.data.scale, { title: event.data.title, grades: event.data.grades });
        return book;
      case 'inspections.inspection-recorded': {
        const { area: _area, secondHand: _secondHand, ...content } = event.data;
        const { grades = [], response = [] } = book.leftBehind.inspections.get(content.inspection) ?? {};
        book.inspections.set(content.inspection, {
          ...{ ...said, ...content },
          ...{ grades: [...grades], response: [...response] },
        });
        return book;
      }
      case 'inspections.grade-given':
        insertInto(book.inspections.get(event.data.inspection)?.grades, { ...said, data: event.data });
        return book;
      case 'inspections.finding-raised': {
        const { finding } = event.data;
        const acts = [...(book.leftBehind.findings.get(finding)?.acts ?? [])];
        book.findings.set(finding, { raised: raisedOf(event, event.revision), acts });
        return book;
      }
      case 'inspections.findings-grouped':
        insertInOrder(book.groups, groupOf(event, said));
        return book;
      case 'inspections.comments-invited':
      case 'inspections.comments-recorded':
      case 'inspections.recommendation-answered':
      case 'inspections.response-published':
      case 'inspections.copy-sent':
        for (const id of inspectionsIn(event.data))
          insertInto(book.inspections.get(id)?.response, { ...said, event });
        return book;
      case 'inspections.tally-recorded':
      case 'inspections.tracker-imported':
        return book;
      case 'inspections.entry-marked-wrong':
        return leaveOut(book, event.data.of);
      default: {
        const never: never = event;
        throw new Error(`Unknown event ${(never as { type: string }).type}`);
      }
    }
  },
};

function change<Of>(map: Map<string, Of>, id: string, how: (known: Of) => Of): void {
  const known = map.get(id);
  if (known) map.set(id, how(known));
}

/** A book to fold on while this one stays as it is: what is tried may not be recorded in the end. */
export function copyOf(book: InspectionsBook): InspectionsBook {
  const { scales, inspections, findings, groups, entries, marked, leftBehind } = book;
  return {
    scales: new Map(scales),
    inspections: copied(inspections, (one) => ({
      ...one,
      grades: [...one.grades],
      response: [...one.response],
    })),
    findings: copied(findings, (one) => ({ ...one, acts: [...one.acts] })),
    groups: [...groups],
    entries: new Map(entries),
    marked: new Set(marked),
    // Nothing is added to the lists of what is left behind.
    leftBehind: {
      inspections: new Map(leftBehind.inspections),
      findings: new Map(leftBehind.findings),
    },
  };
}

function copied<Of>(map: Map<string, Of>, copy: (one: Of) => Of): Map<string, Of> {
  return new Map([...map].map(([id, one]) => [id, copy(one)]));
}

/** Into the history of what is on record. What is said of nothing on record is in none. */
function insertInto<One extends Said>(history: One[] | undefined, one: One): void {
  if (history) insertInOrder(history, one);
}

export function groupOf({ data }: Recorded<FindingsGrouped>, said: Said): Group {
  const { group, inspection, title, findings } = data;
  return { ...said, group, inspection, title, findings };
}

type About = {
  readonly inspection?: string | null;
  readonly answersAlso?: readonly string[];
  readonly finding?: string;
  readonly findings?: readonly string[];
};

/** One response may answer several reports that make the same findings. */
function inspectionsIn({ inspection, answersAlso = [] }: About): readonly string[] {
  return inspection ? [inspection, ...answersAlso] : [];
}

function note(book: InspectionsBook, event: Recorded<InspectionsEvent>): void {
  const data = event.data as About;
  const findings = data.findings ?? (data.finding ? [data.finding] : []);
  const inspections = inspectionsIn(data);
  const said = saidIn(event, event.revision);
  book.entries.set(event.id, { ...said, type: event.type, inspections, findings });
}

/** What was entered wrongly counts for nothing from here on; it stays on record all the same. */
function leaveOut(book: InspectionsBook, id: string): InspectionsBook {
  const entry = book.entries.get(id);
  book.marked.add(id);
  book.groups = book.groups.filter((one) => one.id !== id);
  const { leftBehind } = book;
  for (const finding of entry?.findings ?? []) {
    setAside(book.findings, leftBehind.findings, finding, ({ raised }) => raised.id === id);
    for (const findings of [book.findings, leftBehind.findings])
      change(findings, finding, (f) => ({ ...f, acts: f.acts.filter((act) => act.id !== id) }));
  }
  for (const inspection of entry?.inspections ?? []) {
    setAside(book.inspections, leftBehind.inspections, inspection, (one) => one.id === id);
    for (const inspections of [book.inspections, leftBehind.inspections])
      change(inspections, inspection, (one) => ({
        ...one,
        grades: one.grades.filter((grade) => grade.id !== id),
        response: one.response.filter((act) => act.id !== id),
      }));
  }
  return book;
}

function setAside<Of>(
  from: Map<string, Of>,
  to: Map<string, Of>,
  id: string,
  isWrong: (one: Of) => boolean,
): void {
  const known = from.get(id);
  if (!known || !isWrong(known)) return;
  from.delete(id);
  to.set(id, known);
}

/** The inspection with an id, or the refusal of a command that names none. */
export function findInspection(book: InspectionsBook, id: string): InspectionOnRecord | Refusal {
  const message = `No inspection "${id}" is on record in this area. Record it first.`;
  return book.inspections.get(id) ?? new Refusal('inspections.unknown-inspection', message);
}

/** The finding with an id, or the refusal of a command that names none. */
export function findFinding(book: InspectionsBook, id: string): FindingOnRecord | Refusal {
  const message = `No finding "${id}" is on record in this area. Raise it first.`;
  return book.findings.get(id) ?? new Refusal('inspections.unknown-finding', message);
}

/** Where a finding stood with an addressee at the end of a day, whatever was entered about later days. */
export function stateOn({ raised, acts }: FindingOnRecord, addressee: string, day: string): AddresseeState {
  return stateOf(
    raised,
    acts.filter(({ effectiveOn }) => effectiveOn <= day),
    addressee,
  );
}

/** The findings that shared a finding's plan item on a day, itself among them, in order of id. */
export function sharing(groups: readonly Group[], finding: string, day: string): readonly string[] {
  const own = groupOn(groups, finding, day);
  return own ? own.findings.filter((id) => groupOn(groups, id, day) === own) : [finding];
}

/** The latest grouping that names a finding by a day. */
export function groupOn(groups: readonly Group[], finding: string, day: string): Group | undefined {
  return groups.findLast(({ effectiveOn, findings }) => effectiveOn <= day && findings.includes(finding));
}
