export { FAILPOINT_NAMES, type FailpointName } from './failpoint-names';
export { armFailpoints, failpoint } from './failpoint';
export { HITS_FILE, PLAN_FILE } from './hit-counter';
