import type { GatewayCapabilities, Principal, RefundRequest, Sale } from '@zikui/domain';
import { capabilities } from '../../../libs/domain/src/transfer/gateway-capabilities.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf, outcomeOf } from '../../builders/insist';
import { openPolicy, strictPolicy } from '../../builders/policy.builder';
import { idempotencyOf, requestOf } from '../../builders/refund-request.builder';
import { daysAgo, lineOf, newRef, paymentOf, saleOf } from '../../builders/sale.builder';
import { DURATIONS, acceptRefund, newMerchant, storesOn, type Stores } from '../../builders/stores.builder';

describe('accepting a refund', () => {
  let db: TestDatabase;
  let stores: Stores;
  let open: Principal;
  let strict: Principal;
  beforeAll(async () => {
    db = await newDatabase();
    stores = storesOn(db.database);
    open = await newMerchant(stores);
    strict = await newMerchant(stores, { policies: [strictPolicy()] });
  });
  afterAll(() => db.close());

  const rowsOf = (table: string, refundId: string | undefined): Promise<Record<string, unknown>[]> =>
    db.query(`SELECT * FROM ${table} WHERE refund_id = $1 ORDER BY 1`, [refundId]);

  it('answers with what can be read afterwards, to the last field', async () => {
    for (const [principal, overrides] of [
      [open, { externalRef: newRef('ext'), metadata: { order: '7' }, shipping: 'rest', goodwill: { amount: 100 } }],
      [open, { destination: 'store_credit', requestedBy: 'dana' }],
      [strict, { reason: 'changed_mind', returnMethod: 'drop_off', lines: [{ ref: 'l1', quantity: 2 }] }],
    ] as const) {
      const { view } = await acceptRefund(stores, principal, saleOf(), overrides);
      expect(await stores.refunds.find(principal.merchantId, view.id)).toEqual(view);
    }
  });

  it('pays what the quote said, under the same snapshot', async () => {
    const { saleRef } = (await stores.sales.put(strict, saleOf())).sale;
    const request = requestOf({
      saleRef,
      reason: 'changed_mind',
      lines: [{ ref: 'l1', quantity: 2 }],
      shipping: 'rest',
    });
    const quote = await stores.intake.quote(strict, request);
    const { view } = await stores.intake.accept(strict, request, idempotencyOf(request));
    expect(quote).toMatchObject({
      snapshotHash: view.snapshotHash,
      payout: view.payout,
      lines: view.lines,
      shipping: view.shipping,
      fee: view.fee,
      policy: view.policy,
      lawVersion: view.lawVersion,
    });
    expect(quote.transfers).toEqual(view.transfers.map(({ paymentRef, amount }) => ({ paymentRef, amount })));
    expect(quote.approval.steps.map(({ role }) => role)).toEqual(['lead', 'finance']);
  });

  it('writes nothing for a quote', async () => {
    const { saleRef } = (await stores.sales.put(open, saleOf())).sale;
    await stores.intake.quote(open, requestOf({ saleRef }));
    const rows = await db.query('SELECT FROM refund r JOIN sale s ON s.id = r.sale_id WHERE s.sale_ref = $1', [
      saleRef,
    ]);
    expect(rows).toEqual([]);
  });

  it('accepts nothing that the gateway of a payment could not carry out, and tells processes its limit', async () => {
    const only = (can: Partial<GatewayCapabilities>) =>
      storesOn(db.database, stores.secrets, { stripe: capabilities(can) });
    const sale = saleOf();
    await stores.sales.put(open, sale);
    const request = requestOf({ saleRef: sale.saleRef });
    const whole = only({ partialRefunds: false }).intake;
    expect(await outcomeOf(whole.quote(open, request))).toBe('partial_refund_not_supported');
    expect(await outcomeOf(whole.accept(open, request, idempotencyOf(request)))).toBe('partial_refund_not_supported');
    const { start } = await only({ pendingLimitMs: 5_000 }).intake.accept(open, request, idempotencyOf(request));
    expect(start?.input).toMatchObject({ ...DURATIONS, pendingLimitsMs: { stripe: 5_000 } });
  });

  it('holds the money of each payment that will pay', async () => {
    const { view, start } = await acceptRefund(stores, open, saleOf(), { lines: [{ ref: 'l1', quantity: 3 }] });
    expect(
      view.transfers.map(({ paymentRef, gateway, amount, status }) => [paymentRef, gateway, amount.amount, status]),
    ).toEqual([
      ['pay-1', 'stripe', 20_000, 'planned'],
      ['pay-2', 'stripe', 9_900, 'planned'],
    ]);
    const held = await db.query(
      `SELECT p.ref, p.held::int, r.amount::int, t.no FROM reservation r JOIN payment p ON p.id = r.payment_id
       JOIN transfer t ON t.id = r.transfer_id WHERE t.refund_id = $1 ORDER BY p.no`,
      [start?.refundId],
    );
    expect(held).toEqual([
      { ref: 'pay-1', held: 20_000, amount: 20_000, no: 1 },
      { ref: 'pay-2', held: 9_900, amount: 9_900, no: 2 },
    ]);
  });

  it('holds the same payments behind store credit, all for its one transfer', async () => {
    const overrides = { destination: 'store_credit', lines: [{ ref: 'l1', quantity: 3 }] } as const;
    const { view, start } = await acceptRefund(stores, open, saleOf(), overrides);
    expect(view.transfers).toMatchObject([
      { paymentRef: 'store_credit', gateway: 'store_credit', amount: { amount: 29_900 } },
    ]);
    const held = await db.query(
      `SELECT p.held::int FROM reservation r JOIN payment p ON p.id = r.payment_id JOIN transfer t ON t.id = r.transfer_id
       WHERE t.refund_id = $1 ORDER BY p.no`,
      [start?.refundId],
    );
    expect(held).toEqual([{ held: 20_000 }, { held: 9_900 }]);
  });

  it('writes steps that wait, the goods that come back, the first entry and the first event', async () => {
    const { view, start } = await acceptRefund(stores, strict, saleOf(), {
      reason: 'changed_mind',
      returnMethod: 'carrier',
      lines: [{ ref: 'l1', quantity: 2 }],
    });
    expect(await rowsOf('approval_step', start?.refundId)).toMatchObject([
      { no: 1, round: 1, role: 'lead', hours: 8, escalate_to: 'manager', status: 'waiting', opened_at: null },
      { no: 2, round: 1, role: 'finance', hours: 16, escalate_to: 'cfo', status: 'waiting', opened_at: null },
    ]);
    expect(view.return).toMatchObject({ mode: 'required', status: 'expected', items: [{ ref: 'l1', units: 2 }] });
    expect(await rowsOf('goods_return', start?.refundId)).toMatchObject([{ no: 1, method: 'carrier' }]);
    expect(await rowsOf('refund_event', start?.refundId)).toMatchObject([
      {
        kind: 'requested',
        depth: 'customer',
        from_status: null,
        to_status: 'requested',
        actor: strict.actor,
        run_id: null,
      },
    ]);
    expect(await rowsOf('outgoing_event', start?.refundId)).toMatchObject([
      { sequence: 1, type: 'refund.status_changed', body: { from: null, to: 'requested' } },
    ]);
  });

  it('leaves the start of its process in the outbox, without personal data', async () => {
    const sale = saleOf();
    const { view, start } = await acceptRefund(stores, open, sale);
    const [row] = await rowsOf('outbox', start?.refundId);
    expect(row?.['start']).toEqual(start);
    expect(start).toMatchObject({
      merchantId: open.merchantId,
      input: { v: 3, merchantId: open.merchantId, refundId: start?.refundId, ...DURATIONS },
      searchAttributes: {
        saleRef: sale.saleRef,
        gateway: 'stripe',
        amountMinor: view.payout.amount,
        status: 'requested',
      },
    });
    expect(JSON.stringify(start)).not.toContain(sale.customer.email);
  });

  it('takes the units and the shipping of earlier refunds off what is left, and the fee cap only once', async () => {
    const sale = saleOf({ lines: [lineOf({ total: 34_890, tax: 0 })] });
    const first = await acceptRefund(stores, strict, sale, {
      reason: 'changed_mind',
      lines: [{ ref: 'l1', quantity: 2 }],
      shipping: 'rest',
    });
    expect([first.view.fee.amount, first.view.shipping.gross.amount]).toEqual([1_163, 3_000]);
    const rest = { saleRef: sale.saleRef, reason: 'changed_mind', lines: [{ ref: 'l1', quantity: 1 }] } as const;
    expect(
      await outcomeOf(stores.intake.quote(strict, requestOf({ ...rest, lines: [{ ref: 'l1', quantity: 2 }] }))),
    ).toBe('line_exhausted');
    expect(await outcomeOf(stores.intake.quote(strict, requestOf({ ...rest, shipping: { amount: 1 } })))).toBe(
      'shipping_exhausted',
    );
    const second = await stores.intake.quote(strict, requestOf(rest));
    // 5 % of both together, 1744, less what the first one kept.
    expect(second.fee.amount).toBe(581);
  });

  it('counts a refund that gave everything back no longer, and a reversed one neither', async () => {
    const sale = saleOf();
    const { start } = await acceptRefund(stores, open, sale, { lines: [{ ref: 'l1', quantity: 3 }] });
    const again = requestOf({ saleRef: sale.saleRef, lines: [{ ref: 'l1', quantity: 3 }] });
    expect(await outcomeOf(stores.intake.quote(open, again))).toBe('line_exhausted');
    await db.query(`UPDATE payment SET held = 0 WHERE sale_id = (SELECT sale_id FROM refund WHERE id = $1)`, [
      start?.refundId,
    ]);
    await db.query(`UPDATE refund SET status = 'rejected' WHERE id = $1`, [start?.refundId]);
    expect(await outcomeOf(stores.intake.quote(open, again))).toBe('accepted');
    await db.query(`UPDATE refund SET status = 'needs_review', was_reversed = true WHERE id = $1`, [start?.refundId]);
    await db.query(`UPDATE transfer SET status = 'reversed' WHERE refund_id = $1 AND no = 1`, [start?.refundId]);
    expect(await outcomeOf(stores.intake.quote(open, again))).toBe('line_exhausted');
    await db.query(`UPDATE transfer SET status = 'reversed' WHERE refund_id = $1`, [start?.refundId]);
    expect(await outcomeOf(stores.intake.quote(open, again))).toBe('accepted');
  });

  it('is refused without a policy in the currency of the sale', async () => {
    const sale = saleOf({ currency: 'USD' });
    await expect(acceptRefund(stores, open, sale)).rejects.toMatchObject({
      code: 'policy_missing',
      values: { currency: 'USD' },
    });
  });

  it('stays under the policy of its creation', async () => {
    const merchant = await newMerchant(stores);
    const { view } = await acceptRefund(stores, merchant, saleOf());
    await stores.policies.publish(merchant.merchantId, strictPolicy());
    expect((await stores.refunds.find(merchant.merchantId, view.id))?.policy).toMatchObject({
      name: 'open',
      version: 1,
    });
    expect((await acceptRefund(stores, merchant, saleOf())).view.policy).toMatchObject({ name: 'strict', version: 2 });
  });

  it('keeps an external reference for one refund and says which', async () => {
    const externalRef = newRef('ext');
    const first = await acceptRefund(stores, open, saleOf(), { externalRef });
    await expect(acceptRefund(stores, open, saleOf(), { externalRef })).rejects.toMatchObject({
      code: 'external_ref_taken',
      values: { externalRef, refund: first.view.id },
    });
    expect(await outcomeOf(acceptRefund(stores, await newMerchant(stores), saleOf(), { externalRef }))).toBe(
      'accepted',
    );
  });

  describe('that policy does not allow', () => {
    const late = (): Sale =>
      saleOf({
        lines: [lineOf({ total: 34_890, shippedAt: daysAgo(100), deliveredAt: daysAgo(98) })],
        placedAt: daysAgo(100),
      });
    const refused = { reason: 'other', lines: [{ ref: 'l1', quantity: 1 }] } as const;

    it('leaves no row when a merchant or its staff ask', async () => {
      const sale = late();
      expect(await acceptRefund(stores, strict, sale, refused).catch(codeOf)).toBe('not_eligible');
      expect(await acceptRefund(stores, strict, sale, { ...refused, requestedBy: 'dana' }).catch(codeOf)).toBe(
        'not_eligible',
      );
      expect((await stores.sales.find(strict.merchantId, sale.saleRef))?.firstRefundAt).toBeNull();
    });

    it('is written when the customer asks, so that its process can reject it and tell why', async () => {
      const sale = late();
      const customer: Principal = { ...strict, person: 'customer' };
      const { view, start } = await acceptRefund(stores, customer, sale, refused);
      expect(view).toMatchObject({ status: 'requested', requester: 'customer', approval: { steps: [] }, return: null });
      expect(await db.query('SELECT refusal FROM refund WHERE id = $1', [start?.refundId])).toEqual([
        { refusal: 'not_eligible' },
      ]);
    });

    it('is refused to the customer too when the amounts themselves are wrong', async () => {
      const customer: Principal = { ...strict, person: 'customer' };
      const tooMuch = acceptRefund(stores, customer, late(), { ...refused, lines: [{ ref: 'l1', quantity: 4 }] });
      expect(await tooMuch.catch(codeOf)).toBe('line_exhausted');
    });
  });

  it.each<[string, Partial<RefundRequest>, string, string]>([
    ['an unknown line', { lines: [{ ref: 'l9', quantity: 1 }] }, 'unknown_line', '/lines/0/ref'],
    ['an unknown payment', { paymentOrder: ['nobody'] }, 'unknown_payment', '/paymentOrder/0'],
    ['more units than were bought', { lines: [{ ref: 'l1', quantity: 4 }] }, 'line_exhausted', '/lines/0'],
  ])('names the field of %s', async (_what, overrides, code, pointer) => {
    const refusal: unknown = await acceptRefund(stores, open, saleOf(), overrides).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    expect((refusal as { faults: readonly { pointer: string }[] }).faults[0]?.pointer).toContain(pointer);
  });

  it('counts in currencies without and with three digits, beyond 32 bits', async () => {
    const merchant = await newMerchant(stores, { policies: [openPolicy('JPY'), openPolicy('KWD')] });
    for (const currency of ['JPY', 'KWD']) {
      const total = 4_503_599_627_370_495;
      const sale = saleOf({
        currency,
        lines: [lineOf({ quantity: 7, total, tax: 9 })],
        shipping: { total: 0, tax: 0 },
        payments: [paymentOf({ captured: total })],
      });
      const { view } = await acceptRefund(stores, merchant, sale, { lines: [{ ref: 'l1', quantity: 7 }] });
      expect(view.payout).toEqual({ amount: total, currency });
      expect(await stores.refunds.find(merchant.merchantId, view.id)).toEqual(view);
    }
  });
});
