import { Module } from '@nestjs/common';
import { commitmentsView, decisionsView, meetingsView, questionsView } from './histories.view';
import { asking } from './parts/asking';
import { deciding } from './parts/deciding';
import { listing } from './parts/listing';
import { marking } from './parts/marking';
import { meeting } from './parts/meeting';
import { overseeing } from './parts/overseeing';
import { promising } from './parts/promising';
import { WriteScrutiny } from './write-book';

const parts = [meeting, asking, promising, listing, deciding, marking, overseeing];

/** Every command of this slice, for the doors to give and the dispatcher to check. */
export const scrutinyCommands = parts.flatMap(({ commands }) => [...commands]);

/** Every view of this slice, for the projector. */
export const scrutinyViews = [meetingsView, questionsView, commitmentsView, decisionsView];

@Module({ providers: [WriteScrutiny, ...parts.flatMap(({ handlers }) => [...handlers])] })
export class ScrutinyModule {}
