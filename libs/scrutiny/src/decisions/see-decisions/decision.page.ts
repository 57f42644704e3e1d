import {
  longDate,
  nameIn,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  typeInWords,
  whoWrote,
  type Names,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import type { CitedFigure, CitedInWords } from '../../citing/cited.page';
import { waysToMark } from '../../mark-scrutiny-entry-wrong/may-mark.page';
import type { BodyReads, DecisionReads, PaperReads } from '../../readings.page';
import { subjectRef } from '../../scrutiny.events';
import { decisionFormsOffered } from '../act-on-a-page/decision-forms.page';
import type { AmendedTo, DecisionInFull } from './decision-in-full';
import { DECISION_STATUS_WORDS, REVIEW_WORDS, decisionPath } from './wording.page';

type Told = DecisionInFull<CitedFigure>;

/** One decision: what was decided and why, what it rests on, and everything said of it. */
export function decisionPage(
  readings: DecisionReads & BodyReads & PaperReads & OnRecord,
  citedInWords: CitedInWords,
): Page {
  return {
    method: 'GET',
    path: '/:area/decisions/:id',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, item } = await readOrSayWhen(
        visit,
        (there) => readings.decisions.one(person, there, { id, area }),
        (found) => found.item.recorded,
      );
      const at = samePosition(position);
      const papers = await readings.papers(person, at, { area });
      const titles = new Map(papers.items.map((paper) => [paper.id, paper.title]));
      const names = await readings.bodies.names(person, at, area);
      const bodies = await readings.bodies.registered(person, at, area);
      return {
        template: 'libs/scrutiny/src/decisions/see-decisions/decision.njk',
        title: [`${item.title}, ${nameOf(area)}`, 'Decisions'],
        position,
        api: `/api/v1/decisions/${encodeURIComponent(id)}?area=${area}`,
        data: {
          ...{ area, item, status: DECISION_STATUS_WORDS[item.status], facts: factsOf(visit, item, names) },
          cites: item.cites.map(citedInWords),
          about: item.about.map((reference) => ({
            text: reference,
            href: visit.link('/ledger', { about: reference }),
          })),
          events: eventsOf(visit, item, titles, names),
          marks: waysToMark(person, 'decision', item, bodies),
          forms: decisionFormsOffered(person, item, bodies),
          recorded: item.history.find(({ index }) => String(index) === visit.query.recorded)?.index,
          onRecord: await recordsAbout(readings, visit, position, subjectRef({ kind: 'decision', id }, area)),
        },
      };
    },
  };
}

interface Fact {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}

function factsOf(visit: Visit, item: Told, names: Names): Fact[] {
  const { area, office, by, number, takesEffectOn, publishedOn, supersededBy, meeting, priority } = item;
  const { calledIn, review } = item;
  const one = (name: string, value: string | null | undefined, href?: string): Fact[] =>
    value ? [{ name, value, ...(href && { href: visit.link(href) }) }] : [];
  return [
    ...one(
      'Decided by',
      office === by ? nameIn(names, by) : `${nameIn(names, office)}, ${nameIn(names, by)}`,
    ),
    ...one('Number', number),
    ...one('Takes effect', takesEffectOn ? longDate(takesEffectOn) : 'Not said'),
    ...one('Published', publishedOn ? longDate(publishedOn) : 'Not said'),
    ...one('Exempt', item.exempt.join('; ')),
    ...one(
      'At',
      meeting && (item.item ? `${meeting}, item ${item.item}` : meeting),
      `/${area}/meetings/${meeting ?? ''}`,
    ),
    ...one('Priority', priority, `/${area}/plan/${priority ?? ''}`),
    ...one('First recorded as', item.firstTitle === item.title ? null : item.firstTitle),
    ...one('Superseded by', supersededBy, decisionPath(area, supersededBy ?? '')),
    ...one('Called in', calledIn && longDate(calledIn)),
    ...one('Review', review && `${REVIEW_WORDS[review.outcome]}, ${longDate(review.on)}`),
  ];
}

/** Everything that was said of it, the newest first. */
function eventsOf(visit: Visit, item: Told, papers: ReadonlyMap<string, string>, names: Names): object[] {
  return item.history.toReversed().map((act) => ({
    ...act,
    title: act.outcome ? REVIEW_WORDS[act.outcome] : typeInWords(act.type),
    who: act.office ? `${nameIn(names, act.office)} (${whoWrote(act, names)})` : whoWrote(act, names),
    sentences: [
      ...(act.amended ? amendedInWords(act.amended) : []),
      ...(act.supersededBy ? [`In its place: ${act.supersededBy}.`] : []),
    ],
    paper: act.source && {
      text: papers.get(act.source.paper) ?? act.source.paper,
      place: act.source.place,
      href: visit.link(`/${item.area}/papers/${act.source.paper}`),
    },
  }));
}

function amendedInWords({ title, takesEffectOn, publishedOn, exempt }: AmendedTo): string[] {
  return [
    ...(title ? [`Its title is “${title}” now.`] : []),
    ...(takesEffectOn ? [`It takes effect on ${longDate(takesEffectOn)}.`] : []),
    ...(publishedOn ? [`It was published on ${longDate(publishedOn)}.`] : []),
    ...(exempt ? [exempt.length > 0 ? `Exempt: ${exempt.join('; ')}.` : 'No part of it is exempt.'] : []),
  ];
}
