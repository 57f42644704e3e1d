import type { Command } from 'commander';
import type { CliConfig } from '../config';

/** `daybook findings`. */
export function addFindings(_program: Command, _config: CliConfig): void {
  return;
}
