import type { PassedColumn, ReadColumn } from './file-columns';
import type { FigureItem } from './see-figures/figures.query';

/**
 * A figure that stands as a line of a file. What an import reads of it says again what stands, and declares
 * nothing: read back, the line confirms the figure. Its recorded kind and everything else that only informs
 * stands in columns that an import passes by.
 */
export function fileRowOf(item: FigureItem, title = ''): Record<ReadColumn | PassedColumn, string> {
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
    title,
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
    'valueFrom.paper': item.valueFrom?.source?.paper ?? '',
    'valueFrom.place': item.valueFrom?.source?.place ?? '',
    id: item.id,
    index: String(item.index),
  };
}
