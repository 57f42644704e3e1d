import { figuresViews } from '@daybook/figures';
import type { View } from '@daybook/read-model';
import { registerViews } from '@daybook/register';

/** Every view of every slice. Their row types differ; the projector needs none of them. */
export const allViews = [...figuresViews, ...registerViews] as unknown as readonly View[];
