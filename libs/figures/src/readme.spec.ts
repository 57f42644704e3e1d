import { describeSliceReadme } from '@daybook/ledger/testing';
import { codesOf } from '@daybook/sheets';
import path from 'node:path';
import { FIGURES_FILE } from './read-file/read-file';

describeSliceReadme(
  'figures',
  __dirname,
  [path.join(__dirname, '../../provenance/src/heading.ts')],
  codesOf(FIGURES_FILE),
);
