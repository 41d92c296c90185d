import type { ApprovalFacts, ApprovalStepFacts, Authority, Locale, Principal, RefundStatus } from '@zikui/domain';
import { AUTHORITIES, BENEFICIARIES, holderOf } from '../approval/authority.sql';
import { STEP_FACTS } from '../approval/step-facts.sql';
import type { Database, Tx } from '../database/database';

/** What a decision or a cancellation is checked against before it is stored. */
export type CommandFacts = ApprovalFacts &
  Readonly<{
    /** Some attempt has left for a gateway, or may have. */ attemptSent: boolean;
    /** What the caller may decide now, also for others. */ authorities: readonly Authority[];
    /** The caller used this key on this route before: his command must be looked up, not checked again. */ known: boolean;
  }>;

/** The state that makes a command plausible. What is decided in the end is decided under the row's lock, later. */
export class CommandFactsStore {
  constructor(private readonly database: Database) {}

  /** In one statement, so that the parts fit each other; `undefined` for an unknown refund or another merchant's. */
  async find(merchantId: string, refundId: string, command: NamedCommand): Promise<CommandFacts | undefined> {
    return this.database.read({ merchantId }, (tx) => commandFacts(tx, merchantId, refundId, command));
  }

  /** The same for whoever only wants to know what he may do. */
  async forOnlooker({ merchantId, keyId }: Principal, refundId: string): Promise<CommandFacts | undefined> {
    return this.database.read({ merchantId }, (tx) => commandFacts(tx, merchantId, refundId, noCommandOf(keyId)));
  }

  /** The same for many, by the ids of their rows, in one statement; those that there are not are left out. */
  async ofMany(
    { merchantId, keyId }: Principal,
    refundIds: readonly string[],
  ): Promise<ReadonlyMap<string, ManyFacts>> {
    const { route, key, credential } = noCommandOf(keyId);
    const values = [merchantId, refundIds, route, key, credential];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<ManyRow>(FACTS_OF_MANY, values));
    return new Map(rows.map((row) => [row.id, { ...factsOf(row), locale: row.locale }]));
  }
}

/** With the language in which the customer is written to. */
export type ManyFacts = CommandFacts & Readonly<{ locale: Locale }>;
type ManyRow = FactsRow & Readonly<{ id: string; locale: Locale }>;

type NamedCommand = Readonly<{ route: string; key: string; credential: string }>;
/** Nobody's command has that name. */
export const noCommandOf = (credential: string): NamedCommand => ({ route: '', key: '', credential });

export async function commandFacts(
  tx: Tx,
  merchantId: string,
  refundId: string,
  { route, key, credential }: NamedCommand,
): Promise<CommandFacts | undefined> {
  const [row] = await tx.query<FactsRow>(FACTS, [merchantId, refundId, route, key, credential]);
  return row && factsOf(row);
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
  beneficiaries: readonly string[];
  steps: readonly ApprovalStepFacts[];
  authorities: readonly Authority[];
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
  beneficiaries: row.beneficiaries,
  steps: row.steps,
  authorities: row.authorities,
  attemptSent: row.attempt_sent,
  known: row.known,
});

const FACTS_COLUMNS = `
  r.status, r.statutory, r.snapshot_hash, r.payout, r.currency, r.requester_owner, r.requested_by,
  r.decided -> 'destinationChange' ->> 'by' AS changed_by,
  coalesce((r.decided -> 'approval' ->> 'machines')::boolean, false) AS machines,
  ${STEP_FACTS} AS steps, ${BENEFICIARIES} AS beneficiaries, ${AUTHORITIES} AS authorities,
  EXISTS (SELECT FROM attempt a JOIN transfer t ON t.id = a.transfer_id
    WHERE t.refund_id = r.id AND a.status NOT IN ('prepared', 'not_sent')) AS attempt_sent,
  EXISTS (SELECT FROM refund_command c WHERE c.merchant_id = r.merchant_id AND c.route = $3 AND c.key = $4) AS known`;
const FACTS = `
SELECT ${FACTS_COLUMNS}
FROM refund r LEFT JOIN ${holderOf('$5')} ON true
WHERE r.merchant_id = $1 AND r.id = $2`;
const FACTS_OF_MANY = `
SELECT r.id, c.locale, ${FACTS_COLUMNS}
FROM refund r JOIN customer c ON c.id = r.customer_id LEFT JOIN ${holderOf('$5')} ON true
WHERE r.merchant_id = $1 AND r.id = ANY ($2::uuid[])`;
