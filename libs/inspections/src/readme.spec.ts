import { describeSliceReadme } from '@daybook/ledger/testing';
import path from 'node:path';

describeSliceReadme('inspections', __dirname, [path.join(__dirname, '../../provenance/src')]);
