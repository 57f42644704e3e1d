import { isRefusal, type Decider, type Problem } from '@daybook/ledger';
import { type GivenPaper, headed, secondHand, type Sourced } from '@daybook/provenance';
import { findInspection, inspectionsBook, type InspectionsBook } from '../book';
import type { AddresseeKind, FindingKind, FindingStatus } from '../codes';
import { inspectionRef, type TallyRecorded } from '../inspections.events';
import { readSetting, refused } from '../setting';

export interface RecordTallyInput extends Sourced {
  readonly inspection?: string | null;
  readonly occasion: string;
  readonly parts: readonly {
    readonly id: string;
    readonly words: string;
    /** Null: how many was not said. */
    readonly number: number | null;
    readonly kind?: FindingKind | null;
    readonly addresseeKind?: AddresseeKind | null;
    readonly statuses?: readonly FindingStatus[] | null;
  }[];
  readonly sum?: {
    readonly plus: readonly string[];
    readonly minus: readonly string[];
    readonly equals: string;
  } | null;
}

/**
 * Records numbers as they were said, right or wrong: who said them, when, where, and the base that they
 * count from. Whether they agree with what the ledger counts is worked out on reading, at any date.
 */
export const recordTally: Decider<RecordTallyInput, InspectionsBook, TallyRecorded, GivenPaper> = {
  ...inspectionsBook,
  decide(input, book, context) {
    const { area, inspection: id, occasion, parts, sum } = input;
    const inspection = id ? findInspection(book, id) : undefined;
    if (isRefusal(inspection)) return inspection;
    const setting = readSetting(input, input.for || context.by.body, [inspection?.access], context);
    const problems = [...partProblems(input), ...(Array.isArray(setting) ? setting : [])];
    if (problems.length > 0 || Array.isArray(setting))
      return refused('The numbers were not recorded.', problems);
    const { source } = setting;
    return [
      {
        type: 'inspections.tally-recorded',
        ...headed(setting),
        about: [
          ...(inspection ? [inspectionRef(area, inspection.inspection)] : []),
          `body:${setting.actor}`,
          ...(source ? [`paper:${source.paper}`] : []),
        ],
        data: {
          ...{ area, inspection: id || null, occasion, ...secondHand(setting) },
          parts: parts.map((part) => ({
            ...{ id: part.id, words: part.words, number: part.number },
            kind: part.kind ?? null,
            addresseeKind: part.addresseeKind ?? null,
            statuses: part.statuses ?? [],
          })),
          sum: sum ?? null,
        },
      },
    ];
  },
};

/** Each part once, and a sum of parts that are there. Whether the sum is right is no business of the record. */
function partProblems({ parts, sum }: RecordTallyInput): Problem[] {
  const ids = parts.map(({ id }) => id);
  const twice = parts.flatMap(({ id }, n): Problem[] =>
    ids.indexOf(id) === n
      ? []
      : [{ field: `/parts/${n}/id`, code: 'inspections.part-twice', message: `"${id}" is counted twice.` }],
  );
  const named = sum ? [...sum.plus, ...sum.minus, sum.equals] : [];
  const unknown = named
    .filter((id) => !ids.includes(id))
    .map((id): Problem => ({
      field: '/sum',
      code: 'inspections.unknown-part',
      message: `The sum names "${id}", which is none of the parts.`,
    }));
  const uncounted = named
    .filter((id) => parts.some((part) => part.id === id && part.number === null))
    .map((id): Problem => ({
      field: '/sum',
      code: 'inspections.part-without-number',
      message: `The sum names "${id}", of which no number was said. Leave the sum out.`,
    }));
  return [...twice, ...unknown, ...uncounted];
}
