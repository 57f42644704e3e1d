import { v5 as uuidv5 } from 'uuid';
import { prepare, type Prepared } from '../canonical';
import type { Fact } from '../record';
import type { EventStore } from '../store/event-store';
import { recorded } from './given-when-then';

const NAMESPACE = 'b7b7d3f0-4f0e-5d0c-9b0a-3f1f6f1c7a11';

export type Noted = Fact<'spec.noted', { readonly text: string }>;

/** The n-th command id of a spec: a uuid, the same every time. */
export function commandId(n: number | string): string {
  return uuidv5(String(n), NAMESPACE);
}

/** A small fact that means nothing. */
export function noted(text: string): Noted {
  const when = { effectiveOn: '2025-12-01', precision: 'day' } as const;
  return { type: 'spec.noted', schema: 1, ...when, about: ['spec:1'], access: 'public', data: { text } };
}

/**
 * What a commit of a spec may say: its command (also names its records), how many records, when, and
 * their text.
 */
export interface CommitOptions {
  readonly command?: string;
  readonly of?: number;
  readonly recordedAt?: string;
  readonly text?: string;
}

/** One commit of `of` records (1), ready to append to the stream after revision `after`. */
export function commit(stream: string, after: number, options: CommitOptions = {}): Prepared[] {
  const { of = 1, recordedAt = '2026-01-01T09:00:00.000Z', text = 'ü – naïve' } = options;
  const command = options.command ?? commandId(`${stream} ${after} ${text}`);
  return Array.from({ length: of }, (_, i) =>
    prepare(
      recorded(noted(text), {
        ...{ stream, revision: after + 1 + i, recordedAt, commit: { n: i + 1, of } },
        id: uuidv5(`${i + 1}`, command),
        command: { id: command, hash: '0'.repeat(64) },
      }),
    ),
  );
}

/** Appends a commit after `after` and returns what was appended, with where. */
export async function appendTo(
  store: EventStore,
  stream: string,
  after: number,
  options: CommitOptions = {},
) {
  const records = commit(stream, after, options);
  return { records, ...(await store.append(stream, after, records)) };
}
