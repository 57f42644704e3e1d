import { Refusal, type Access, type Recorded } from '@daybook/ledger';
import type { CalendarContent } from './calendar';
import { addDispute, type Dispute } from './disputes';
import { addTo } from './entries';
import {
  figureRef,
  type FiguresEvent,
  type MeasureContent,
  type MeasureRedefined,
  type OfFigure,
} from './figures.events';
import { NOTHING, inEffectiveOrder, type FigureEntry, type FigureRecord } from './vintages';

interface Redefinition {
  readonly id: string;
  readonly order: number;
  readonly effectiveOn: string;
  readonly data: MeasureRedefined['data'];
}

/** A measure as the decider knows it. */
export interface MeasureState {
  /** As first defined; redefinitions change parts of it from their own dates on. */
  readonly defined: MeasureContent;
  /** Restricted once any definition of it was: then every figure of it is. */
  readonly access: Access;
  /** The earliest effective date of its definition: no figure of it is effective before. */
  readonly start: string;
  /** In order of (effectiveOn, ledger order). */
  readonly redefinitions: readonly Redefinition[];
}

interface SetCalendar {
  readonly order: number;
  readonly effectiveOn: string;
  readonly content: CalendarContent;
}

/**
 * The state of `figures-<area>`, the book of one area's figures: the consistency boundary of returns and of
 * every rule that looks across measures.
 */
export interface FiguresBook {
  readonly measures: Map<string, MeasureState>;
  readonly figures: Map<string, FigureRecord>;
  /** The calendars set for a measure, in order of (effectiveOn, ledger order). */
  readonly calendars: Map<string, readonly SetCalendar[]>;
  /** Which figure an entry is about, by the entry's event id. */
  readonly entries: Map<string, OfFigure>;
  /** What bodies dispute of the entries about a figure, by the figure's reference. */
  readonly disputes: Map<string, readonly Dispute[]>;
  /** Bodies whose people put nothing on record alone. It goes by the record, whatever date is asked about. */
  readonly fourEyes: Set<string>;
}

export function figuresStream(area: string): string {
  return `figures-${area}`;
}

/** The area whose book a stream is. */
export function areaOfBook(stream: string): string {
  return stream.slice('figures-'.length);
}

export const figuresBook = {
  initial: (): FiguresBook => ({
    measures: new Map(),
    figures: new Map(),
    calendars: new Map(),
    entries: new Map(),
    disputes: new Map(),
    fourEyes: new Set(),
  }),

  evolve(book: FiguresBook, event: Recorded<FiguresEvent>): FiguresBook {
    switch (event.type) {
      case 'figures.measure-defined': {
        const { area: _area, measure, ...content } = event.data;
        const known = book.measures.get(measure);
        const start = known && known.start < event.effectiveOn ? known.start : event.effectiveOn;
        const redefinitions = known?.redefinitions ?? [];
        const access = known?.access === 'restricted' ? 'restricted' : event.access;
        book.measures.set(measure, { defined: known?.defined ?? content, access, start, redefinitions });
        return book;
      }
      case 'figures.measure-redefined':
        return redefine(book, event);
      case 'figures.calendar-set': {
        const { area: _area, measure, ...content } = event.data;
        const set = { order: event.revision, effectiveOn: event.effectiveOn, content };
        const known = book.calendars.get(measure) ?? [];
        book.calendars.set(measure, [...known, set].sort(inEffectiveOrder));
        return book;
      }
      case 'figures.return-submitted':
        return book;
      case 'figures.four-eyes-switched':
        if (event.data.on) book.fourEyes.add(event.data.body);
        else book.fourEyes.delete(event.data.body);
        return book;
      case 'figures.figure-reported':
      case 'figures.figure-revised':
      case 'figures.figure-corrected':
      case 'figures.figure-restated':
      case 'figures.figure-withdrawn': {
        const { area, measure, period, breakdown } = event.data;
        book.entries.set(event.id, { area, measure, period, breakdown });
        break;
      }
      case 'figures.change-explained':
      case 'figures.entry-marked-wrong':
        break;
      case 'figures.transcription-disputed':
      case 'figures.dispute-withdrawn': {
        const about = figureRef(event.data);
        book.disputes.set(about, addDispute(book.disputes.get(about) ?? [], event, event.revision));
        return book;
      }
      default: {
        const never: never = event;
        throw new Error(`Unknown event ${(never as { type: string }).type}`);
      }
    }
    const key = figureRef(event.data);
    book.figures.set(key, addTo(book.figures.get(key) ?? NOTHING, event, event.revision));
    return book;
  },
};

function redefine(book: FiguresBook, event: Recorded<MeasureRedefined>): FiguresBook {
  const known = book.measures.get(event.data.measure);
  if (!known) return book;
  const { id, revision: order, effectiveOn, data } = event;
  const redefinitions = [...known.redefinitions, { id, order, effectiveOn, data }].sort(inEffectiveOrder);
  book.measures.set(data.measure, { ...known, redefinitions });
  return book;
}

/** An entry on record, with the figure and the measure that it is about. */
export interface FoundEntry {
  readonly entry: FigureEntry;
  readonly figure: OfFigure;
  readonly record: FigureRecord;
  readonly measure: MeasureState;
}

/** The entry with an event id, or the refusal of a command that names none. */
export function findEntry(book: FiguresBook, id: string): FoundEntry | Refusal {
  const figure = book.entries.get(id);
  const record = figure && book.figures.get(figureRef(figure));
  const entry = record?.entries.find((e) => e.id === id);
  const measure = figure && book.measures.get(figure.measure);
  if (!figure || !record || !entry || !measure)
    return new Refusal('figures.unknown-entry', `No entry ${id} is on record in this area's figures.`);
  return { entry, figure, record, measure };
}

/** The redefinitions of a measure that were effective by a day. */
export function redefinitionsBy({ redefinitions }: MeasureState, day: string): readonly Redefinition[] {
  return redefinitions.filter((r) => r.effectiveOn <= day);
}

/** What a measure was on a day: a paper of before a redefinition is read by the definition of its time. */
export function contentOn(measure: MeasureState, day: string): MeasureContent {
  return redefinitionsBy(measure, day).reduce((content, r) => redefined(content, r.data), measure.defined);
}

/** A measure's content after a redefinition: what it names is replaced, the rest stays. */
export function redefined(content: MeasureContent, data: MeasureRedefined['data']): MeasureContent {
  const { title, definition, base, decimals, dimensions } = data;
  return {
    ...content,
    ...(title !== undefined && { title }),
    ...(definition !== undefined && { definition }),
    ...(base !== undefined && { base }),
    ...(decimals !== undefined && { decimals }),
    ...(dimensions !== undefined && { dimensions }),
  };
}
