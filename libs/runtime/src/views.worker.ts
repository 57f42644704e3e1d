import { runProjectorWorker } from '@daybook/read-model';
import { allViews } from './views';

// The whole of the projector's thread; startProjector in projection.ts starts it.
runProjectorWorker(allViews);
