import type { Principal } from '@zikui/domain';
import {
  newId,
  ProposalStore,
  RefundProcessStore,
  TransferStore,
  type FoundProposal,
  type ProposalDecisionAsk,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { proposalOf } from '../../builders/stored-proposal.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let proposals: ProposalStore;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let finance: Principal;
let lead: Principal;
let manager: Principal;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  proposals = new ProposalStore(test.database);
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  finance = { ...principalOf(merchant, merchant.lead, 'finance'), owner: 'yael', actor: 'key:finance1' };
  lead = principalOf(merchant, merchant.lead);
  manager = principalOf(merchant, merchant.manager, 'manager');
});
afterAll(() => test.close());

/** A refund of which nobody knows whether its money moved. */
async function inDoubt(): Promise<StoredRefund & Readonly<{ attemptId: string }>> {
  const refund = await storeRefund(test.database, merchant);
  await refunds.open(refund.at());
  const claimed = await transfers.claim(refund.transferIds[0] ?? '');
  if (claimed.kind !== 'send') throw new Error('expected a claim');
  await transfers.record(claimed.attemptId, { kind: 'unknown', evidence: { cause: 'unlisted_status' } });
  return { ...refund, attemptId: claimed.attemptId };
}
const uuidOf = ({ view }: FoundProposal): string =>
  view.id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const deciding = (found: FoundProposal, over: Partial<ProposalDecisionAsk> = {}): ProposalDecisionAsk => ({
  proposalId: uuidOf(found),
  outcome: 'confirm',
  payloadHash: found.view.payloadHash,
  note: null,
  key: newId(),
  bodyHash: 'c'.repeat(64),
  ...over,
});
async function proposed(): Promise<Readonly<{ refund: StoredRefund & { attemptId: string }; found: FoundProposal }>> {
  const refund = await inDoubt();
  return { refund, found: (await proposals.propose(finance, proposalOf(refund))).proposal };
}
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => (error as { code?: string }).code,
  );

describe('proposing', () => {
  it('stores the act with its hash, its end and its line in the timeline', async () => {
    const { refund, found } = await proposed();
    expect(found.view).toMatchObject({
      kind: 'resolution',
      status: 'open',
      proposedBy: 'key:finance1',
      evidence: 'Seen in the statement of 21 November',
      decision: null,
    });
    expect(found.view.payloadHash).toMatch(/^[0-9a-f]{64}$/);
    expect(Date.parse(found.view.expiresAt) - Date.parse(found.view.createdAt)).toBe(72 * 3_600_000);
    expect(
      await rows(`SELECT actor, data FROM refund_event WHERE refund_id = $1 AND kind = 'proposal_made'`, refund.id),
    ).toEqual([{ actor: 'key:finance1', data: { action: 'mark_settled' } }]);
  });

  it('twice under one key is one proposal, and another body under it is refused', async () => {
    const ask = proposalOf(await inDoubt());
    const first = await proposals.propose(finance, ask);
    expect(await proposals.propose(finance, ask)).toEqual({ proposal: first.proposal, replayed: true });
    expect(await codeOf(proposals.propose(finance, { ...ask, bodyHash: 'd'.repeat(64) }))).toBe('idempotency_conflict');
  });

  it('leaves one open proposal on a subject, whoever comes at once', async () => {
    const refund = await inDoubt();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => codeOf(proposals.propose(finance, proposalOf(refund)))),
    );
    expect(outcomes.filter((code) => code === null)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'proposal_exists')).toHaveLength(4);
  });

  it('makes room for another one when its time is over', async () => {
    const { refund, found } = await proposed();
    await test.query(`UPDATE proposal SET expires_at = now() - interval '1 second' WHERE id = $1`, [uuidOf(found)]);
    expect((await proposals.find(merchant.id, uuidOf(found)))?.view.status).toBe('expired');
    expect(await codeOf(proposals.decide(lead, deciding(found)))).toBe('proposal_not_open');
    expect((await proposals.propose(finance, proposalOf(refund))).proposal.view.status).toBe('open');
  });
});

describe('deciding', () => {
  it('by a second person does the act and the decision in one transaction', async () => {
    const { found } = await proposed();
    const done: string[] = [];
    const answer = await proposals.decide(lead, deciding(found, { note: 'Checked' }), async (_tx, { view }) => {
      done.push(view.id);
    });
    expect(done).toEqual([found.view.id]);
    expect(answer.proposal.view).toMatchObject({
      status: 'confirmed',
      decision: { outcome: 'confirm', actor: lead.actor, role: 'lead', note: 'Checked' },
    });
  });

  it('is undone when the act is refused', async () => {
    const { found } = await proposed();
    await expect(proposals.decide(lead, deciding(found), async () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect((await proposals.find(merchant.id, uuidOf(found)))?.view).toMatchObject({ status: 'open', decision: null });
  });

  it('once more under its key gets the first answer, and does nothing again', async () => {
    const { found } = await proposed();
    const ask = deciding(found);
    let done = 0;
    const effect = async (): Promise<void> => void (done += 1);
    const first = await proposals.decide(lead, ask, effect);
    expect(await proposals.decide(lead, ask, effect)).toEqual({ proposal: first.proposal, replayed: true });
    expect(done).toBe(1);
    expect(await codeOf(proposals.decide(lead, { ...ask, bodyHash: 'e'.repeat(64) }))).toBe('idempotency_conflict');
  });

  it('by two at once has one winner, and the other learns who it was', async () => {
    const { found } = await proposed();
    const calls = [
      proposals.decide(lead, deciding(found)),
      proposals.decide(manager, deciding(found, { outcome: 'reject' })),
    ];
    const settled = await Promise.allSettled(calls);
    const lost = settled.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    const now = (await proposals.find(merchant.id, uuidOf(found)))?.view;
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost.reason).toMatchObject({
      code: 'proposal_not_open',
      values: { status: now?.status, decidedBy: now?.decision?.actor, outcome: now?.decision?.outcome },
    });
  });

  it.each([
    ['the proposer with another key of his', () => ({ ...lead, owner: 'yael' }), 'second_person_needed'],
    ['whoever asked for the refund', () => ({ ...lead, owner: merchant.creator.owner }), 'second_person_needed'],
    ['a role that may not', () => ({ ...lead, role: 'support' as const }), 'permission_missing'],
    ['somebody above his limit', () => ({ ...lead, amountLimit: 9_999 }), 'limit_exceeded'],
  ])('is refused to %s', async (_who, principal, code) => {
    const { found } = await proposed();
    expect(await codeOf(proposals.decide(principal(), deciding(found)))).toBe(code);
    expect((await proposals.find(merchant.id, uuidOf(found)))?.view.status).toBe('open');
  });

  it('is refused to the person who is paid', async () => {
    const { refund, found } = await proposed();
    expect(await codeOf(proposals.decide({ ...lead, owner: refund.customerRef }, deciding(found)))).toBe(
      'second_person_needed',
    );
  });

  it('may be done by whoever approved the refund before', async () => {
    const { refund, found } = await proposed();
    await test.query(
      `WITH step AS (INSERT INTO approval_step (id, merchant_id, refund_id, no, role, hours, status) VALUES ($1, $2, $3, 1, 'lead', 8, 'approved') RETURNING id)
       INSERT INTO decision (id, merchant_id, refund_id, step_id, command_id, actor, owner, role, outcome, snapshot_hash)
       SELECT $4, $2, $3, step.id, $5, $6, $7, 'lead', 'approve', $8 FROM step`,
      [newId(), merchant.id, refund.id, newId(), newId(), lead.actor, lead.owner, refund.snapshotHash],
    );
    expect((await proposals.decide(lead, deciding(found))).proposal.view.status).toBe('confirmed');
  });
});

describe('a proposal whose subject changes', () => {
  it('is void as soon as news of its transfer are written', async () => {
    const { refund, found } = await proposed();
    const amount = { amount: 10_000, currency: 'ILS' };
    await transfers.record(refund.attemptId, { kind: 'settled', gatewayRefundId: `re_${refund.id}`, amount });
    expect((await proposals.find(merchant.id, uuidOf(found)))?.view).toMatchObject({ status: 'void' });
    expect(await codeOf(proposals.decide(lead, deciding(found)))).toBe('proposal_void');
  });

  it('is void at its confirmation when it was changed in any other way, and stays so', async () => {
    const { refund, found } = await proposed();
    await test.query(`UPDATE attempt SET sends = sends + 1 WHERE id = $1`, [refund.attemptId]);
    expect(await codeOf(proposals.decide(lead, deciding(found)))).toBe('proposal_void');
    expect((await proposals.find(merchant.id, uuidOf(found)))?.view.status).toBe('void');
  });

  it('is not touched by what becomes of another transfer, or by the status of the refund', async () => {
    const { refund, found } = await proposed();
    await refunds.project(refund.at(), { kind: 'money', exhausted: true, unanswered: [] });
    expect((await proposals.decide(lead, deciding(found))).proposal.view.status).toBe('confirmed');
  });
});

describe('the list of proposals', () => {
  it('is filtered and paged, newest first, and shows no other merchant’s', async () => {
    const shop = await storeMerchant(test.database);
    const its = { ...finance, merchantId: shop.id };
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const refund = await storeRefund(test.database, shop);
      made.unshift((await proposals.propose(its, proposalOf(refund))).proposal.view.id);
    }
    const first = await proposals.list(shop.id, { limit: 2, status: 'open' });
    expect(first.items.map(({ view }) => view.id)).toEqual(made.slice(0, 2));
    const second = await proposals.list(shop.id, { limit: 2, after: first.next ?? '' });
    expect([second.items.map(({ view }) => view.id), second.next]).toEqual([made.slice(2), null]);
    expect((await proposals.list(shop.id, { limit: 2, status: 'confirmed' })).items).toEqual([]);
    expect((await proposals.list(shop.id, { limit: 2, status: 'expired' })).items).toEqual([]);
    await expect(proposals.list(shop.id, { limit: 2, after: 'bm8' })).rejects.toMatchObject({ code: 'invalid_field' });
  });
});

describe('the audit book', () => {
  const HASHES = `SELECT no, action, actor, prev_hash, hash, hash = audit_entry_hash(a) AS fits FROM audit_entry a WHERE chain = $1 ORDER BY no`;
  type Entry = Readonly<{ no: number; action: string; actor: string; prev_hash: string; hash: string; fits: boolean }>;

  it('chains what people did to a refund, entry by entry', async () => {
    const { refund, found } = await proposed();
    await proposals.decide(lead, deciding(found));
    const book = await rows<Entry>(HASHES, `refund:${refund.id}`);
    expect(book.map(({ no, action, actor }) => [no, action, actor])).toEqual([
      [1, 'proposal.made', 'key:finance1'],
      [2, 'proposal.confirmed', lead.actor],
    ]);
    expect(book[0]?.prev_hash).toBe('0'.repeat(64));
    expect(book[1]?.prev_hash).toBe(book[0]?.hash);
    expect(book.every(({ fits }) => fits)).toBe(true);
  });

  it('shows an entry that was changed behind its back', async () => {
    const { refund } = await proposed();
    await test.query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`);
    await test.query(`UPDATE audit_entry SET actor = 'key:somebody' WHERE chain = $1`, [`refund:${refund.id}`]);
    await test.query(`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only`);
    expect(await rows<Entry>(HASHES, `refund:${refund.id}`)).toMatchObject([{ fits: false }]);
  });
});
