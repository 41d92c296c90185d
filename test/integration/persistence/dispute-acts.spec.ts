import type { Principal } from '@zikui/domain';
import { DisputeOutcomeStore, newId, OutboxSignalStore, type DisputeAsk } from '@zikui/persistence';
import { DisputeWorld } from '../../builders/dispute-world.builder';
import { codeOf } from '../../builders/insist';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant } from '../../builders/stored-merchant.builder';
import type { StoredRefund } from '../../builders/stored-refund.builder';

let world: DisputeWorld;
beforeAll(async () => {
  world = await DisputeWorld.open();
});
afterAll(() => world.close());

describe('a dispute that a merchant registers', () => {
  let backend: Principal;
  beforeAll(() => {
    backend = principalOf(world.merchant, world.merchant.creator);
  });
  const saleRefOf = async ({ saleId }: StoredRefund) =>
    (await world.rows<{ ref: string }>(`SELECT sale_ref AS ref FROM sale WHERE id = $1`, saleId))[0]?.ref ?? '';
  const askOf = async (refund: StoredRefund, over: Partial<DisputeAsk> = {}): Promise<DisputeAsk> => ({
    saleRef: await saleRefOf(refund),
    payment: 'pay-1',
    disputeRef: `du_${newId()}`,
    amount: { amount: 4_000, currency: 'ILS' },
    reason: 'fraudulent',
    openedAt: '2026-11-05T10:00:00.000Z',
    funds: 'withdrawn',
    key: newId(),
    bodyHash: 'a'.repeat(64),
    ...over,
  });

  it('is there once, however often the call is repeated', async () => {
    const refund = await world.refund();
    const ask = await askOf(refund);
    const first = await world.disputes.register(backend, ask);
    expect(first).toMatchObject({ created: true, view: { status: 'open', withdrawn: { amount: 4_000 } } });
    const again = await world.disputes.register(backend, ask);
    expect(again).toEqual({ ...first, created: false, replayed: true });
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 4_000 });
    await expect(world.disputes.register(backend, { ...ask, bodyHash: 'b'.repeat(64) }).catch(codeOf)).resolves.toBe(
      'idempotency_conflict',
    );
  });

  it('is the one that its gateway told of, or is refused where it says otherwise', async () => {
    const refund = await world.refund();
    await world.tell(refund);
    const disputeRef = `du_${refund.gatewayRefs[0] ?? ''}`;
    const same = await askOf(refund, { disputeRef, amount: { amount: 10_000, currency: 'ILS' } });
    expect(await world.disputes.register(backend, same)).toMatchObject({ created: false, replayed: false });
    const other = await askOf(refund, { disputeRef, amount: { amount: 9_999, currency: 'ILS' } });
    await expect(world.disputes.register(backend, other).catch(codeOf)).resolves.toBe('dispute_exists');
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 10_000 });
  });

  it.each([
    ['an unknown sale', { saleRef: 'nothing' }, 'sale_not_found'],
    ['an unknown payment', { payment: 'pay-9' }, 'unknown_payment'],
    ['another currency', { amount: { amount: 1, currency: 'USD' } }, 'currency_mismatch'],
  ] as const)('is refused for %s, and nothing is written', async (_, over, code) => {
    const refund = await world.refund();
    await expect(world.disputes.register(backend, await askOf(refund, over)).catch(codeOf)).resolves.toBe(code);
    expect(await world.disputeOf(refund)).toBeUndefined();
  });

  it('is listed newest first, page by page, by status and sale, and only for its own merchant', async () => {
    const other = await storeMerchant(world.test.database);
    const refund = await world.refund();
    const saleRef = await saleRefOf(refund);
    for (let count = 0; count < 3; count += 1) await world.disputes.register(backend, await askOf(refund));
    const { items, next } = await world.disputes.list(world.merchant.id, { saleRef, status: 'open', limit: 2 });
    expect(items).toHaveLength(2);
    const rest = await world.disputes.list(world.merchant.id, { saleRef, limit: 2, after: next ?? '' });
    expect(rest).toMatchObject({ next: null, items: [{ saleRef }] });
    expect((await world.disputes.list(world.merchant.id, { saleRef, status: 'lost', limit: 2 })).items).toEqual([]);
    expect((await world.disputes.list(other.id, { saleRef, limit: 2 })).items).toEqual([]);
    await expect(world.disputes.list(world.merchant.id, { limit: 2, after: 'nonsense' }).catch(codeOf)).resolves.toBe(
      'invalid_field',
    );
  });
});

describe('the outcome of a dispute', () => {
  let outcomes: DisputeOutcomeStore;
  let finance: Principal;
  let lead: Principal;
  beforeAll(() => {
    outcomes = new DisputeOutcomeStore(world.test.database);
    finance = { ...principalOf(world.merchant, world.merchant.lead, 'finance'), owner: 'yael', actor: 'key:finance1' };
    lead = principalOf(world.merchant, world.merchant.lead);
  });
  const call = () => ({ route: 'POST /v1/disputes/dp/outcome', key: newId(), bodyHash: 'b'.repeat(64) });
  async function proposed(refund: StoredRefund, by = finance) {
    const { id = '' } = (await world.disputeOf(refund)) ?? {};
    const ask = { disputeId: id, outcome: 'won', funds: 'returned', evidence: 'Letter of the acquirer' } as const;
    return (await outcomes.propose(by, ask, call())).proposal;
  }
  const confirming = ({ view }: Awaited<ReturnType<typeof proposed>>) => ({
    proposalId: view.id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    outcome: 'confirm' as const,
    payloadHash: view.payloadHash,
    note: null,
    key: newId(),
    bodyHash: 'c'.repeat(64),
  });

  it('that one person proposes and another one confirms frees the money and wakes what waits', async () => {
    const refund = await world.paying();
    await world.tell(refund, { funds: 'withdrawn' });
    await world.transfers.claim(refund.transferId);
    const proposal = await proposed(refund);
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 10_000 });
    const confirmed = await outcomes.confirm(lead, proposal, confirming(proposal));
    expect(confirmed.proposal.view).toMatchObject({ status: 'confirmed', kind: 'dispute_outcome' });
    expect(await world.disputeOf(refund)).toMatchObject({ status: 'won', withdrawn: 0 });
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 0 });
    const signals = await new OutboxSignalStore(world.test.database).due(10);
    expect(signals.map(({ event }) => event.transferId)).toContain(refund.transferId);
  });

  it('cannot be confirmed by its proposer, nor proposed by support', async () => {
    const refund = await world.refund();
    await world.tell(refund);
    const proposal = await proposed(refund);
    await expect(outcomes.confirm(finance, proposal, confirming(proposal)).catch(codeOf)).resolves.toBe(
      'second_person_needed',
    );
    const support = { ...finance, role: 'support' as const };
    const other = await world.refund();
    await world.tell(other);
    await expect(proposed(other, support).catch(codeOf)).resolves.toBe('permission_missing');
  });

  it('is void as soon as the gateway tells of the dispute, and impossible once it is over', async () => {
    const refund = await world.refund();
    await world.tell(refund);
    const proposal = await proposed(refund);
    await world.tell(refund, { status: 'lost' });
    await expect(outcomes.confirm(lead, proposal, confirming(proposal)).catch(codeOf)).resolves.toBe('proposal_void');
    await expect(proposed(refund).catch(codeOf)).resolves.toBe('invalid_state');
    expect(await world.paymentOf(refund)).toMatchObject({ disputed: 10_000 });
  });
});
