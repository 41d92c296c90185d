import { publicId, RefundError, type Principal } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { pageById } from '../database/id-cursor';
import type { Page } from '../database/page';
import { lockProposal, recordVerdict, refuseVerdict } from './decide-proposal';
import { makeProposal } from './make-proposal';
import { proposalPage } from './proposal-filter';
import { foundProposal, SELECT_PROPOSALS, type ProposalRecord } from './proposal-record';
import type { FoundProposal, NewProposal, ProposalDecisionAsk, ProposalFilter } from './proposal.types';

/** What a confirmation does, in its own transaction. Throws to refuse: then nothing was decided. */
export type ProposalEffect = (tx: Tx, proposal: FoundProposal) => Promise<void>;
/** A repeat of a call under its key is answered as the first one was. */
export type ProposalAnswer = Readonly<{ proposal: FoundProposal; replayed: boolean }>;

/** Acts that a second person has to confirm, of every kind. Each writing method is one transaction. */
export class ProposalStore {
  constructor(private readonly database: Database) {}

  /** Writes a proposal once per (merchant, route, key). `check` locks and looks at what it is about first. Throws `proposal_exists`, `idempotency_conflict`. */
  async propose(
    principal: Principal,
    proposal: NewProposal,
    check: (tx: Tx) => Promise<void> = async () => undefined,
  ): Promise<ProposalAnswer> {
    return this.database.write(principal, async (tx) => {
      const before = await this.before(tx, principal, proposal);
      if (before) return { proposal: before, replayed: true };
      await check(tx);
      const id = await makeProposal(tx, principal, proposal);
      return { proposal: await foundById(tx, principal.merchantId, id), replayed: false };
    });
  }

  /** The same for a proposal that is made of what `look` locks and reads first. Throws what it throws. */
  async proposeOf(principal: Principal, look: (tx: Tx) => Promise<NewProposal>): Promise<ProposalAnswer> {
    return this.database.write(principal, async (tx) => {
      const proposal = await look(tx);
      const before = await this.before(tx, principal, proposal);
      if (before) return { proposal: before, replayed: true };
      const id = await makeProposal(tx, principal, proposal);
      return { proposal: await foundById(tx, principal.merchantId, id), replayed: false };
    });
  }

  /** The proposal that this call made before; `undefined` when it is new. Throws `idempotency_conflict` for another body. */
  async known(
    principal: Principal,
    call: Pick<NewProposal, 'route' | 'key' | 'bodyHash'>,
  ): Promise<FoundProposal | undefined> {
    return this.database.read(principal, (tx) => this.before(tx, principal, call));
  }

  async find(merchantId: string, id: string): Promise<FoundProposal | undefined> {
    const [record] = await this.database.read({ merchantId }, (tx) => tx.query<ProposalRecord>(FIND, [merchantId, id]));
    return record && foundProposal(record);
  }

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, filter: ProposalFilter): Promise<Page<FoundProposal>> {
    const { sql, params } = proposalPage(merchantId, filter);
    const found = await this.database.read({ merchantId }, (tx) => tx.query<ProposalRecord>(sql, params));
    return pageById(found, filter.limit, foundProposal);
  }

  /**
   * Decides a proposal whose act is done in this very transaction (`effect`), after `lock` has taken what comes before
   * proposals in the lock order. The first valid decision wins; the other
   * caller gets `proposal_not_open` with the winner. Throws `proposal_not_found`, `proposal_void` (which is kept).
   */
  async decide(
    principal: Principal,
    ask: ProposalDecisionAsk,
    effect?: ProposalEffect,
    lock: (tx: Tx) => Promise<void> = async () => undefined,
  ): Promise<ProposalAnswer> {
    const { merchantId } = principal;
    const decided = await this.database.write(principal, async (tx) => {
      await lock(tx);
      const record = await lockProposal(tx, merchantId, ask.proposalId);
      if (!record) throw new RefundError('proposal_not_found', { proposal: publicId('proposal', ask.proposalId) });
      if (isRepeat(record, ask)) return { proposal: foundProposal(record), replayed: true };
      const refusal = await refuseVerdict(tx, record, principal, ask);
      if (refusal) return refusal;
      if (ask.outcome === 'confirm') await effect?.(tx, foundProposal(record));
      await recordVerdict(tx, record, principal, ask);
      return { proposal: await foundById(tx, merchantId, record.id), replayed: false };
    });
    if ('code' in decided) throw new RefundError(decided.code, decided.values);
    return decided;
  }

  private async before(
    tx: Tx,
    { merchantId }: Principal,
    { route, key, bodyHash }: Pick<NewProposal, 'route' | 'key' | 'bodyHash'>,
  ): Promise<FoundProposal | undefined> {
    const [known] = await tx.query<{ id: string; bodyHash: string }>(KNOWN, [merchantId, route, key]);
    if (!known) return undefined;
    if (known.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
    return foundById(tx, merchantId, known.id);
  }
}

/** The same call once more. Throws `idempotency_conflict` when its key was used with another body. */
function isRepeat({ decision }: ProposalRecord, { key, bodyHash }: ProposalDecisionAsk): boolean {
  if (decision?.key !== key) return false;
  if (decision.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
  return true;
}

async function foundById(tx: Tx, merchantId: string, id: string): Promise<FoundProposal> {
  const [record] = await tx.query<ProposalRecord>(FIND, [merchantId, id]);
  if (!record) throw new RefundError('internal');
  return foundProposal(record);
}

const FIND = `${SELECT_PROPOSALS} WHERE p.merchant_id = $1 AND p.id = $2`;
const KNOWN = `SELECT id, body_hash AS "bodyHash" FROM proposal WHERE merchant_id = $1 AND route = $2 AND key = $3`;
