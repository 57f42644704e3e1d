export const plansSchemas = {};
