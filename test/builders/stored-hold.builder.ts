import { newId } from '@zikui/persistence';
import type { OpenDoor } from './open-door.builder';

type HoldPlan = Readonly<{
  merchantId: string | null;
  reason?: 'kill_switch' | 'breaker' | 'gateway_paused';
  gateway?: string;
  currency?: string;
  requestedBy?: string;
  limitName?: string;
  /** Seconds from now; null = until somebody lifts it. */ untilSeconds?: number;
}>;

/** Something that keeps money from being sent, as it begins. Returns its id. */
export async function storeHold(database: OpenDoor, plan: HoldPlan): Promise<string> {
  const id = newId();
  const { merchantId, reason = 'kill_switch', gateway, currency, requestedBy, limitName, untilSeconds } = plan;
  await database.write((tx) =>
    tx.query(
      `INSERT INTO sending_hold (id, merchant_id, reason, gateway, currency, requested_by, limit_name, begun_by, until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'test', now() + make_interval(secs => $8))`,
      [
        id,
        merchantId,
        reason,
        gateway ?? null,
        currency ?? null,
        requestedBy ?? null,
        limitName ?? null,
        untilSeconds ?? null,
      ],
    ),
  );
  return id;
}
