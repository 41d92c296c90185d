import type { WaitingFacts } from '@zikui/persistence';

/** A house in which nothing waits, for tests. */
export const NOTHING_WAITS: WaitingFacts = {
  ...{ currencies: [], missed: [], near: [], refunds: [], transfers: [], held: [], holds: [], boxes: [] },
  sealSeconds: null,
};
