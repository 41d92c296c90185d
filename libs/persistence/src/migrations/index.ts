import { FirstHouse1764000000000 } from './1764000000000-first-house';
import { Insist1764050000000 } from './1764050000000-insist';
import { Reconciliation1764300000000 } from './1764300000000-reconciliation';
import { AttemptLastSent1764300000001 } from './1764300000001-attempt-last-sent';

/** In the order in which they run. Classes, not globs: paths differ between source and build. */
export const MIGRATIONS = [
  FirstHouse1764000000000,
  Insist1764050000000,
  Reconciliation1764300000000,
  AttemptLastSent1764300000001,
];
