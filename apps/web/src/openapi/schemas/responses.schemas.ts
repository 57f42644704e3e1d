/** Responses under section 55, Police Act 1996. */
export const responsesSchemas = {};
