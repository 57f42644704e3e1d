export const overviewSchemas = {};
