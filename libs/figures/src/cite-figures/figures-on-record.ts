import { Ledger } from '@daybook/ledger';
import { FigureRegister, type FigureNamed, type FigureOnRecord } from '@daybook/provenance';
import { Injectable } from '@nestjs/common';
import { figuresBook, figuresStream, type FiguresBook } from '../book';
import { parseBreakdown } from '../breakdown';
import { figureRef } from '../figures.events';
import { parsePeriod } from '../period';
import { asOn, judge } from '../vintages';

/** Figures as deciders of other slices are given them: read at the tip of the book of their area. */
@Injectable()
export class FiguresOnRecord extends FigureRegister {
  constructor(private readonly ledger: Ledger) {
    super();
  }

  async find(area: string, named: readonly FigureNamed[]): Promise<readonly (FigureOnRecord | undefined)[]> {
    const book = await this.ledger.tip(figuresBook, figuresStream(area));
    return named.map((one) => figureOnRecord(book, area, one));
  }
}

export function figureOnRecord(
  { measures, figures }: Pick<FiguresBook, 'measures' | 'figures'>,
  area: string,
  { measure, period, breakdown }: FigureNamed,
): FigureOnRecord | undefined {
  const read = parsePeriod(period);
  const parts = parseBreakdown(breakdown ?? '');
  if (!read || parts === undefined) return undefined;
  const ref = figureRef({ area, measure, period: read.canonical, breakdown: parts });
  const record = figures.get(ref);
  if (!record) return undefined;
  const wrong = new Set(record.marks.map(({ of }) => of));
  const entries = record.entries.filter(({ id }) => !wrong.has(id));
  return {
    ref,
    access: measures.get(measure)?.access ?? 'public',
    vintages: new Map(
      entries.map(({ id, effectiveOn, value, act, access }) => [
        id,
        { effectiveOn, value, withdraws: act === 'withdrawn', access },
      ]),
    ),
    stoodOn: (day) => judge(asOn(record, day)).standing?.id,
  };
}
