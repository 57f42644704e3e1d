export const decisionsSchemas = {};
