import type { AreaReadings, OnRecord } from '@daybook/pages';

/** What this slice's pages read, at a position, for a person. Methods reject with a RefusalError. */
export type InspectionReadings = AreaReadings & OnRecord;
