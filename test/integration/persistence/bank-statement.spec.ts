import { uuidOf, type Principal, type ResolutionAction, type Role } from '@zikui/domain';
import {
  AUDIT_CHECKS,
  BankFileOutcomeStore,
  BankReturnStore,
  newId,
  OutboxSignalStore,
  OutboxStore,
  runChecks,
  type BankFileLine,
  type Projected,
  type ProposalAnswer,
} from '@zikui/persistence';
import { ByHand, storeKey } from '../../builders/by-hand.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import { readRows } from '../../builders/read-rows.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredKey, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { transitionsOf, type StoredRefund } from '../../builders/stored-refund.builder';
import { DECLINED } from '../../builders/stored-review.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let people: ByHand;
let outcomes: BankFileOutcomeStore;
let returns: BankReturnStore;
let finance: Principal;
let lead: Principal;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);
beforeAll(async () => {
  test = await newDatabase();
  outcomes = new BankFileOutcomeStore(test.database);
  returns = new BankReturnStore(test.database, { lookUpsMs: [1_000], pendingLimitMs: 1_000 });
});
beforeEach(async () => {
  merchant = await storeMerchant(test.database);
  people = await ByHand.of(test.database, merchant);
  finance = by(people.finance, 'finance');
  lead = by(merchant.lead, 'lead');
});
afterAll(() => test.close());

const by = (key: StoredKey, role: Role): Principal => ({ ...principalOf(merchant, key, role), amountLimit: 1_000_000 });
const call = () => ({ route: 'POST bank', key: newId(), bodyHash: 'b'.repeat(64) });
type Ordered = Readonly<{ refund: StoredRefund; transferId: string; endToEndId: string }>;

/** Refunds that stand in one bank file. */
async function inOneFile(count: number): Promise<Readonly<{ bankFileId: string; orders: readonly Ordered[] }>> {
  const planned = [];
  for (let no = 0; no < count; no += 1) planned.push(await people.planned());
  const { file } = await people.export();
  const items = await rows<{ transferId: string; endToEndId: string }>(
    `SELECT transfer_id AS "transferId", end_to_end_id AS "endToEndId" FROM bank_file_item WHERE bank_file_id = $1`,
    uuidOf('bankFile', file.id),
  );
  const orders = planned.map((one) => ({
    ...one,
    endToEndId: items.find(({ transferId }) => transferId === one.transferId)?.endToEndId ?? '',
  }));
  return { bankFileId: uuidOf('bankFile', file.id) ?? '', orders };
}
const paid = ({ endToEndId }: Ordered, statementRef = `2026-11-30:${endToEndId}`): BankFileLine => ({
  ...{ endToEndId, outcome: 'settled', statementRef },
});
const refused = ({ endToEndId }: Ordered): BankFileLine => ({ endToEndId, outcome: 'declined', statementRef: null });
const propose = (bankFileId: string, lines: readonly BankFileLine[], principal = finance) =>
  outcomes.propose(principal, { bankFileId, lines, evidence: 'Statement of 30 November' }, call());
const deciding = ({ proposal: { view } }: ProposalAnswer) => ({
  ...{ proposalId: uuidOf('proposal', view.id) ?? '', outcome: 'confirm' as const, payloadHash: view.payloadHash },
  ...{ note: null, key: newId(), bodyHash: 'c'.repeat(64) },
});
const confirm = (proposed: ProposalAnswer, principal = lead) =>
  outcomes.confirm(principal, proposed.proposal, deciding(proposed));

/** What a relay has sent, as the refund's process carries it out. */
async function carryOut({ refund }: Ordered): Promise<Projected | undefined> {
  type Command = Readonly<{
    id: string;
    payload: Readonly<Record<'action' | 'transfer' | 'proposal' | 'actor', string>>;
  }>;
  const [command] = await rows<Command>(
    `SELECT id, payload FROM refund_command WHERE refund_id = $1 AND route = 'bank_file_outcome' AND state = 'pending'`,
    refund.id,
  );
  if (!command) return undefined;
  const { action, transfer, proposal, actor } = command.payload;
  const move = { kind: 'resolution', command: command.id, actor, transfer, proposal, finding: null } as const;
  return people.room.refunds.project(refund.at(), { ...move, action: action as ResolutionAction });
}
const transferOf = async ({ transferId }: Ordered) =>
  (await rows(`SELECT status, gateway_refund_id AS ref FROM transfer WHERE id = $1`, transferId))[0];
const refusals = (asked: Promise<unknown>): Promise<unknown> => asked.catch(codeOf);

describe('one statement about a whole bank file', () => {
  it('is confirmed once, and each line has its own end', async () => {
    const { bankFileId, orders } = await inOneFile(3);
    const [first, second, third] = orders as [Ordered, Ordered, Ordered];
    const proposed = await propose(bankFileId, [paid(first), refused(second)]);
    expect(proposed.proposal.view).toMatchObject({
      kind: 'bank_file_outcome',
      payload: { settled: 1, declined: 1, amount: 20_000, currency: 'ILS' },
    });
    expect(await carryOut(first)).toBeUndefined();
    expect((await confirm(proposed)).proposal.view.status).toBe('confirmed');
    expect(await carryOut(first)).toMatchObject({ refused: null, status: 'completed' });
    expect(await carryOut(second)).toMatchObject({ refused: null, status: 'needs_review' });
    expect(await carryOut(third)).toBeUndefined();
    expect(await Promise.all(orders.map(transferOf))).toEqual([
      { status: 'settled', ref: `2026-11-30:${first.endToEndId}` },
      { status: 'declined', ref: null },
      { status: 'pending', ref: null },
    ]);
    const audited = await rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE merchant_id = $1 AND action LIKE 'resolution.mark%' ORDER BY action`,
      merchant.id,
    );
    expect(audited.map(({ action }) => action)).toEqual(['resolution.mark_declined', 'resolution.mark_settled']);
  });

  it('needs a second person, of a role that may confirm, with a limit over all of it', async () => {
    const { bankFileId, orders } = await inOneFile(2);
    await expect(
      refusals(
        propose(
          bankFileId,
          orders.map((one) => paid(one)),
          { ...finance, role: 'support' },
        ),
      ),
    ).resolves.toBe('permission_missing');
    const proposed = await propose(
      bankFileId,
      orders.map((one) => paid(one)),
    );
    await expect(refusals(confirm(proposed, finance))).resolves.toBe('second_person_needed');
    await expect(refusals(confirm(proposed, { ...lead, amountLimit: 19_999 }))).resolves.toBe('limit_exceeded');
    await expect(refusals(propose(bankFileId, [paid(orders[0]!)]))).resolves.toBe('proposal_exists');
    for (const order of orders) expect(await carryOut(order)).toBeUndefined();
  });

  it('leaves a line that was answered in between as it is, and carries the others out', async () => {
    const { bankFileId, orders } = await inOneFile(2);
    const [first, second] = orders as [Ordered, Ordered];
    const proposed = await propose(
      bankFileId,
      orders.map((one) => paid(one)),
    );
    const refund = { ...first.refund, transferIds: [first.transferId] };
    expect(await people.room.state(refund, 'mark_declined', 0)).toMatchObject({ refused: null });
    await confirm(proposed);
    expect(await carryOut(first)).toMatchObject({ applied: false, refused: 'invalid_state' });
    expect(await carryOut(second)).toMatchObject({ refused: null, status: 'completed' });
  });

  it('moves nothing of a refund that its confirmer asked for', async () => {
    const { bankFileId, orders } = await inOneFile(1);
    const requester = by(await storeKey(test.database, merchant, merchant.creator.owner, 'lead'), 'lead');
    await confirm(await propose(bankFileId, [paid(orders[0]!)]), requester);
    expect(await carryOut(orders[0]!)).toMatchObject({ applied: false, refused: 'second_person_needed' });
    expect(await transferOf(orders[0]!)).toMatchObject({ status: 'pending' });
  });

  it('takes one line of the statement for one order', async () => {
    const { bankFileId, orders } = await inOneFile(2);
    await confirm(
      await propose(
        bankFileId,
        orders.map((one) => paid(one, '17')),
      ),
    );
    const ends = [await carryOut(orders[0]!), await carryOut(orders[1]!)];
    expect(ends.map((end) => end?.refused)).toEqual([null, 'movement_taken']);
  });

  it('is refused for what stands in no such file, or was answered, with the line', async () => {
    const { bankFileId, orders } = await inOneFile(1);
    const [order] = orders as [Ordered];
    await expect(refusals(propose(newId(), [paid(order)]))).resolves.toBe('bank_file_not_found');
    await expect(refusals(propose(bankFileId, [{ ...paid(order), endToEndId: 'ZK0' }]))).resolves.toBe('invalid_field');
    await confirm(await propose(bankFileId, [paid(order)]));
    await carryOut(order);
    await expect(refusals(propose(bankFileId, [paid(order)]))).resolves.toBe('invalid_state');
  });
});

describe('money that a bank returned', () => {
  async function completed(): Promise<Ordered> {
    const { bankFileId, orders } = await inOneFile(1);
    await confirm(await propose(bankFileId, [paid(orders[0]!)]));
    expect(await carryOut(orders[0]!)).toMatchObject({ status: 'completed' });
    return orders[0]!;
  }
  const state = ({ refund, transferId }: Ordered, principal = finance) => {
    const ask = { refundId: refund.id, transferId, statementRef: '2026-12-02:4', evidence: 'Statement of 2 December' };
    return returns.propose(principal, ask, call());
  };
  const books = async ({ refund, transferId }: Ordered) =>
    (
      await rows(
        `SELECT r.status, r.was_reversed AS reversed, r.repairs, t.status AS transfer,
           (SELECT coalesce(sum(amount), 0)::int FROM reservation WHERE transfer_id = t.id AND released_at IS NULL) AS held,
           (SELECT coalesce(sum(p.amount), 0)::int FROM posting p JOIN ledger_transaction l ON l.id = p.transaction_id
            WHERE l.refund_id = r.id AND p.account = 'refunds_payable') AS owed
         FROM refund r JOIN transfer t ON t.id = $2 WHERE r.id = $1`,
        refund.id,
        transferId,
      )
    )[0];

  it('is stated by two, countered at once, and repaired: counter note, word to the customer, another way', async () => {
    const order = await completed();
    const proposed = await state(order);
    expect(await books(order)).toMatchObject({ status: 'completed', transfer: 'settled', held: 10_000, owed: 0 });
    await returns.confirm(lead, proposed.proposal, deciding(proposed));
    expect(await books(order)).toEqual({
      ...{ status: 'completed', reversed: true, repairs: 1, transfer: 'reversed', held: 0, owed: -10_000 },
    });
    const started = (await new OutboxStore(test.database).due(500)).find(
      ({ refundId }) => refundId === order.refund.id,
    );
    expect(started).toMatchObject({ repair: 1 });

    const repaired = await people.room.refunds.openRepair(transitionsOf(merchant.id, order.refund.id)(), 1);
    expect(repaired).toMatchObject({ status: 'needs_review', messages: [{ kind: 'refund_returned' }] });
    expect((await people.room.reviews.find(merchant.id, order.refund.id))?.view).toMatchObject({
      ...{ reviewReason: 'transfer_reversed', allowedActions: ['fail'] },
      transfers: [{ status: 'released' }, { status: 'reversed', allowedActions: ['change_destination'] }],
    });
    expect(
      await rows(
        `SELECT document_type AS type, total::int FROM credit_note WHERE refund_id = $1 ORDER BY created_at`,
        order.refund.id,
      ),
    ).toEqual([
      { type: 'credit_note', total: 10_000 },
      { type: 'counter_note', total: 10_000 },
    ]);
  });

  it('before its refund is completed: is countered, and the process of the refund is told to look', async () => {
    const refund = await people.room.answered([DECLINED, DECLINED], { amounts: [6_000, 4_000] });
    const changed = await people.change(refund, refund.transferIds[0]);
    await people.decide(refund, changed);
    const transferId = changed.transfers.at(-1)?.id ?? '';
    const { file } = await people.export();
    const [item] = await rows<{ endToEndId: string }>(
      `SELECT end_to_end_id AS "endToEndId" FROM bank_file_item WHERE transfer_id = $1`,
      transferId,
    );
    const order = { refund, transferId, endToEndId: item?.endToEndId ?? '' };
    await confirm(await propose(uuidOf('bankFile', file.id) ?? '', [paid(order)]));
    expect(await carryOut(order)).toMatchObject({ status: 'needs_review' });

    const proposed = await state(order);
    await returns.confirm(lead, proposed.proposal, deciding(proposed));
    expect(await books(order)).toMatchObject({ reversed: true, repairs: 0, transfer: 'reversed', held: 0 });
    expect((await new OutboxStore(test.database).due(500)).map(({ refundId }) => refundId)).not.toContain(refund.id);
    const told = (await new OutboxSignalStore(test.database).due(500)).filter(({ workflowId }) =>
      workflowId.includes(refund.id),
    );
    expect(told).toMatchObject([{ name: 'gatewayEvent', event: { transferId, status: 'recorded' } }]);
    expect(await people.room.follow(refund)).toMatchObject({
      ...{ status: 'needs_review', messages: [{ kind: 'refund_returned' }] },
    });
    expect((await people.room.reviews.find(merchant.id, refund.id))?.view.reviewReason).toBe('transfer_reversed');
    await expect(refusals(state(order))).resolves.toBe('invalid_state');
  });

  it('is stated once: a second confirmation, and another statement, find it done', async () => {
    const order = await completed();
    const proposed = await state(order);
    const ask = deciding(proposed);
    await returns.confirm(lead, proposed.proposal, ask);
    expect((await returns.confirm(lead, proposed.proposal, ask)).replayed).toBe(true);
    await expect(refusals(state(order))).resolves.toBe('invalid_state');
    expect(await books(order)).toMatchObject({ repairs: 1, owed: -10_000 });
  });

  it('needs a second person, and a settled transfer by hand', async () => {
    const order = await completed();
    const proposed = await state(order);
    await expect(refusals(returns.confirm(finance, proposed.proposal, deciding(proposed)))).resolves.toBe(
      'second_person_needed',
    );
    await expect(refusals(state(order, { ...finance, role: 'support' }))).resolves.toBe('permission_missing');
    const { orders } = await inOneFile(1);
    await expect(refusals(state(orders[0]!))).resolves.toBe('invalid_state');
    const card = { ...order, transferId: order.refund.transferIds[0] ?? '' };
    await expect(refusals(state(card))).resolves.toBe('refund_not_found');
    const other = await storeMerchant(test.database);
    const stranger = { ...principalOf(other, other.lead, 'finance'), amountLimit: 1_000_000 };
    await expect(refusals(state(order, stranger))).resolves.toBe('refund_not_found');
  });

  it('leaves nothing that the auditor names', async () => {
    const checks = AUDIT_CHECKS.filter(({ id }) => /^A(1|6|7|19)\./.test(id));
    const findings = await test.database.read((tx) => runChecks(tx, checks, { strict: true }));
    expect(findings.filter(({ count }) => count > 0).map(({ check }) => check.id)).toEqual([]);
  });
});
