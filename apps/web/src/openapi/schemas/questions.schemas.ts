export const questionsSchemas = {};
