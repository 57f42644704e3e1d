/** A JSON value as the ledger stores it. Decimals are strings: a `number` here is a count or an ordinal. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json | undefined };
