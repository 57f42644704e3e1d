import { mayCommandIn, type Person } from '@daybook/identity';
import type { SaidItem } from '@daybook/provenance';
import {
  longDate,
  nameOf,
  readOrSayWhen,
  recordsAbout,
  samePosition,
  whoWrote,
  type OnRecord,
  type Page,
  type Visit,
} from '@daybook/pages';
import { crumbsTo } from '../act-on-a-page/asked-of-all.page';
import { inspectionRef } from '../inspections.events';
import type { InspectionReads, PaperReads, ResponseReads } from '../readings.page';
import { findingPath } from '../see-findings/wording.page';
import { publishedInWords } from '../see-inspections/wording.page';
import { responsePath, stepPath } from '../respond-on-a-page/step-path.page';
import type { ResponseItem, ResponseToOne } from './response-item';
import { ACTION_WORDS, CLOCK_TAGS, COPY_WORDS, clockInWords, lacksInWords } from './wording.page';

type Shown = Readonly<Record<string, unknown>>;

/** The response to a report: its clock in words, what was answered, what it lacks, and what can be recorded. */
export function responsePage(readings: ResponseReads & InspectionReads & PaperReads & OnRecord): Page {
  return {
    method: 'GET',
    path: '/:area/inspections/:id/response',
    async answer(visit: Visit) {
      const { area = '', id = '' } = visit.params;
      const { person } = visit;
      const { position, inspection } = await readOrSayWhen(
        visit,
        async (at) => {
          const found = await readings.inspections.one(person, at, { id, area });
          return { position: found.position, inspection: found.item };
        },
        (found) => found.inspection,
      );
      const at = samePosition(position);
      const [{ item }, papers] = await Promise.all([
        readings.responses.one(person, at, { id, area }),
        readings.papers(person, at, { area }),
      ]);
      const titles = new Map(papers.items.map((paper) => [paper.id, paper.title]));
      return {
        template: 'libs/inspections/src/see-response/response.njk',
        title: [`Response to ${item.title}, ${nameOf(area)}`, 'Inspections'],
        position,
        api: `/api/v1/inspections/${encodeURIComponent(id)}/response?area=${area}`,
        data: {
          area,
          crumbs: crumbsTo(
            visit,
            area,
            ['Inspections', `/${area}/inspections`],
            [item.title, `/${area}/inspections/${encodeURIComponent(id)}`],
          ),
          inspection: { title: item.title, by: nameOf(inspection.inspectorate), access: inspection.access },
          responses: [item, ...item.accelerated].map((one) => shown(visit, one, titles)),
          recorded: wroteIt(item, visit.query.recorded),
          onRecord: await recordsAbout(readings, visit, position, inspectionRef(area, id)),
        },
      };
    },
  };
}

/** Whether anything is to be said in answer: a clock runs or ran, or there was an answer without one. */
function isAsked({ status, respondedOn }: ResponseToOne): boolean {
  return status !== 'not-applicable' || respondedOn !== null;
}

function shown(visit: Visit, one: ResponseToOne, titles: ReadonlyMap<string, string>): Shown {
  const { area, concern, title, respondedOn, publications, invited } = one;
  const said = saidShown(titles);
  return {
    id: concern ?? 'report',
    title: concern ? title : undefined,
    published: publishedInWords(one.publishedOn),
    clock: { ...CLOCK_TAGS[one.status], words: clockInWords(one) },
    lacks: isAsked(one) ? lacksInWords(one, respondedOn !== null) : undefined,
    recommendations: recommendationsShown(visit.person, one, titles),
    invited: invited && {
      ...said(invited),
      words: `Invited to comment by ${longDate(invited.commentsBy)}.`,
    },
    comments: one.comments.map((comments) => ({
      ...said(comments),
      words: comments.arrived ? textOf(comments.comments, comments.commentsErased) : 'None came.',
    })),
    publications: publications.map((publication) => ({
      ...said(publication),
      ...{ day: publication.day, url: publication.url, lacks: lacksInWords(publication, true) },
      reply: publication.reply || publication.replyErased ? replyOf(publication) : undefined,
      also: [publication.inspection, ...publication.answersAlso]
        .filter((id) => id !== one.inspection)
        .map((id) => ({ text: id, path: responsePath(area, id) })),
    })),
    copies: one.copies.map(({ to, sent }) => ({
      to: COPY_WORDS[to],
      sent: sent && said(sent),
      words: sent ? 'Sent' : respondedOn ? 'Outstanding' : 'Nothing is published yet',
    })),
    steps: stepsFor(visit.person, one),
  };
}

function saidShown(titles: ReadonlyMap<string, string>) {
  return (item: SaidItem): Shown => ({
    ...item,
    who: whoWrote(item),
    on: longDate(item.effectiveOn, item.precision),
    paper: item.source && (titles.get(item.source.paper) ?? item.source.paper),
  });
}

function recommendationsShown(
  person: Person,
  { area, inspection, recommendations, answers }: ResponseToOne,
  titles: ReadonlyMap<string, string>,
): readonly Shown[] {
  const mayAnswer = mayCommandIn(person, 'answer-recommendation', area);
  return recommendations.map(({ finding, number, title, covered, answer: standing }) => {
    const all = answers.filter((one) => one.finding === finding);
    return {
      ...{ title, covered, number, path: findingPath(area, finding) },
      step: mayAnswer && stepPath(area, inspection, 'answer-recommendation', finding, standing),
      answers: all.map((one) => ({
        ...saidShown(titles)(one),
        ...{ action: ACTION_WORDS[one.action], stands: one.stands },
        words: textOf(one.answer, one.answerErased),
      })),
    };
  });
}

function replyOf({ reply, replyErased }: { reply: string | null; replyErased: boolean }): string {
  return textOf(reply, replyErased);
}

function textOf(text: string | null, isErased: boolean): string {
  return isErased ? 'Its words were erased.' : (text ?? 'Its words are not given.');
}

/** What a person may record of a response now, beside the answers. */
function stepsFor(
  person: Person,
  { area, inspection, concern, publications }: ResponseToOne,
): readonly Shown[] {
  const isPublished = publications.length > 0;
  const steps = [
    ['invite-comments', 'Invite comments', true],
    ['record-comments', 'Record the chief officer’s comments', true],
    ['publish-response', isPublished ? 'Publish a further response' : 'Publish the response', true],
    ['send-copy', 'Record that a copy was sent', isPublished],
  ] as const;
  return steps
    .filter(([command, , fits]) => fits && mayCommandIn(person, command, area))
    .map(([command, text]) => ({ text, path: stepPath(area, inspection, command, concern) }));
}

/** The place in the ledger of what the visitor has just recorded; undefined for any other number. */
function wroteIt(item: ResponseItem, recorded: string | undefined): number | undefined {
  const own = [item, ...item.accelerated].flatMap(({ invited, comments, answers, publications, copies }) => [
    ...(invited ? [invited] : []),
    ...[...comments, ...answers, ...publications],
    ...copies.flatMap(({ sent }) => sent ?? []),
  ]);
  return own.find(({ index }) => String(index) === recorded)?.index;
}
