import { publicId, RefundError, uuidOf, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import { ProposalStore, type ProposalAnswer } from '../proposal/proposal.store';
import type { FoundProposal, NewProposal, ProposalDecisionAsk } from '../proposal/proposal.types';
import { checkedPolicy } from './checked-policy';
import { insistOnPolicyOwner } from './policy-owner';
import { lockPolicies, versionNotFound } from './policy-version.store';
import type { PolicyStatus } from './policy-version.view';

type Call = Pick<NewProposal, 'route' | 'key' | 'bodyHash'>;
type Version = Readonly<{
  id: string;
  currency: string;
  name: string;
  number: number | null;
  status: PolicyStatus;
  source: string;
  hash: string;
}>;

/** How a draft, or an earlier version that is brought back, becomes the policy: one person proposes it, another confirms. */
export class PolicyPublicationStore {
  private readonly proposals: ProposalStore;

  constructor(database: Database) {
    this.proposals = new ProposalStore(database);
  }

  /**
   * Proposes that a version becomes the policy of its currency, once per call. The proposal names the hash of the text.
   * Throws `permission_missing`, `policy_version_not_found`, `policy_in_force`, `policy_invalid`, `proposal_exists`.
   */
  async propose(principal: Principal, id: string, reason: string, call: Call): Promise<ProposalAnswer> {
    insistOnPolicyOwner(principal);
    const known = await this.proposals.known(principal, call);
    if (known) return { proposal: known, replayed: true };
    return this.proposals.proposeOf(principal, async (tx) => {
      await lockPolicies(tx, principal.merchantId);
      const { version, current } = await publishable(tx, principal.merchantId, id);
      const { currency, hash, number } = version;
      return {
        kind: 'publish_policy',
        subject: `policy:${id}`,
        ...{ refundId: null, transferId: null, amount: null, currency: null, reason: null },
        payload: {
          policyVersion: publicId('policyVersion', id),
          currency,
          hash,
          replaces: current?.number ?? null,
          replacedHash: current?.hash ?? null,
          restores: number,
        },
        evidence: reason,
        ...call,
      };
    });
  }

  /** Confirms such a proposal: in the same transaction the version becomes the policy, and the one before is retired. Throws `proposal_void` when the text, or the one it replaces, is another by now. */
  confirm(principal: Principal, ask: ProposalDecisionAsk): Promise<ProposalAnswer> {
    return this.proposals.decide(
      principal,
      ask,
      (tx, proposal) => publish(tx, principal, proposal),
      (tx) => lockPolicies(tx, principal.merchantId),
    );
  }
}

async function publish(tx: Tx, confirmer: Principal, { view }: FoundProposal): Promise<void> {
  const { merchantId, actor } = confirmer;
  const id = uuidOf('policyVersion', String(view.payload['policyVersion']));
  if (id === undefined) throw new RefundError('internal');
  const { version, current } = await publishable(tx, merchantId, id);
  if (version.hash !== view.payload['hash'] || (current?.hash ?? null) !== view.payload['replacedHash'])
    throw new RefundError('proposal_void');
  await tx.query(RETIRE, [merchantId, version.currency]);
  const published = version.status === 'draft' ? id : newId();
  const [{ number } = { number: null }] =
    version.status === 'draft'
      ? await tx.query<{ number: number }>(PUBLISH_DRAFT, [id, actor])
      : await tx.query<{ number: number }>(BRING_BACK, [published, id, actor, view.proposedBy]);
  await appendAudit(tx, {
    ...doneBy(confirmer),
    refundId: null,
    action: version.status === 'draft' ? 'policy.published' : 'policy.rolled_back',
    subject: publicId('policyVersion', published),
    data: { proposal: view.id, number, hash: version.hash, replaces: current?.number ?? null },
  });
}

/** The version, checked again as any text that is to be published, and the one in force now. */
async function publishable(tx: Tx, merchantId: string, id: string) {
  const [version] = await tx.query<Version>(VERSION, [merchantId, id]);
  if (!version) throw versionNotFound(id);
  const [current] = await tx.query<{ number: number; hash: string }>(CURRENT, [merchantId, version.currency]);
  if (version.hash === current?.hash) throw new RefundError('policy_in_force', { version: current.number });
  checkedPolicy(version.source);
  return { version, current };
}

const VERSION = `
SELECT id, currency, name, number, status, source, hash FROM policy_version WHERE merchant_id = $1 AND id = $2 FOR UPDATE`;
const CURRENT = `SELECT number, hash FROM policy_version WHERE merchant_id = $1 AND currency = $2 AND status = 'published'`;
const RETIRE = `
UPDATE policy_version SET status = 'retired', updated_at = now() WHERE merchant_id = $1 AND currency = $2 AND status = 'published'`;
const NEXT_NUMBER = `(SELECT coalesce(max(n.number), 0) + 1 FROM policy_version n WHERE n.merchant_id = v.merchant_id AND n.currency = v.currency)`;
const PUBLISH_DRAFT = `
UPDATE policy_version v SET status = 'published', number = ${NEXT_NUMBER}, published_by = $2, published_at = now(), updated_at = now()
WHERE v.id = $1 RETURNING v.number`;
const BRING_BACK = `
INSERT INTO policy_version (id, merchant_id, currency, number, name, source, hash, watched_limits, status, drafted_by, published_by, published_at, restores_id)
SELECT $1, v.merchant_id, v.currency, ${NEXT_NUMBER}, v.name, v.source, v.hash, v.watched_limits, 'published', $4, $3, now(), v.id
FROM policy_version v WHERE v.id = $2 RETURNING number`;
