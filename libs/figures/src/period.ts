/** Periods as every slice reads them. */
export { parsePeriod, type Period } from '@daybook/notation';
