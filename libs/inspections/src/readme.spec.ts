import { describeSliceReadme } from '@daybook/ledger/testing';
import { codesOf } from '@daybook/sheets';
import path from 'node:path';
import { TRACKER_FILE } from './import-tracker/tracker-file';

describeSliceReadme(
  'inspections',
  __dirname,
  ['provenance', 'due-dates'].map((library) => path.join(__dirname, '../..', library, 'src')),
  codesOf(TRACKER_FILE),
);
