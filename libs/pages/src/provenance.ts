import { positionQuery, samePosition, withQuery, type PagePosition, type Show } from './page';
import { longDate, timeAndDate } from './wording/dates';
import { counted, separated } from './wording/numbers';

/** Where an answer comes from, in one line under its table: enough to ask for the very same answer again. */
export interface Provenance {
  readonly words: string;
  /** The same answer by the API, at the resolved position, as JSON and as CSV. */
  readonly json?: string;
  readonly csv?: string;
  /** What the CSV file holds and where it comes from, as JSON. */
  readonly cover?: string;
  /** This page at the resolved position. */
  readonly here: string;
}

/** The provenance of an answer asked at an instant. */
export function provenance(
  path: string,
  query: Readonly<Record<string, string>>,
  show: Show,
  askedAt: Date,
): Provenance | undefined {
  const { position, api, csv, recordApi, recordCsv, own } = show;
  if (!position) return undefined;
  const at = { ...samePosition(position) };
  return {
    words: `${positionWords(position)} Asked at ${timeAndDate(askedAt)}.`,
    here: withQuery(path, { ...query, ...positionQuery(at) }),
    ...(recordApi && { json: recordApi }),
    ...(recordCsv && { csv: recordCsv }),
    ...(api && { json: withQuery(api, at) }),
    ...(csv && {
      csv: withQuery(csv, at),
      cover: withQuery(csv.replace(/\.csv\b/, '.csv-metadata.json'), at),
    }),
    ...own,
  };
}

function positionWords({ asOf, basis, latest }: PagePosition): string {
  const some = basis === 0 ? 'none' : `the first ${separated(String(basis))}`;
  const from =
    basis === latest ? `a ledger of ${counted(basis, 'record')}` : `${some} of ${counted(latest, 'record')}`;
  return `Position on ${longDate(asOf)}, from ${from}.`;
}
