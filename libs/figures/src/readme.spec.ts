import { describeSliceReadme } from '@daybook/ledger/testing';
import path from 'node:path';

describeSliceReadme('figures', __dirname, [path.join(__dirname, '../../provenance/src')]);
