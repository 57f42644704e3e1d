import type { Command } from 'commander';
import type { CliConfig } from '../config';

export function addMeetings(_program: Command, _config: CliConfig): void {
  // Filled in as its questions are.
}
