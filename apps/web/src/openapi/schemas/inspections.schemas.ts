/** What inspections said: themselves, their grades, and grades over the cycles. */
export const inspectionsSchemas = {};
