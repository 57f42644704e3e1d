import { policingBodyOf, type ReasonedItem, type SaidItem } from '@daybook/provenance';
import { counted, longDate, nameOf } from '@daybook/pages';
import { needsAssurance } from '../addressees';
import { isLive } from '../codes';
import type { AddresseeItem } from './finding-in-full';
import type { FindingItem } from './finding-item';
import type { DayOfParty } from './standing';
import { STATUS_WORDS, findingPath } from './wording.page';

/** What one of the three parties did about a finding, or has not done. */
export interface PartyShown {
  readonly name: string;
  /** What it does: claims, assures, closes. */
  readonly part: string;
  /** What it did or has not done, with the gap in days. */
  readonly words: string;
  readonly done: boolean;
  readonly lines: readonly string[];
  /** The record that says so. */
  readonly index: number | null;
}

/** The parties who close a finding for one addressee, side by side. */
export interface PartiesShown {
  readonly addressee: string;
  readonly status: { readonly word: string; readonly tag: string };
  readonly overdue: string | undefined;
  readonly parties: readonly PartyShown[];
  readonly goesOnAs: { readonly text: string; readonly path: string } | undefined;
}

export function partiesOf(area: string, inspectorate: string | null, item: AddresseeItem): PartiesShown {
  const { addressee, status, overdueDays, goesOnAs } = item;
  const inspected = inspectorate ?? 'the inspectorate';
  return {
    addressee,
    status: STATUS_WORDS[status],
    overdue: overdueDays === null ? undefined : `Overdue by ${counted(overdueDays, 'day')}`,
    parties: [
      addresseesPart(item),
      ...(needsAssurance(addressee) ? [policingBodysPart(area, item)] : []),
      inspectoratesPart(inspectorate ? nameOf(inspected) : 'The inspectorate', item),
    ],
    goesOnAs: goesOnAs === null ? undefined : { text: goesOnAs, path: findingPath(area, goesOnAs) },
  };
}

/** A day, or the month where no more is known. */
function on({ effectiveOn, precision }: SaidItem): string {
  return longDate(effectiveOn, precision);
}

function why({ reason, reasonErased }: ReasonedItem, given = true): string[] {
  if (reasonErased) return ['Why: erased'];
  return reason ? [`Why: ${reason}`] : given ? [] : ['Why: not given'];
}

function addresseesPart({ addressee, accepted, dispute, claim, reopened }: AddresseeItem): PartyShown {
  const standing = [
    ...(accepted ? [`Accepted ${on(accepted)}.`] : []),
    ...(dispute ? [`Disputed ${on(dispute)}; ${answerTo(dispute.answered)}.`] : []),
    ...(reopened ? [`Reopened ${on(reopened)}: earlier claims no longer count.`] : []),
  ];
  const evidence = claim?.evidenceErased ? 'erased' : (claim?.evidence ?? 'not given');
  return {
    ...{ name: nameOf(addressee), part: 'Says that it is done' },
    words: claim ? `Claimed ${on(claim)}` : 'Not claimed',
    done: claim !== null && claim.declined === null,
    lines: [...(claim ? [`Evidence: ${evidence}`] : []), ...standing],
    index: claim?.index ?? null,
  };
}

function answerTo(answered: SaidItem | null): string {
  return answered ? `answered ${on(answered)}` : 'no answer yet';
}

function policingBodysPart(area: string, { claim, gaps, status }: AddresseeItem): PartyShown {
  const { assured, declined } = claim ?? { assured: null, declined: null };
  // Whoever said it: the body that it was then, whatever took its place since.
  const by = assured ?? declined;
  const name = nameOf(by ? (by.for ?? by.by.body) : policingBodyOf(area));
  const part = { name, part: 'Is satisfied that it is done' };
  if (assured) {
    const after = gaps.claimedToAssuredDays;
    const words = `Assured ${on(assured)}${after === null ? '' : `, ${counted(after, 'day')} after the claim`}`;
    return { ...part, words, done: true, lines: why(assured), index: assured.index };
  }
  if (declined)
    return {
      ...part,
      ...{ words: `Declined ${on(declined)}`, done: false },
      ...{ lines: why(declined, false), index: declined.index },
    };
  const waits = gaps.claimedNotAssuredDays;
  const closed = status === 'closed' ? 'It was closed without an assurance on record.' : undefined;
  return {
    ...part,
    words: waits === null ? 'Not assured' : `Not assured, ${counted(waits, 'day')} after the claim`,
    ...{ done: false, lines: closed ? [closed] : [], index: null },
  };
}

function inspectoratesPart(name: string, item: AddresseeItem): PartyShown {
  const { ended, status, gaps, missing } = item;
  const part = { name, part: 'Closes it' };
  if (ended) {
    const days = gaps.assuredToClosedDays ?? gaps.claimedToClosedDays;
    const since = gaps.assuredToClosedDays === null ? 'claim' : 'assurance';
    const after = status === 'closed' && days !== null ? `, ${counted(days, 'day')} after the ${since}` : '';
    const without = missing.length > 0 ? [`Closed without ${missing.join(' and ')} on record.`] : [];
    return {
      ...part,
      words: `${STATUS_WORDS[status].word} ${on(ended)}${after}`,
      ...{ done: true, lines: [...without, ...why(ended)], index: ended.index },
    };
  }
  const waits = gaps.assuredNotClosedDays ?? gaps.claimedNotClosedDays;
  const since = gaps.assuredNotClosedDays === null ? 'claim' : 'assurance';
  const after = isLive(status) && waits !== null ? `, ${counted(waits, 'day')} after the ${since}` : '';
  return { ...part, words: `Not closed${after}`, done: false, lines: [], index: null };
}

/** What the parties did, and what a line of the tracker waits for: "claimed 30 November 2022", "not assured, 105 days". */
export function partiesInWords(item: FindingItem): string[] {
  const { addressee, status, monthOnly, gapDays } = item;
  const did = (what: string, day: DayOfParty): string[] => {
    const on = item[day];
    return on ? [`${what} ${longDate(on, monthOnly.includes(day) ? 'month' : 'day')}`] : [];
  };
  const waits = status === 'claimed' && addressee && needsAssurance(addressee) ? 'assured' : 'closed';
  return [
    ...did('claimed', 'claimedOn'),
    ...did('declined', 'declinedOn'),
    ...did('assured', 'assuredOn'),
    ...(status ? did(STATUS_WORDS[status].word.toLowerCase(), 'endedOn') : []),
    ...(gapDays === null ? [] : [`not ${waits}, ${counted(gapDays, 'day')}`]),
  ];
}
