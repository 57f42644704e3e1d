import type { Access, Actor, FreeText, Precision, Problem, SealedText } from '@daybook/ledger';
import type { MeasureState } from './book';
import type { Declaration, Status } from './codes';
import { figureRef, measureRef, paperRef, type ObservationEvent, type OfFigure } from './figures.events';
import type { Period } from './period';
import type { FigureEntry } from './vintages';

/** One figure as it is sent: texts as typed, the reason already sealed. Empty texts count as absent. */
export interface Line {
  readonly measure: string;
  readonly period: string;
  readonly breakdown?: string | null;
  readonly value?: string | null;
  readonly unit?: string | null;
  readonly status?: string | null;
  readonly kind?: string | null;
  readonly reason?: SealedText | null;
  readonly place?: string | null;
  readonly of?: string | null;
  readonly severity?: string | null;
  readonly printed?: string | null;
  readonly withheldBy?: string | null;
}

/** Who acts, and on what day: the same for all lines of one command. */
export interface Setting {
  readonly area: string;
  readonly effectiveOn: string;
  readonly precision: Precision;
  readonly paper?: string;
  /** As the command asks; absent where it leaves that to what is on record. */
  readonly access?: Access;
  readonly by: Actor;
  /** The body whose act it is, where the writer transcribes it. */
  readonly for?: string;
  readonly secondHand?: true;
}

/** A setting once it is known who may read the line. */
export type Settled = Setting & { readonly access: Access };

export type Observed = { value: string | null; status: Status };
/** Notes a problem with one field of the line. */
export type Say = (field: string, code: string, message: string, detail?: Problem['detail']) => void;

/** What a line says, once each of its parts has been read by itself. */
export interface ReadLine {
  readonly figure: OfFigure;
  readonly period: Period;
  readonly measure: MeasureState;
  readonly observed: Observed;
  readonly declared: Declaration;
}

/** What every event about a figure carries, whatever it declares. */
export function factOf(
  read: ReadLine,
  line: Line,
  setting: Settled,
): Pick<ObservationEvent, 'schema' | 'effectiveOn' | 'precision' | 'about' | 'access'> & {
  for?: string;
  source?: { paper: string; place: string };
} {
  const { area, effectiveOn, precision, access, paper } = setting;
  const about = [
    figureRef(read.figure),
    measureRef({ area, measure: read.figure.measure }),
    ...(paper ? [paperRef(paper)] : []),
  ];
  return {
    schema: 1,
    effectiveOn,
    precision,
    ...(setting.for && { for: setting.for }),
    ...(paper && { source: { paper, place: line.place ?? '' } }),
    about,
    access,
  };
}

/** The data of every event about a figure. */
export function observationOf(
  read: ReadLine,
  line: Line,
  setting: Setting,
): ObservationEvent['data'] & OfFigure {
  const reason: FreeText = line.reason ?? null;
  return {
    ...read.figure,
    value: read.observed.value,
    status: read.observed.status,
    ...(line.printed && { printed: line.printed }),
    ...(line.withheldBy && { withheldBy: line.withheldBy }),
    reason,
    ...(setting.secondHand && { secondHand: true as const }),
  };
}

/** An entry before the ledger gives it a place. */
export type Unrecorded = Omit<FigureEntry, 'id' | 'order' | 'recordedAt'>;

/** The entry as `judge` sees it, before the ledger gives it an id. */
export function entryOfLine(
  read: ReadLine,
  line: Line,
  setting: Settled,
  act: FigureEntry['act'],
): Unrecorded {
  const { effectiveOn, precision, by, paper, access } = setting;
  const source = paper ? { paper, place: line.place ?? '' } : undefined;
  const { value, status } = read.observed;
  const { withheldBy, printed } = line;
  const words = { ...(withheldBy && { withheldBy }), ...(printed && { printed }) };
  return {
    effectiveOn,
    precision,
    act,
    value,
    status,
    ...words,
    of: line.of ?? undefined,
    reason: line.reason ?? null,
    source,
    by,
    access,
  };
}
