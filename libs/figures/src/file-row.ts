import type { PassedColumn, ReadColumn } from './file-columns';
import type { FigureItem } from './see-figures/figures.query';

/**
 * One figure as a row of a file that can be submitted again. It declares nothing, so that it confirms what
 * stands; what was declared stands in `recordedKind`, which an import passes by.
 */
export function fileRowOf(item: FigureItem): Record<ReadColumn | PassedColumn, string> {
  return {
    measure: item.measure,
    period: item.period,
    breakdown: item.breakdown,
    value: item.value ?? '',
    status: item.status,
    kind: '',
    reason: '',
    place: item.source?.place ?? '',
    of: '',
    severity: '',
    printed: item.printed ?? '',
    withheldBy: item.withheldBy ?? '',
    recordedKind: item.kind,
    title: '',
    unit: item.unit ?? '',
    effectiveOn: item.effectiveOn,
    precision: item.precision,
    recordedAt: item.recordedAt,
    paper: item.source?.paper ?? '',
    'by.role': item.by.role,
    'by.body': item.by.body,
    for: item.for ?? '',
    secondHand: String(item.secondHand),
    contradictsItself: String(item.contradictsItself),
    confirmedBy: item.confirmedBy.join(' '),
    id: item.id,
    index: String(item.index),
  };
}
