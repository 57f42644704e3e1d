import type { PaperItem } from '@daybook/register';
import { count, date, instant, object, orNull, text, type Schema } from '../json-schema';
import { actor, precision } from './parts';

export const paper: Record<keyof PaperItem, Schema> = {
  id: text,
  area: text,
  title: text,
  issuedBy: text,
  dated: orNull(date),
  published: orNull(date),
  considered: orNull(date),
  url: orNull({ type: 'string', format: 'uri' }),
  sha256: orNull(text),
  index: count,
  effectiveOn: date,
  precision,
  recordedAt: instant,
  by: actor,
};

/** What the register answers with. */
export const registerSchemas = { Paper: object<PaperItem>(paper) };
