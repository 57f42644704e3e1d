import type { Person } from '@daybook/identity';
import { refuse, type Recorded } from '@daybook/ledger';
import {
  nameOf,
  whoWrote,
  type Page,
  type PagePosition,
  type PositionAsked,
  type Visit,
} from '@daybook/pages';
import type { FiguresEvent, ObservationEvent, ReturnSubmitted } from '../figures.events';
import { KIND_WORDS, figurePath, periodInWords } from '../see-figures/wording.page';
import type { FigureReadings } from '../readings.page';
import type { ReturnFile } from '../see-return-file/return-file.query';

type Seen = { readonly index: number } & (
  { readonly restricted: true } | { readonly restricted: false; readonly record: Recorded }
);

/** What this page reads besides: the records themselves. */
export interface ReturnReadings {
  position(at: PositionAsked): Promise<PagePosition>;
  record(person: Person, index: number): Promise<Seen>;
  readonly returnFiles: { of(person: Person, index: number): Promise<ReturnFile | undefined> };
  events(
    person: Person,
    filter: { from: number; limit: number },
  ): Promise<{ readonly items: readonly Seen[] }>;
}

/** A return as it was recorded, by the ledger index of its heading: the receipt, and each figure. */
export function returnPage(readings: FigureReadings & ReturnReadings): Page {
  return {
    method: 'GET',
    path: '/:area/returns/:index',
    async answer(visit: Visit) {
      const { area = '', index: asked = '' } = visit.params;
      const position = await readings.position(visit.at);
      const heading = await headingAt(readings, visit, area, asked);
      const { of } = heading.commit;
      const first = Number(asked);
      if (visit.at.basis !== undefined && first >= position.basis)
        refuse(
          'ledger.not-on-record',
          `Return ${first} came later: this looks at the first ${position.basis} records alone.`,
        );
      const { items } = await readings.events(visit.person, { from: first + 1, limit: Math.max(1, of - 1) });
      // On any date: the return was recorded by now, and so were its measures.
      const basis = String(position.basis);
      const measures = await readings.measures(visit.person, { basis }, { area });
      const titles = new Map(measures.items.map((m) => [m.id, m.title]));
      return {
        template: 'libs/figures/src/submit-return/return.njk',
        title: [`Return recorded, ${nameOf(area)}`, 'Figures'],
        position,
        recordApi: `/api/v1/events/${first}`,
        data: {
          area,
          heading,
          first,
          last: first + of - 1,
          file: heading.data.file && (await readings.returnFiles.of(visit.person, first)),
          who: whoWrote({ by: heading.by, for: heading.for }),
          lines: items.flatMap((item) => lineOf(item, heading, titles)),
        },
      };
    },
  };
}

async function headingAt(
  readings: ReturnReadings,
  { person }: Visit,
  area: string,
  asked: string,
): Promise<Recorded<ReturnSubmitted>> {
  const seen = /^\d{1,15}$/.test(asked) ? await readings.record(person, Number(asked)) : undefined;
  if (seen && !seen.restricted && isHeading(seen.record) && seen.record.data.area === area)
    return seen.record;
  return refuse('ledger.not-on-record', `No return of ${nameOf(area)} stands there.`);
}

function isHeading(record: Recorded): record is Recorded<ReturnSubmitted> {
  return (record as Recorded<FiguresEvent>).type === 'figures.return-submitted';
}

const KIND_OF: Readonly<Record<ObservationEvent['type'], string>> = {
  'figures.figure-reported': 'Reported',
  'figures.figure-revised': KIND_WORDS.revised.word,
  'figures.figure-corrected': KIND_WORDS.corrected.word,
  'figures.figure-restated': KIND_WORDS.restated.word,
  'figures.figure-withdrawn': KIND_WORDS.withdrawn.word,
};

function lineOf(item: Seen, heading: Recorded, titles: ReadonlyMap<string, string>): object[] {
  if (item.restricted || item.record.command.id !== heading.command.id) return [];
  const record = item.record as Recorded<ObservationEvent>;
  const { data } = record;
  const title = `${titles.get(data.measure) ?? data.measure}, ${periodInWords(data.period)}`;
  return [
    { index: item.index, title, value: data.value, kind: KIND_OF[record.type], href: figurePath(data) },
  ];
}
