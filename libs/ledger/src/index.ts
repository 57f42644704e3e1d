export * from './json';
export * from './record';
export * from './canonical';
export * from './refusal';
export * from './clock';
export * from './decider';
export * from './store/event-store';
export { EmbeddedLogReader } from './store/embedded-log';
export * from './store/embedded-store';
export * from './sealing/key-store';
export * from './sealing/sqlite-key-store';
export * from './kurrent/kurrent-store';
export * from './kurrent/kurrent-key-store';
export { isSealed, unseal, type SealedText, type TextKey } from './sealing/sealed-text';
export {
  isGivenUp,
  isHeld,
  heldAs,
  isReceipt,
  receiptFor,
  type Acknowledgement,
  type Done,
  type GivenUp,
  type Held,
  type Outcome,
  type Receipt,
} from './receipt';
export * from './drafts/drafts';
export * from './drafts/sqlite-drafts';
export type { CommandRequest, SealedCommand } from './sealing/seal-command';
export * from './decide-and-append';
export type { Holding } from './write-path';
