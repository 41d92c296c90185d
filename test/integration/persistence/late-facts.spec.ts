import { ApproverStore, GatewayInboxStore, newId, RefundCommandStore, StaffMessageStore } from '@zikui/persistence';
import { attemptNames } from '../../../libs/persistence/src/transfer/gateway-key';
import { ResolutionWorld } from '../../builders/resolution-world.builder';
import { principalOf, storeCommand } from '../../builders/stored-command.builder';
import { SECRETS } from '../../builders/stored-refund.builder';
import { DECLINED, UNKNOWN, movementId, settledWith } from '../../builders/stored-review.builder';

let world: ResolutionWorld;
beforeAll(async () => {
  world = await ResolutionWorld.open();
});
afterEach(async () => expect(await world.broken()).toEqual([]));
afterAll(() => world.close());

describe('facts that come late', () => {
  async function markedDeclined(plan: { captured?: number } = {}) {
    const refund = await world.room.answered([UNKNOWN], plan);
    await world.longAgo(refund);
    await world.room.state(refund, 'mark_declined', 0);
    return refund;
  }
  const late = ({ attemptIds }: { attemptIds: readonly string[] }, answer = settledWith(10_000)) =>
    world.room.transfers.record(attemptIds[0] ?? '', answer);

  it('a success after it was marked declined settles it: people are warned, nothing is sent again', async () => {
    const refund = await markedDeclined();
    expect(await late(refund)).toBe('settled');
    expect((await world.room.follow(refund)).status).toBe('completed');
    expect(await world.heldOn(refund)).toEqual([10_000]);
    expect(await world.told(refund, 'money_alert')).toMatchObject([
      { data: { alert: 'settled_after_decline', uncovered: 0 } },
    ]);
    expect(await world.room.transfers.claim(refund.transferIds[0] ?? '')).toEqual({ kind: 'done', outcome: 'settled' });
  });

  it('a success before the retry has left takes the retry back: its hold stays one, and no second movement is made', async () => {
    const refund = await markedDeclined();
    await world.room.act(refund, 'retry', 0);
    expect(await late(refund)).toBe('settled');
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'settled', attempts: ['succeeded', 'not_sent'] }]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
    expect(await world.room.transfers.claim(refund.transferIds[0] ?? '')).toEqual({ kind: 'done', outcome: 'settled' });
    expect((await world.room.follow(refund)).status).toBe('completed');
  });

  it('a success after the retry has left is an external refund beside it, with a hold of its own, and a person looks', async () => {
    const refund = await markedDeclined();
    await world.room.act(refund, 'retry', 0);
    const second = await world.room.send(refund);
    await late(refund);
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['succeeded', 'sent'] }]);
    expect(await world.told(refund, 'money_alert')).toMatchObject([{ data: { alert: 'external_refund' } }]);
    expect(await world.room.follow(refund)).toMatchObject({ status: 'needs_review' });
    expect((await world.room.reviews.find(world.merchant.id, refund.id))?.view.reviewReason).toBe('paid_twice');
    await world.room.transfers.record(second, settledWith(10_000));
    expect(await world.heldOn(refund)).toEqual([20_000]);
    expect(
      await world.rows(
        `SELECT payout::int, status FROM refund WHERE sale_id = $1 AND origin = 'external'`,
        refund.saleId,
      ),
    ).toEqual([{ payout: 10_000, status: 'completed' }]);
  });

  it('a success of the old attempt that the gateway announces wakes the process of the new one', async () => {
    const refund = await markedDeclined();
    await world.room.act(refund, 'retry', 0);
    await world.room.send(refund);
    const [old] = await world.rows<{ reference: string }>(
      `SELECT reference FROM attempt WHERE id = $1`,
      refund.attemptIds[0],
    );
    const received = await new GatewayInboxStore(world.test.database).receive(world.merchant.id, 'stripe', {
      ...{
        eventId: newId(),
        type: 'refund.updated',
        occurredAt: '2026-11-22T06:00:00Z',
        gatewayRefundId: movementId(),
      },
      ...{ reference: old?.reference ?? '', gatewayRef: refund.gatewayRefs[0] ?? '' },
      outcome: { status: 'settled', amount: { amount: 10_000, currency: 'ILS' }, pendingReason: null, reason: null },
    });
    expect(received.signal?.event).toMatchObject({ status: 'recorded', transferId: refund.transferIds[0] });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['succeeded', 'sent'] }]);
  });

  it('a failure of the old attempt changes that attempt alone while the new one is on its way', async () => {
    const refund = await markedDeclined();
    await world.room.act(refund, 'retry', 0);
    await world.room.send(refund);
    await late(refund, DECLINED);
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'sending', attempts: ['refused', 'sent'] }]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
    await expect(world.room.transfers.claim(refund.transferIds[0] ?? '')).resolves.toMatchObject({ repeated: true });
  });

  it('a success that no longer fits its payment is told with what is not covered', async () => {
    const refund = await markedDeclined({ captured: 10_000 });
    await world.room.answered([settledWith(10_000)], { captured: 10_000, of: refund });
    await late(refund);
    expect(await world.heldOn(refund)).toEqual([10_000]);
    expect(await world.told(refund, 'money_alert')).toMatchObject([{ data: { uncovered: 10_000 } }]);
  });
});

describe('a late success of a transfer whose money was sent another way', () => {
  /** Declined, and then to become store credit, which the approvers have agreed to or not. */
  async function elsewhere() {
    const refund = await world.room.answered([UNKNOWN]);
    await world.longAgo(refund);
    await world.room.state(refund, 'mark_declined', 0);
    expect(await world.room.act(refund, 'change_destination', 0, { destination: 'store_credit' })).toMatchObject({
      refused: null,
    });
    return refund;
  }
  const announced = async (refund: Awaited<ReturnType<typeof elsewhere>>) => {
    const [old] = await world.rows<{ reference: string }>(
      `SELECT reference FROM attempt WHERE id = $1`,
      refund.attemptIds[0],
    );
    return new GatewayInboxStore(world.test.database).receive(world.merchant.id, 'stripe', {
      ...{
        eventId: newId(),
        type: 'refund.updated',
        occurredAt: '2026-11-22T06:00:00Z',
        gatewayRefundId: movementId(),
      },
      ...{ reference: old?.reference ?? '', gatewayRef: refund.gatewayRefs[0] ?? '' },
      outcome: { status: 'settled', amount: { amount: 10_000, currency: 'ILS' }, pendingReason: null, reason: null },
    });
  };

  it('stops the other way while nothing went it: the refund is paid once, and a person ends it', async () => {
    const refund = await elsewhere();
    const { signal } = await announced(refund);
    expect(signal?.event).toMatchObject({ status: 'recorded' });
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'released' }, { status: 'released' }]);
    expect(await world.told(refund, 'transfer_released')).toMatchObject([{ data: { transfer: 2, insteadOf: 1 } }]);
    // What is held now is held by the record of what moved.
    expect(await world.heldOn(refund)).toEqual([10_000]);
    const surplus = `SELECT surplus::int FROM refund WHERE id = $1`;
    expect(await world.rows(surplus, refund.id)).toEqual([{ surplus: 0 }]);
  });

  it('takes the question back from the approvers: who was told of it hears so, and nobody can approve it any more', async () => {
    const { lead } = world.merchant;
    const contact = { person: lead.owner, email: 'noa@shop.example', digest: false, locale: 'en' } as const;
    await new ApproverStore(world.test.database, SECRETS).put(principalOf(world.merchant, lead), contact);
    const mails = new StaffMessageStore(world.test.database, SECRETS);
    const sent = async (): Promise<readonly string[]> => {
      const due = await mails.due(50);
      await mails.sent(due.flatMap(({ ids }) => ids));
      return due.flatMap(({ to, news }) => news.map(({ kind }) => `${kind} to ${String(to)}`));
    };
    const refund = await elsewhere();
    expect(await sent()).toEqual(['approval_open to noa@shop.example']);
    await announced(refund);
    expect(await sent()).toEqual(['approval_withdrawn to noa@shop.example']);
    expect(await sent()).toEqual([]);

    const [{ snapshotHash } = { snapshotHash: '' }] = await world.rows<{ snapshotHash: string }>(
      `SELECT snapshot_hash AS "snapshotHash" FROM refund WHERE id = $1`,
      refund.id,
    );
    const command = await storeCommand(new RefundCommandStore(world.test.database), world.merchant, refund, {
      key: lead,
    });
    const approval = { kind: 'decision', command, step: 1, actor: lead.actor, outcome: 'approve' } as const;
    expect(
      await world.room.refunds.project(refund.at(), { ...approval, snapshotHash, reasonCode: null }),
    ).toMatchObject({ applied: false, refused: 'step_not_open' });
    expect(await world.room.follow(refund)).toMatchObject({ status: 'needs_review' });
    expect(await world.room.refunds.finish(refund.at())).toMatchObject({ status: 'needs_review' });
    expect(await world.room.reviews.find(world.merchant.id, refund.id)).toMatchObject({
      view: { reviewReason: 'payout_uncovered', allowedActions: ['fail'] },
    });
    expect(
      await world.rows(
        `SELECT FROM credit_entry e JOIN transfer t ON t.id = e.transfer_id WHERE t.refund_id = $1`,
        refund.id,
      ),
    ).toEqual([]);
    expect(await world.heldOn(refund)).toEqual([10_000]);
  });

  it('leaves the approvers alone while they are asked and nothing was given up', async () => {
    const refund = await elsewhere();
    expect(await world.room.follow(refund)).toMatchObject({ applied: false, status: 'awaiting_approval' });
  });

  it('shows a surplus once the other way was gone', async () => {
    const refund = await elsewhere();
    await world.test.database.write((tx) =>
      tx.query(`UPDATE transfer SET status = 'settled', settled_at = now() WHERE refund_id = $1 AND no = 2`, [
        refund.id,
      ]),
    );
    await announced(refund);
    const surplus = `SELECT surplus::int FROM refund WHERE id = $1`;
    expect(await world.rows(surplus, refund.id)).toEqual([{ surplus: 10_000 }]);
    expect(await world.transfersOf(refund)).toMatchObject([{ status: 'released' }, { status: 'settled' }]);
  });
});

describe('the keys of all these attempts', () => {
  type Attempt = Readonly<{
    requestKey: string;
    transferNo: number;
    attemptNo: number;
    gatewayKey: string;
    reference: string;
  }>;

  // Beside what came late: a second transfer that was sent again, and one of which nobody knows.
  beforeAll(async () => {
    const split = await world.room.answered([settledWith(10_000), DECLINED]);
    await world.room.act(split, 'retry', 1);
    await world.room.answered([UNKNOWN]);
  });

  it('are made of recorded facts alone, of first attempts, retries and rests alike', async () => {
    const attempts = await world.rows<Attempt>(
      `SELECT r.request_key AS "requestKey", t.no AS "transferNo", a.no AS "attemptNo", a.gateway_key AS "gatewayKey", a.reference
       FROM attempt a JOIN transfer t ON t.id = a.transfer_id JOIN refund r ON r.id = t.refund_id WHERE r.origin = 'request'`,
    );
    expect(new Set(attempts.map(({ transferNo, attemptNo }) => `${String(transferNo)}/${String(attemptNo)}`))).toEqual(
      new Set(['1/1', '1/2', '2/1', '2/2']),
    );
    for (const { gatewayKey, reference, ...facts } of attempts) {
      const names = attemptNames(SECRETS.gatewayKeySecret, { merchantId: world.merchant.id, ...facts });
      expect({ gatewayKey, reference }).toEqual(names);
    }
  });

  it('follow each other only after a sure refusal, a call that never left, or the word of two people', async () =>
    expect(
      await world.rows(
        `SELECT a.status, a.evidence->>'cause' AS cause FROM attempt a
         WHERE EXISTS (SELECT FROM attempt n WHERE n.transfer_id = a.transfer_id AND n.no > a.no)
           AND a.status NOT IN ('refused', 'not_sent') AND coalesce(a.evidence->>'cause', '') <> 'marked_declined'`,
      ),
    ).toEqual([]));

  it('are never used for anything else, and never sent anew while one of the transfer is open', async () => {
    const [open] = await world.rows<{ id: string }>(
      `SELECT transfer_id AS id FROM attempt WHERE status = 'unknown' LIMIT 1`,
    );
    await expect(
      world.test.query(
        `INSERT INTO attempt (id, merchant_id, transfer_id, no, gateway_key, reference, request_hash, status)
         SELECT $2, merchant_id, transfer_id, 9, 'zk_new', 'zr_new', request_hash, 'prepared' FROM attempt WHERE transfer_id = $1 LIMIT 1`,
        [open?.id, newId()],
      ),
    ).rejects.toThrow('attempt_open_idx');
  });
});
