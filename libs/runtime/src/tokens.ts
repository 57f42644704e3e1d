/** Injection token of the running Daybook. */
export const DAYBOOK = Symbol('DAYBOOK');
