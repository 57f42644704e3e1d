export const commitmentsSchemas = {};
