import { RefusalError, type Problem } from '@daybook/ledger';
import { DataDirectoryTaken, OtherStore } from '@daybook/runtime';
import { SampleRefused } from '@daybook/sample-kent';
import { EXIT, type Exit } from './exit';
import { printable } from './ask/table';
import { ServerSilent } from './door/remote-door';

/** Why nothing came of it, for people and programs alike. */
export interface Failure {
  readonly exit: Exit;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly fields: readonly Problem[];
  /** What a program needs besides, such as what stands now. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Whatever was thrown, as a failure. What is none of the kinds below is a fault of our own. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RefusalError) return { exit: exitFor(error.refusal), ...error.refusal };
  if (error instanceof SampleRefused) return { exit: EXIT.refused, ...error.refusal, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  const later = { exit: EXIT.unavailable, message, retryable: true, fields: [], detail: {} };
  if (error instanceof DataDirectoryTaken) return { ...later, code: 'cli.directory-taken' };
  if (error instanceof OtherStore) return { ...later, code: 'cli.other-store', retryable: false };
  if (error instanceof ServerSilent) return { ...later, code: 'cli.server-silent' };
  if (isErrno(error, 'EADDRINUSE')) return { ...later, code: 'cli.port-taken' };
  if (isErrno(error, 'EACCES', 'EROFS', 'ENOSPC'))
    return { ...later, code: 'cli.no-access', retryable: false };
  // Only what is said first: faults of the machinery go on about its insides.
  const [first = message] = message.split('\n');
  return {
    exit: EXIT.internal,
    code: 'cli.failed',
    message: first,
    retryable: false,
    fields: [],
    detail: {},
  };
}

function exitFor({ code, retryable }: { code: string; retryable: boolean }): Exit {
  if (retryable) return EXIT.unavailable;
  const absent = code === 'identity.unknown-command' || code === 'figures.unknown-draft';
  return absent || code.endsWith('not-on-record') ? EXIT.notFound : EXIT.refused;
}

function isErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** A sentence and the code; below it, each thing wrong with its place. As JSON for programs. */
export function wordsFor({ exit: _exit, ...failure }: Failure, json: boolean): string {
  if (json) return `${JSON.stringify(failure)}\n`;
  const { code, message, fields } = failure;
  const sole = fields.length === 1 && fields[0]?.message === message;
  const places = fields.map((f) => (sole ? `  ${f.field}` : `  ${f.field}: ${f.message} (${f.code})`));
  return [`${message} (${code})`, ...places].map((line) => `${printable(line)}\n`).join('');
}
