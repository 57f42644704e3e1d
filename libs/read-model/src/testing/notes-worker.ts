import { runProjectorWorker } from '../projector-worker';
import { standsView, toldView } from './small-ledger';

runProjectorWorker([toldView, standsView]);
