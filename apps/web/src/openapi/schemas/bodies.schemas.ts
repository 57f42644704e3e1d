export const bodiesSchemas = {};
