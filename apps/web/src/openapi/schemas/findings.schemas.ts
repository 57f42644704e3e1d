/** The tracker of findings, and one of them in full. */
export const findingsSchemas = {};
