import type { WorkerSpec } from './worker-specs';

/** The workers that this process runs, as one injectable thing. */
export class WorkerSpecs {
  constructor(readonly list: readonly WorkerSpec[]) {}
}
