import { describeSliceReadme } from '@daybook/ledger/testing';
import path from 'node:path';
import { BEGINNINGS } from './histories';

const shared = ['provenance', 'due-dates'].map((name) => path.join(__dirname, '../..', name, 'src'));

/** Codes that are put together from the kind of thing that is named, or given where the slices meet. */
const ofKinds = Object.keys(BEGINNINGS).flatMap((kind) => [
  `scrutiny.unknown-${kind}`,
  `scrutiny.${kind}-not-on-record`,
]);

describeSliceReadme('scrutiny', __dirname, shared, ofKinds);
