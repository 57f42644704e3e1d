/** The server that has the data directory does not answer, or answers what is none of Daybook's. */
export class ServerSilent extends Error {}
