/** What a board was told beside what the ledger counts. */
export const talliesSchemas = {};
