import type { Tx } from '../database/database';
import { wakeHeldBy } from './wake-held';

/** Ends a hold and wakes what waits for it. False when somebody ended it before; then nothing is written. */
export async function endHold(tx: Tx, holdId: string, endedBy: string): Promise<boolean> {
  const [ended] = await tx.query(END, [holdId, endedBy]);
  if (ended) await wakeHeldBy(tx, holdId);
  return ended !== undefined;
}

// Whoever is just writing down that a transfer waits for it keeps the row locked: the signals come after that.
const END = `
UPDATE sending_hold SET ended_at = now(), ended_by = $2, probe_transfer_id = NULL WHERE id = $1 AND ended_at IS NULL RETURNING id`;
