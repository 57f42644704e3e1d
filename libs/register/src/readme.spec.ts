import { describeSliceReadme } from '@daybook/ledger/testing';
import path from 'node:path';

/** What is said where positions are resolved, for whoever asks for a thing by its id. */
const NOT_ON_RECORD = ['paper', 'plan', 'priority'].map((what) => `register.${what}-not-on-record`);

describeSliceReadme('register', __dirname, [path.join(__dirname, '../../provenance/src')], NOT_ON_RECORD);
