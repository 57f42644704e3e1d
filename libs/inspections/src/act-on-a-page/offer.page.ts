import { mayCommandIn, type Person } from '@daybook/identity';
import { sameInspectorate } from '@daybook/provenance';
import { withQuery } from '@daybook/pages';
import type { FindingInFull } from '../see-findings/finding.query';
import type { HistoryItem } from '../see-findings/finding-history';
import type { InspectionItem } from '../see-inspections/inspections.query';
import { findingPath } from '../see-findings/wording.page';
import { offeredDeeds } from './finding-deeds.page';

/** A way to a form. */
export interface WayToForm {
  readonly text: string;
  readonly path: string;
}

/** What a person may record about one addressee: acts of their own, and other bodies' to be written down. */
export interface OfferedAbout {
  readonly own: readonly WayToForm[];
  readonly transcribed: readonly WayToForm[];
}

/** The forms that a finding's page offers a person, by addressee. */
export function formsOffered(person: Person, item: FindingInFull): (addressee: string) => OfferedAbout {
  const several = item.addressees.length > 1;
  const offered = offeredDeeds(person, item, item.addressees);
  return (addressee) => {
    const here = offered.filter((one) => one.addressee === addressee);
    const ways = (transcribing: boolean): WayToForm[] =>
      here
        .filter((one) => one.transcribing === transcribing)
        .map(({ deed }) => ({
          text: deed.heading,
          path: withQuery(`${findingPath(item.area, item.id)}/${deed.command}`, {
            addressee: several ? addressee : undefined,
          }),
        }));
    return { own: ways(false), transcribed: ways(true) };
  };
}

/** Whether a person may mark an entry as entered wrongly: it is their body's own, and not marked yet. */
export function mayMark(
  person: Person,
  area: string,
  { by, enteredWrongly }: Pick<HistoryItem, 'by' | 'enteredWrongly'>,
): boolean {
  return !enteredWrongly && by.body === person.body && mayCommandIn(person, MARK, area);
}

export const MARK = 'mark-inspection-entry-wrong';

/** Where a finding's entry is marked as entered wrongly. */
export function markPath(area: string, finding: string, of: string): string {
  return withQuery(`${findingPath(area, finding)}/mark`, { of });
}

/** Where a person may record more of an inspection's findings; absent: it is not theirs to do. */
export function inspectionForms(
  person: Person,
  { area, id, inspectorate }: Pick<InspectionItem, 'area' | 'id' | 'inspectorate'>,
): { readonly raise?: WayToForm; readonly group?: WayToForm } {
  const path = `/${area}/inspections/${encodeURIComponent(id)}`;
  const inspects = person.role !== 'inspector' || sameInspectorate(person.body, inspectorate);
  const raises = inspects && mayCommandIn(person, 'raise-finding', area);
  return {
    ...(raises && { raise: { text: 'Raise a finding', path: `${path}/findings/new` } }),
    ...(mayCommandIn(person, 'group-findings', area) && {
      group: { text: 'Group findings', path: `${path}/group` },
    }),
  };
}
