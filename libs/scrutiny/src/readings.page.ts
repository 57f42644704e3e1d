import type { AreaReadings } from '@daybook/pages';

/** What these pages read, at a position, for a person. Methods reject with a RefusalError. */
export type ScrutinyReadings = AreaReadings;
