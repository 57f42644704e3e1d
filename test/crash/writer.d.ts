import type { CommandRequest, Decider, Fact, FreeText } from '@daybook/ledger';

type Write = { writer: number; n: number; parts: number; reason: string | null; padding: string };
type Written = Fact<
  'crash.written',
  { writer: number; n: number; part: number; on: number; reason: FreeText }
>;

export const decider: Decider<Write, { records: number }, Written>;
export function commandOf(
  run: string,
  writer: number,
  n: number,
): { stream: string; request: CommandRequest<Write> };
