import { describeSliceReadme } from '@daybook/ledger/testing';
import path from 'node:path';

const shared = ['provenance', 'due-dates'].map((name) => path.join(__dirname, '../..', name, 'src'));

describeSliceReadme('scrutiny', __dirname, shared);
