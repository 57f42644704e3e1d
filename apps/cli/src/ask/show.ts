import type { FigureItem, MeasureItem, VintageItem } from '@daybook/figures';
import type { PaperItem } from '@daybook/register';
import type { EventItem, Neighbours, StatusAnswer } from '@daybook/runtime';
import type { EventAnswer, EventsAnswer, ListAnswer, OneAnswer } from '../door/door';
import { printable, sheet, table } from './table';

/** Answers in words, for people: tables, one line of provenance, nothing rounded. */
export const show = {
  figures(answer: ListAnswer<FigureItem>, colour: boolean): string {
    const rows = table<FigureItem>(
      [
        { head: 'Measure', cell: (f) => f.measure },
        { head: 'Period', cell: (f) => f.period },
        { head: 'Breakdown', cell: (f) => f.breakdown },
        { head: 'Value', cell: (f) => valueOf(f), align: 'end' },
        { head: 'Unit', cell: (f) => f.unit },
        { head: 'Status', cell: (f) => f.status },
        { head: 'Kind', cell: (f) => f.kind },
        { head: 'Effective', cell: dateOf },
        { head: 'Paper', cell: (f) => f.source?.paper ?? null },
      ],
      answer.items,
      colour,
    );
    return listed(answer, rows, 'figure');
  },

  figure({ item, ...position }: OneAnswer<FigureItem>): string {
    const parts = sheet([
      ['Measure', item.measure],
      ['Period', item.period],
      ['Breakdown', item.breakdown],
      ['Value', valueOf(item)],
      ['Unit', item.unit],
      ['Printed', item.printed],
      ['Status', item.status],
      ['Kind', item.kind],
      ['Withheld by', item.withheldBy],
      ['Contradicts itself', item.contradictsItself ? 'yes: the paper gives another value elsewhere' : null],
      ['Effective', dateOf(item)],
      ['Recorded', item.recordedAt],
      ['Recorded by', `${item.by.role} ${item.by.body}`],
      ['Act of', item.for],
      ['Paper', item.source?.paper ?? null],
      ['Place', item.source?.place ?? null],
      [
        'Value given in',
        item.valueFrom?.source ? `${item.valueFrom.source.paper}, ${item.valueFrom.source.place}` : null,
      ],
      ['Confirmed by', item.confirmedBy.length === 0 ? null : item.confirmedBy.join(', ')],
      ['Entry', `${item.id}, record ${item.index}`],
    ]);
    return `${parts}\n${positionLine(position)}`;
  },

  history(answer: ListAnswer<VintageItem>, colour: boolean): string {
    const rows = table<VintageItem>(
      [
        { head: '', cell: (v) => (v.stands ? '*' : ' ') },
        { head: 'Kind', cell: (v) => v.kind },
        { head: 'Value', cell: (v) => valueOf(v), align: 'end' },
        { head: 'Difference', cell: (v) => (v.kind === 'confirmed' ? null : v.difference), align: 'end' },
        { head: 'Status', cell: (v) => v.status },
        { head: 'Effective', cell: dateOf },
        { head: 'Recorded', cell: (v) => v.recordedAt },
        { head: 'By', cell: (v) => `${v.by.role} ${v.by.body}` },
        { head: 'Paper', cell: (v) => v.source?.paper ?? null },
        { head: 'Reason', cell: (v) => (v.reasonErased ? '(erased)' : v.reason) },
        { head: 'Entry', cell: (v) => v.id },
      ],
      answer.items,
      colour,
    );
    return `${rows}\n* stands at this position. ${positionLine(answer)}`;
  },

  measures(answer: ListAnswer<MeasureItem>, colour: boolean): string {
    const rows = table<MeasureItem>(
      [
        { head: 'Area', cell: (m) => m.area },
        { head: 'Measure', cell: (m) => m.id },
        { head: 'Title', cell: (m) => m.title },
        { head: 'Unit', cell: (m) => m.unit },
        { head: 'Frequency', cell: (m) => m.frequency },
        { head: 'Owner', cell: (m) => m.owner },
        { head: 'From', cell: (m) => m.start },
        { head: 'Breaks', cell: (m) => m.breaks.length || null, align: 'end' },
      ],
      answer.items,
      colour,
    );
    return listed(answer, rows, 'measure');
  },

  papers(answer: ListAnswer<PaperItem>, colour: boolean): string {
    const rows = table<PaperItem>(
      [
        { head: 'Paper', cell: (p) => p.id },
        { head: 'Title', cell: (p) => p.title },
        { head: 'Issued by', cell: (p) => p.issuedBy },
        { head: 'Effective', cell: dateOf },
        { head: 'Recorded', cell: (p) => p.recordedAt },
      ],
      answer.items,
      colour,
    );
    return listed(answer, rows, 'paper');
  },

  events({ basis, items, next }: EventsAnswer, colour: boolean): string {
    const open =
      (cell: (record: Extract<EventItem, { restricted: false }>['record']) => string) => (e: EventItem) =>
        e.restricted ? null : cell(e.record);
    const rows = table<EventItem>(
      [
        { head: 'Index', cell: (e) => e.index, align: 'end' },
        { head: 'Type', cell: (e) => (e.restricted ? '(restricted)' : e.record.type) },
        {
          head: 'Effective',
          cell: open((r) => (r.precision === 'month' ? r.effectiveOn.slice(0, 7) : r.effectiveOn)),
        },
        { head: 'Recorded', cell: open((r) => r.recordedAt) },
        { head: 'By', cell: open((r) => `${r.by.role} ${r.by.body}`) },
        { head: 'About', cell: open((r) => r.about[0] ?? '') },
        { head: 'Hash', cell: (e) => (e.restricted ? e.hash : null) },
      ],
      items,
      colour,
    );
    const more = next === null ? '' : ` More from record ${next} on: --from ${next}.`;
    return `${rows}\n${counted(items.length, 'record')} of a ledger of ${basis}.${more}\n`;
  },

  event({ item, neighbours }: EventAnswer & { readonly neighbours: Neighbours }): string {
    const { inLedger, inStream, commit } = neighbours;
    const beside = ({ previous, next }: Neighbours['inLedger']): string =>
      `${previous === null ? 'none' : `record ${previous}`} before, ${next === null ? 'none' : `record ${next}`} after`;
    const together =
      commit && commit.last > commit.first ? `records ${commit.first} to ${commit.last}` : null;
    const seen = sheet([
      ['Index', item.index],
      ['Hash', item.hash],
      ['In the ledger', beside(inLedger)],
      ['In its stream', item.restricted ? null : beside(inStream)],
      ['Written at once', together],
    ]);
    if (item.restricted)
      return `${seen}\nThis record is restricted: its area's force, office and inspectorate may read it.\n`;
    return `${seen}\n${JSON.stringify(item.record, null, 2).split('\n').map(printable).join('\n')}\n`;
  },

  status(answer: StatusAnswer, colour: boolean): string {
    const { store, storeState, storeReason, size, today, current, views } = answer;
    const rows = table<StatusAnswer['views'][number]>(
      [
        { head: 'View', cell: (v) => v.view },
        { head: 'Version', cell: (v) => v.version, align: 'end' },
        { head: 'Position', cell: (v) => v.position, align: 'end' },
        { head: 'Lag', cell: (v) => v.lag, align: 'end' },
        { head: 'Used', cell: (v) => v.records?.consumed ?? '', align: 'end' },
        { head: 'Stopped', cell: (v) => (v.stopped ? `at record ${v.stopped.index}` : null) },
      ],
      views,
      colour,
    );
    const state = current ? 'every view is current' : 'not every view is current';
    const how = storeState === 'current' ? '' : `The store is ${storeState}. ${storeReason ?? ''}`.trim();
    return `${rows}\n${counted(size, 'record')} in the ${store} store on ${today}; ${state}.\n${how && `${how}\n`}`;
  },
};

export function valueOf({
  value,
  withheldBy,
  kind,
}: Pick<FigureItem, 'value' | 'withheldBy' | 'kind'>): string {
  return value ?? (withheldBy ? '(withheld)' : kind === 'withdrawn' ? '(withdrawn)' : '(missing)');
}

export function dateOf({ effectiveOn, precision }: Pick<FigureItem, 'effectiveOn' | 'precision'>): string {
  return precision === 'month' ? effectiveOn.slice(0, 7) : effectiveOn;
}

export function listed(
  { asOf, basis, items }: ListAnswer<unknown>,
  rows: string,
  what: string,
  several?: string,
): string {
  const line = positionLine({ asOf, basis });
  return items.length === 0
    ? `No ${what} is on record there. ${line}`
    : `${rows}\n${counted(items.length, what, several)}. ${line}`;
}

export function counted(count: number, what: string, several = `${what}s`): string {
  return `${count} ${count === 1 ? what : several}`;
}

/** Enough to ask the same again for ever. */
export function positionLine({ asOf, basis }: { readonly asOf: string; readonly basis: number }): string {
  return `Position ${asOf}, using the first ${counted(basis, 'record')} (--as-of ${asOf} --basis ${basis}).\n`;
}
