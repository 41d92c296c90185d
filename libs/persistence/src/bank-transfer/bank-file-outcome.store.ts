import {
  carrierWorkflowId,
  mayPropose,
  PROPOSAL_ROLES,
  publicId,
  readStated,
  RefundError,
  RESOLVES_AS,
  statedText,
  uuidOf,
  type BankOutcome,
  type Principal,
  type TransferStatus,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { invalidField } from '../invalid-field';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { FoundProposal, NewProposal, ProposalDecisionAsk } from '../proposal/proposal.types';

export type BankFileLine = Readonly<{ endToEndId: string; outcome: BankOutcome; statementRef: string | null }>;
export type BankFileOutcomeAsk = Readonly<{ bankFileId: string; lines: readonly BankFileLine[]; evidence: string }>;
type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;

/** What a bank did with many transfers of one file, stated by one person at once and confirmed by another at once. */
export class BankFileOutcomeStore {
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /** Proposes it, once per call. Throws `bank_file_not_found`, `permission_missing`, `invalid_field` with the line, `invalid_state` when one of them was answered before, `proposal_exists`, `idempotency_conflict`. */
  async propose(principal: Principal, ask: BankFileOutcomeAsk, call: Call): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const { bankFileId, evidence } = ask;
    const known = await this.proposals.known(principal, call);
    if (known) return { proposal: known, replayed: true };
    const items = await this.database.read(principal, (tx) => itemsOf(tx, merchantId, bankFileId));
    const stated = ask.lines.map((line, index) => ({ line, item: itemOf(items, line, index) }));
    const amount = stated.reduce((sum, { item }) => sum + item.amount, 0);
    const currency = stated[0]?.item.currency ?? null;
    const count = (outcome: BankOutcome): number => ask.lines.filter((line) => line.outcome === outcome).length;
    const proposal: NewProposal = {
      kind: 'bank_file_outcome',
      subject: `bank_file:${bankFileId}`,
      ...{ refundId: null, transferId: null, reason: null, amount, currency, evidence },
      payload: {
        bankFile: publicId('bankFile', bankFileId),
        ...{ settled: count('settled'), declined: count('declined'), amount, currency },
        ...Object.fromEntries(
          stated.map(({ line, item }) => [publicId('transfer', item.transferId), statedText(line)]),
        ),
      },
      ...call,
    };
    return this.proposals.propose(principal, proposal, async () => {
      if (!mayPropose('bank_file_outcome', principal.role))
        throw new RefundError('permission_missing', {
          permission: PROPOSAL_ROLES.bank_file_outcome.propose.join(' or '),
        });
    });
  }

  /** Confirms it: in the same transaction each line becomes a command to the process of its refund, which has its own end. Throws as `ProposalStore.decide`. */
  async confirm(principal: Principal, proposal: FoundProposal, ask: ProposalDecisionAsk): Promise<ProposalAnswer> {
    return this.proposals.decide(principal, ask, (tx) => commandLines(tx, principal, proposal, ask));
  }
}

/** The relay sends them: one that a process refuses leaves the others alone. */
async function commandLines(
  tx: Tx,
  principal: Principal,
  { view }: FoundProposal,
  { proposalId, note, bodyHash }: ProposalDecisionAsk,
): Promise<void> {
  const { merchantId } = principal;
  const bankFileId = uuidOf('bankFile', String(view.payload['bankFile']));
  if (bankFileId === undefined) throw new RefundError('internal');
  const items = await itemsOf(tx, merchantId, bankFileId);
  const commands = items.flatMap((item) => {
    const stated = readStated(view.payload[publicId('transfer', item.transferId)]);
    if (!stated) return [];
    const id = newId();
    const { transferId: transfer, refundId, repairs } = item;
    return {
      ...{
        id,
        refundId,
        key: `${proposalId}:${transfer}`,
        workflowId: carrierWorkflowId(merchantId, refundId, repairs),
      },
      payload: {
        ...{ action: RESOLVES_AS[stated.outcome], transfer, proposal: proposalId },
        ...{ command: id, actor: principal.actor },
      },
    };
  });
  const by = [merchantId, principal.keyId, principal.actor, principal.address ?? null, bodyHash, note ?? view.evidence];
  await tx.query(COMMANDS, [...by, JSON.stringify(commands)]);
}

type Item = Readonly<{
  endToEndId: string;
  transferId: string;
  refundId: string;
  repairs: number;
  amount: number;
  currency: string;
  status: TransferStatus;
}>;

/** Throws `bank_file_not_found`. */
async function itemsOf(tx: Tx, merchantId: string, bankFileId: string): Promise<readonly Item[]> {
  const items = await tx.query<Item>(ITEMS, [merchantId, bankFileId]);
  if (items.length > 0) return items;
  throw new RefundError('bank_file_not_found', { bankFile: publicId('bankFile', bankFileId) });
}

function itemOf(items: readonly Item[], { endToEndId }: BankFileLine, index: number): Item {
  const item = items.find((one) => one.endToEndId === endToEndId);
  if (!item) throw invalidField(`/lines/${String(index)}/endToEndId`, 'not an order of this file');
  if (item.status !== 'pending') throw new RefundError('invalid_state', { status: item.status });
  return item;
}

const ITEMS = `
SELECT i.end_to_end_id AS "endToEndId", t.id AS "transferId", r.id AS "refundId", r.repairs, t.amount, t.currency, t.status
FROM bank_file_item i JOIN transfer t ON t.id = i.transfer_id JOIN refund r ON r.id = t.refund_id
WHERE i.merchant_id = $1 AND i.bank_file_id = $2 ORDER BY i.position`;

const COMMANDS = `
INSERT INTO refund_command (id, merchant_id, refund_id, route, key, body_hash, name, key_id, actor, address, workflow_id, payload, note, state, next_try_at)
SELECT row.id, $1, row."refundId", 'bank_file_outcome', row.key, $5, 'resolveReview', $2, $3, $4, row."workflowId", row.payload, $6, 'pending', now()
FROM jsonb_to_recordset($7::jsonb) AS row (id uuid, "refundId" uuid, key text, "workflowId" text, payload jsonb)`;
