import { describeSliceReadme } from '@daybook/ledger/testing';
import { codesOf } from '@daybook/sheets';
import path from 'node:path';
import { TRACKER_FILE } from './import-tracker/tracker-file';

describeSliceReadme(
  'inspections',
  __dirname,
  [path.join(__dirname, '../../provenance/src')],
  codesOf(TRACKER_FILE),
);
