import { expectedWithDay } from '@daybook/due-dates';
import {
  counted,
  longDate,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  type Names,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import type { ReasonedItem } from '@daybook/provenance';
import type { ActingOnCommitments } from '../../readings.page';
import type { CitedInWords } from '../../citing/cited.page';
import { commitmentOffers, commitmentPath } from '../act-on-a-page/offers.page';
import { subjectRef } from '../../scrutiny.events';
import type { CommitmentInFull } from './commitment.query';
import type { ClaimItem } from './commitment-in-full';
import { silenceOf } from './commitments.page';
import { driftOf } from './drift.page';
import { waysToMark } from '../../mark-scrutiny-entry-wrong/may-mark.page';
import { timelineOf } from './history.page';
import { targetShown } from './target.page';
import { COMMITMENT_KIND_WORDS, STATUS_WORDS } from './wording.page';

type Readings = ActingOnCommitments & OnRecord;

/** One commitment as a story: what was promised to whom, how its date moved, what was claimed and answered. */
export function commitmentPage(readings: Readings, citedInWords: CitedInWords): Page {
  return {
    method: 'GET',
    path: '/:area/commitments/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.commitments.one(person, there, { id, area }),
        (found) => found.item.made,
      );
      const at = samePosition(position);
      const [papers, names, bodies] = await Promise.all([
        readings.papers(person, at, { area }),
        readings.bodies.names(person, at, area),
        readings.bodies.registered(person, at, area),
      ]);
      const titles = { papers: new Map(papers.items.map((one) => [one.id, one.title])), names };
      const api = `/api/v1/commitments/${encodeURIComponent(id)}`;
      return {
        template: 'libs/scrutiny/src/commitments/see-commitments/commitment.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Commitments'],
        position,
        api: `${api}?area=${area}`,
        csv: `${api}/history.csv?area=${area}`,
        data: {
          ...{ area, item, kindWord: COMMITMENT_KIND_WORDS[item.kind] },
          ...promiseShown(visit, item, titles),
          status: STATUS_WORDS[item.status],
          overdue: item.overdueDays === null ? undefined : `Overdue by ${counted(item.overdueDays, 'day')}`,
          silence: silenceOf(item),
          forms: commitmentOffers(person, item, bodies),
          drift: driftOf(item, position.asOf, names),
          target: targetShown(visit, item),
          claims: item.claims.map((one) => ({
            ...claimShown(one, names),
            cites: one.cites.map(citedInWords),
          })),
          events: timelineOf(visit, area, item.history, titles),
          marks: waysToMark(person, 'commitment', item, bodies),
          recorded: recordedHere(visit.query.recorded, item),
          onRecord: await recordsAbout(
            readings,
            visit,
            position,
            subjectRef({ kind: 'commitment', id }, area),
          ),
        },
      };
    },
  };
}

/** What was promised, by whom, to whom, and where. */
function promiseShown(
  visit: Visit,
  item: CommitmentInFull<unknown>,
  { papers, names }: { readonly papers: ReadonlyMap<string, string>; readonly names: Names },
): object {
  const { area, owner, to, meeting, made, priority, supersededBy } = item;
  const paper = made.source?.paper;
  const on = longDate(made.effectiveOn, made.precision);
  const whom = to === null ? 'to whom is not said' : `to ${nameIn(names, to)}`;
  return {
    sentence: `Promised by ${nameIn(names, owner)}, ${whom}, ${made.precision === 'month' ? 'in' : 'on'} ${on}.`,
    facts: factsOf(item, names),
    promise: item.promiseErased ? 'erased' : item.promise,
    paperTitle: paper && (papers.get(paper) ?? paper),
    meeting: meeting && {
      text: item.meetingTitle ?? meeting,
      href: visit.link(`/${area}/meetings/${encodeURIComponent(meeting)}`),
      on: item.meetingOn && longDate(item.meetingOn),
    },
    priority: priority && { text: priority, href: visit.link(`/${area}/plan/${priority}`) },
    about: item.about.map((one) => ({ text: one, href: visit.link('/ledger', { about: one }) })),
    goesOnAs: supersededBy && { text: supersededBy, href: visit.link(commitmentPath(area, supersededBy)) },
  };
}

function factsOf(
  item: CommitmentInFull<unknown>,
  names: Names,
): { readonly name: string; readonly value: string }[] {
  const { owner, ownerBody, to, office, due, dueLatest, originalDue, moves, pendingMove, taken } = item;
  const of = owner === ownerBody ? '' : `, ${nameIn(names, ownerBody)}`;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Owner', `${nameIn(names, owner)}${of}`],
    ['Promised to', to === null ? 'not said' : nameIn(names, to)],
    ['Spoken by', office && nameIn(names, office)],
    ['Taken on', taken && longDate(taken.effectiveOn, taken.precision)],
    ['Due', expectedWithDay({ anticipated: due, latest: dueLatest })],
    ['First date on record', moves > 0 ? expectedWithDay({ anticipated: originalDue }) : null],
    ['Asked for, not yet agreed', pendingMove && expectedWithDay({ anticipated: pendingMove })],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** A claim and its answer, in words. */
function claimShown(claim: ClaimItem<unknown>, names: Names): object {
  const { accepted, refused, counts } = claim;
  const body = (said: ReasonedItem): string => nameIn(names, said.for ?? said.by.body);
  const on = (said: Pick<ReasonedItem, 'effectiveOn' | 'precision'>): string =>
    longDate(said.effectiveOn, said.precision);
  const answer = accepted
    ? `Accepted by ${body(accepted)}, ${on(accepted)}.`
    : refused
      ? `Not accepted by ${body(refused)}, ${on(refused)}.`
      : counts
        ? 'No answer is on record yet.'
        : 'It counts no longer, or repeats an earlier claim.';
  const answered = accepted ?? refused;
  return {
    words: `${nameIn(names, claim.for ?? claim.by.body)} said on ${on(claim)} that it is kept.`,
    evidence: claim.evidenceErased ? 'erased' : (claim.evidence ?? 'not given'),
    index: claim.index,
    answer,
    why: answered && (answered.reasonErased ? 'erased' : answered.reason),
    answeredIn: answered?.index,
  };
}

/** The record that a form just wrote about it: no address can claim one that is not there. */
function recordedHere(asked: string | undefined, { history }: CommitmentInFull<unknown>): number | undefined {
  return history
    .flatMap((entry) => [entry, entry.enteredWrongly])
    .find((entry) => entry && String(entry.index) === asked)?.index;
}
