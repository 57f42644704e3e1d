/** One thing wrong with one part of what was asked: a JSON pointer, a code, a sentence. */
export interface Problem {
  /** RFC 6901 pointer into the command's body, such as `/lines/3/value`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** Facts a program needs to mend it, such as what stands now. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal is a value, not an exception: the rules said no, nothing was written.
 *
 * `code` is permanent (`figures.value-differs`); `message` tells a person what to do; `retryable` says
 * whether the same request could succeed later without change. `detail` carries facts a program needs, such
 * as what stands now.
 */
export class Refusal {
  constructor(
    readonly code: string,
    readonly message: string,
    readonly retryable = false,
    readonly fields: readonly Problem[] = [],
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {}

  /** Many problems at once, under the code of the first where they agree, else under `code`. */
  static of(code: string, message: string, fields: readonly Problem[]): Refusal {
    const shared = fields.length > 0 && fields.every((f) => f.code === fields[0]?.code);
    return new Refusal(
      shared && fields[0] ? fields[0].code : code,
      fields.length === 1 && fields[0] ? fields[0].message : message,
      false,
      fields,
    );
  }
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}

/** A refusal on its way through code that cannot return one (a query, a guard); the edge turns it back. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
  }
}

/** Throws the refusal; for places where only an exception gets out. */
export function refuse(
  code: string,
  message: string,
  more: { retryable?: boolean; fields?: Problem[] } = {},
): never {
  throw new RefusalError(new Refusal(code, message, more.retryable ?? false, more.fields ?? []));
}
