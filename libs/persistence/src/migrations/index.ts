import { FirstHouse1764000000000 } from './1764000000000-first-house';
import { Insist1764050000000 } from './1764050000000-insist';
import { SecondPerson1764200000000 } from './1764200000000-second-person';
import { ShortClose1764200000001 } from './1764200000001-short-close';
import { OneOpenAttempt1764200000002 } from './1764200000002-one-open-attempt';
import { Reconciliation1764300000000 } from './1764300000000-reconciliation';
import { AttemptLastSent1764300000001 } from './1764300000001-attempt-last-sent';
import { AttemptsOfADay1764300000002 } from './1764300000002-attempts-of-a-day';
import { BankTransfers1764430000000 } from './1764430000000-bank-transfers';

/** In the order in which they run. Classes, not globs: paths differ between source and build. */
export const MIGRATIONS = [
  FirstHouse1764000000000,
  Insist1764050000000,
  SecondPerson1764200000000,
  ShortClose1764200000001,
  OneOpenAttempt1764200000002,
  Reconciliation1764300000000,
  AttemptLastSent1764300000001,
  AttemptsOfADay1764300000002,
  BankTransfers1764430000000,
];
