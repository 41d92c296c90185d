import { publicId, refuseKillSwitch, RefundError, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import { instantTextOrNull } from '../database/instant-text';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { NewProposal } from '../proposal/proposal.types';
import { proposeLift } from './propose-lift';

/** A switch that stops new money, as people see it. */
export type KillSwitchView = Readonly<{
  /** `house`: thrown for every merchant by whoever runs the service. */ of: 'merchant' | 'house';
  /** Null = whatever gateway. */ gateway: string | null;
  on: boolean;
  since: string | null;
  by: string | null;
  reason: string | null;
  /** An open proposal to let money flow again. */ proposalId: string | null;
}>;
export type KillSwitchAsk = Readonly<{ gateway: string | null; reason: string }>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** Switches of a merchant: one for all of his money, one for each account at a gateway. On they stay until two persons lift them. */
export class KillSwitchStore {
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /** Those of the merchant, on or off, and those of the house that are on. */
  async list(merchantId: string): Promise<readonly KillSwitchView[]> {
    return this.database.read({ merchantId }, (tx) => switches(tx, merchantId));
  }

  /**
   * Stops new money. What is at a gateway already is followed to its end. Safe to repeat: one that is on stays as it was
   * thrown. Throws `permission_missing`, `gateway_not_configured`.
   */
  async turnOn(principal: Principal, { gateway, reason }: KillSwitchAsk): Promise<KillSwitchView> {
    check(principal);
    const { merchantId, actor } = principal;
    return this.database.write(principal, async (tx) => {
      const before = await switchOf(tx, merchantId, gateway);
      if (before.on) return before;
      const [thrown] = await tx.query(TURN_ON, [newId(), merchantId, gateway, reason, actor]);
      if (thrown) await appendAudit(tx, entryOf(principal, 'kill_switch.on', gateway));
      return switchOf(tx, merchantId, gateway);
    });
  }

  /** Proposes that money flows again, once per call; `undefined` when the switch is off. Throws `permission_missing`, `proposal_exists`, `idempotency_conflict`. */
  async proposeLift(principal: Principal, ask: KillSwitchAsk, call: Call): Promise<ProposalAnswer | undefined> {
    const known = await this.proposals.known(principal, call);
    if (known) return { proposal: known, replayed: true };
    const [open] = await this.database.read(principal, (tx) =>
      tx.query<{ id: string }>(OPEN, [principal.merchantId, ask.gateway]),
    );
    if (!open) return undefined;
    const { gateway, reason } = ask;
    return proposeLift(this.proposals, principal, {
      kind: 'lift_kill_switch',
      holdId: open.id,
      payload: { gateway },
      reason,
      call,
    });
  }

  /** The switch as it stands. Throws `gateway_not_configured`. */
  async find(merchantId: string, gateway: string | null): Promise<KillSwitchView> {
    return this.database.read({ merchantId }, (tx) => switchOf(tx, merchantId, gateway));
  }
}

function check({ role }: Principal): void {
  const refusal = refuseKillSwitch(role);
  if (refusal) throw new RefundError(refusal.code, refusal.values);
}

export const entryOf = (by: Principal, action: string, gateway: string | null) => ({
  ...doneBy(by),
  ...{ action, refundId: null },
  subject: gateway === null ? 'money' : `gateway:${gateway}`,
  data: {},
});

async function switchOf(tx: Tx, merchantId: string, gateway: string | null): Promise<KillSwitchView> {
  const all = await switches(tx, merchantId);
  const found = all.find((one) => one.of === 'merchant' && one.gateway === gateway);
  if (!found) throw new RefundError('gateway_not_configured', { gateway });
  return found;
}

async function switches(tx: Tx, merchantId: string): Promise<readonly KillSwitchView[]> {
  const rows = await tx.query<KillSwitchView>(SWITCHES, [merchantId]);
  return rows.map(({ since, proposalId, ...row }) => ({
    ...row,
    since: instantTextOrNull(since),
    proposalId: proposalId && publicId('proposal', proposalId),
  }));
}

const SWITCHES = `
WITH place AS (
  SELECT NULL::text AS gateway UNION ALL SELECT jsonb_object_keys(gateways) FROM merchant WHERE id = $1
)
SELECT 'merchant' AS of, place.gateway, h.id IS NOT NULL AS on, h.begun_at AS since, h.begun_by AS by, h.note AS reason,
  (SELECT p.id FROM proposal p WHERE p.merchant_id = $1 AND p.kind = 'lift_kill_switch' AND p.subject = 'hold:' || h.id
     AND p.status = 'open' AND p.expires_at > now()) AS "proposalId"
FROM place LEFT JOIN sending_hold h ON h.merchant_id = $1 AND h.reason = 'kill_switch' AND h.ended_at IS NULL
  AND h.gateway IS NOT DISTINCT FROM place.gateway
UNION ALL
SELECT 'house', h.gateway, true, h.begun_at, h.begun_by, h.note, NULL FROM sending_hold h
WHERE h.merchant_id IS NULL AND h.reason = 'kill_switch' AND h.ended_at IS NULL
ORDER BY 1 DESC, 2 NULLS FIRST`;

const OPEN = `
SELECT id FROM sending_hold WHERE merchant_id = $1 AND reason = 'kill_switch' AND ended_at IS NULL AND gateway IS NOT DISTINCT FROM $2`;

const TURN_ON = `
INSERT INTO sending_hold (id, merchant_id, reason, gateway, note, begun_by) VALUES ($1, $2, 'kill_switch', $3, $4, $5)
ON CONFLICT (merchant_id, reason, gateway, currency, requested_by, refund_reason, limit_name) WHERE ended_at IS NULL DO NOTHING RETURNING id`;
