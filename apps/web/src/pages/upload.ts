import multipart from '@fastify/multipart';
import { Refusal, RefusalError } from '@daybook/ledger';
import type { Page, Upload } from '@daybook/pages';
import { MOST_FILE_BYTES } from '@daybook/sheets';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that a form sent, where its page takes one. */
    upload?: Upload;
  }
}

/** Enough for the fields beside a file; the file itself is cut one byte beyond what is read of any. */
const LIMITS = { files: 1, fields: 20, fieldSize: 10_000, parts: 21, fileSize: MOST_FILE_BYTES + 1 };

export async function readUploads(scope: FastifyInstance): Promise<void> {
  scope.decorateRequest('upload');
  await scope.register(multipart, { limits: LIMITS, throwFileSizeLimit: false });
}

/**
 * Reads the fields and the file of a form before its token is checked, which is one of the fields. What is
 * too large is read to its end, so that the browser gets the answer, and not kept.
 */
export async function takeUpload({ takesFile }: Page, request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  if (!takesFile)
    throw new RefusalError(new Refusal('request.unsupported-media-type', 'This address takes no file.'));
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
    else request.upload = { name: part.filename ?? '', bytes: await wholeOf(part.file) };
  }
  request.body = fields;
}

async function wholeOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const chunk of chunks) held.push(chunk);
  return Buffer.concat(held);
}
