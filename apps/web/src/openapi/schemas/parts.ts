import { STATUSES, type DisputeNoted, type Noted } from '@daybook/figures';
import type { SaidItem } from '@daybook/inspections';
import type { ReadText } from '@daybook/provenance';
import type { Actor, Source } from '@daybook/ledger';
import { count, date, flag, instant, object, oneOf, orNull, text, uuid, type Schema } from '../json-schema';

export const actor = object<Actor>({ person: text, role: text, body: text });
export const source = object<Source>({ paper: text, place: text });
export const precision = oneOf(['day', 'month']);
export const status: Schema = {
  ...oneOf(Object.keys(STATUSES)),
  description: 'SDMX observation status (CL_OBS_STATUS).',
};
export const access = oneOf(['public', 'restricted']);

/** When and by whom something was written down, and whose act it was where that differs. */
export const written = { effectiveOn: date, recordedAt: instant, by: actor, for: orNull(text) };
export const readText = { reason: orNull(text), reasonErased: flag };
const note = { id: uuid, index: count, ...written };
export const noted = orNull(object<ReadText & Noted>({ ...note, ...readText }));
/** The same without its text, which a history alone reads. */
export const notedOnly = orNull(object<Noted>(note));
export const disputeNoted = orNull(object<DisputeNoted>({ ...note, ...readText, withdrawn: noted }));

/** When, by whom and where something was said, and its place in the ledger. */
export const said = {
  ...{ id: uuid, index: count, ...written, precision },
  ...{ source: orNull(source), secondHand: flag, access },
} satisfies Record<keyof SaidItem, Schema>;
