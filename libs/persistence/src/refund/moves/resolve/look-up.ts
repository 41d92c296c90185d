import type { Moved } from '../../step';
import { goOnFrom } from './go-on-from';
import type { Resolution } from './resolution';

/** Somebody asked the gateway: what it said is recorded already, and the status follows. */
export const lookUp = (resolution: Resolution): Promise<Moved> => goOnFrom(resolution, true);
