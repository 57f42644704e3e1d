import type { Command } from 'commander';
import type { CliConfig } from '../config';

/** `daybook inspections`. */
export function addInspections(_program: Command, _config: CliConfig): void {
  return;
}
