import { dueDates } from '@daybook/due-dates';

/** Due dates as every slice reads them, refused in the name of this one. */
export const { readExpected } = dueDates('inspections');
