export const meetingsSchemas = {};
