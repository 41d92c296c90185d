import type { ApprovalFacts, ApprovalStepFacts, RefundStatus } from '@zikui/domain';
import type { Database } from '../database/database';

/** What a decision or a cancellation is checked against before it is stored. */
export type CommandFacts = ApprovalFacts &
  Readonly<{
    /** Some attempt has left for a gateway, or may have. */ attemptSent: boolean;
    /** The caller used this key on this route before: his command must be looked up, not checked again. */ known: boolean;
  }>;

/** The state that makes a command plausible. What is decided in the end is decided under the row's lock, later. */
export class CommandFactsStore {
  constructor(private readonly database: Database) {}

  /** In one statement, so that the parts fit each other; `undefined` for an unknown refund or another merchant's. */
  async find(
    merchantId: string,
    refundId: string,
    command: Readonly<{ route: string; key: string }>,
  ): Promise<CommandFacts | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) =>
      tx.query<FactsRow>(FACTS, [merchantId, refundId, command.route, command.key]),
    );
    return row && factsOf(row);
  }
}

type FactsRow = Readonly<{
  status: RefundStatus;
  statutory: boolean;
  snapshot_hash: string;
  payout: number;
  currency: string;
  requester_owner: string;
  requested_by: string | null;
  changed_by: string | null;
  machines: boolean;
  steps: readonly ApprovalStepFacts[];
  attempt_sent: boolean;
  known: boolean;
}>;

const factsOf = (row: FactsRow): CommandFacts => ({
  status: row.status,
  statutory: row.statutory,
  snapshotHash: row.snapshot_hash,
  payout: row.payout,
  currency: row.currency,
  machines: row.machines,
  requesterOwner: row.requester_owner,
  requestedBy: row.requested_by,
  changedBy: row.changed_by,
  steps: row.steps,
  attemptSent: row.attempt_sent,
  known: row.known,
});

/** Rounds come with new snapshots; only the last one can be decided. A step that has been silent past its time is open to the next role too. */
const FACTS = `
SELECT r.status, r.statutory, r.snapshot_hash, r.payout, r.currency, r.requester_owner, r.requested_by,
  r.decided -> 'destinationChange' ->> 'by' AS changed_by,
  coalesce((r.decided -> 'approval' ->> 'machines')::boolean, false) AS machines,
  (SELECT coalesce(json_agg(json_build_object(
      'no', s.no, 'role', s.role, 'status', s.status,
      'escalatedTo', CASE WHEN s.due_at <= now() THEN s.escalate_to END,
      'decision', (SELECT json_build_object('outcome', d.outcome, 'actor', d.actor, 'owner', d.owner,
          'at', to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM decision d WHERE d.step_id = s.id)) ORDER BY s.no), '[]')
    FROM approval_step s
    WHERE s.refund_id = r.id AND s.round = (SELECT max(round) FROM approval_step WHERE refund_id = r.id)) AS steps,
  EXISTS (SELECT FROM attempt a JOIN transfer t ON t.id = a.transfer_id
    WHERE t.refund_id = r.id AND a.status NOT IN ('prepared', 'not_sent')) AS attempt_sent,
  EXISTS (SELECT FROM refund_command c WHERE c.merchant_id = r.merchant_id AND c.route = $3 AND c.key = $4) AS known
FROM refund r
WHERE r.merchant_id = $1 AND r.id = $2`;
