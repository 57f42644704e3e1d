import { Module } from '@nestjs/common';
import { answering } from './parts/answering';
import { closing } from './parts/closing';
import { comparing } from './parts/comparing';
import { dating } from './parts/dating';
import { importing } from './parts/importing';
import { inspecting } from './parts/inspecting';
import { raising } from './parts/raising';
import { tracking } from './parts/tracking';
import { findingsView } from './see-findings/findings.view';
import { inspectionsView } from './see-inspections/inspections.view';
import { scalesView } from './see-scales/scales.view';
import { talliesView } from './see-tallies/tallies.view';
import { WriteInspections } from './write-book';

const parts = [inspecting, raising, dating, closing, answering, tracking, importing, comparing];

/** Every command of this slice, for the doors to give and the dispatcher to check. */
export const inspectionsCommands = parts.flatMap(({ commands }) => [...commands]);

/** Every view of this slice, for the projector. */
export const inspectionsViews = [inspectionsView, findingsView, scalesView, talliesView];

@Module({ providers: [WriteInspections, ...parts.flatMap(({ handlers }) => [...handlers])] })
export class InspectionsModule {}
