import type { StackPorts } from './application-specs';

/** Where the programs of `npm start` listen unless somebody else does; what the README and the documents name. */
export const PREFERRED_PORTS: StackPorts = {
  ...{ api: 3000, worker: 3001, sandbox: 3002, smtp: 3025 },
  ...{ apiMetrics: 9464, workerMetrics: 9465 },
};
/** Temporal Web listens beside it, on the next one. */
export const TEMPORAL_PORT = 7233;
