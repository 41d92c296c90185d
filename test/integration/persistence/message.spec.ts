import type { MessageContent } from '@zikui/domain';
import {
  MessageStore,
  RefundCommandStore,
  RefundProcessStore,
  ReturnStore,
  TransferStore,
  type EndedMessage,
  type QueuedMessage,
} from '@zikui/persistence';
import { byProcess, type ByProcess } from '../../builders/by-process.builder';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { commitsOf, readRows, sentStatements, workOf } from '../../builders/read-rows.builder';
import { storeCommand } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let refunds: RefundProcessStore;
let transfers: ByProcess<TransferStore>;
let messages: ByProcess<MessageStore>;
const rows = <Row>(sql: string, ...params: unknown[]) => readRows<Row>(test, sql, params);

beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database, { carriers: { easypost: {} } });
  refunds = new RefundProcessStore(test.database, SECRETS);
  transfers = byProcess(test.database, new TransferStore(test.database, SECRETS));
  messages = byProcess(test.database, new MessageStore(test.database, SECRETS));
});
afterAll(() => test.close());

type Told = Readonly<{ refund: StoredRefund; messages: readonly QueuedMessage[] }>;
async function opened(plan: RefundPlan = {}): Promise<Told> {
  const refund = await storeRefund(test.database, merchant, plan);
  return { refund, messages: (await refunds.open(refund.at())).messages };
}
let movements = 0;
async function completed(plan: RefundPlan = {}): Promise<Told> {
  const { refund } = await opened(plan);
  for (const [index, id] of (plan.storeCredit ? [] : refund.transferIds).entries()) {
    const claimed = await transfers.claim(id);
    if (claimed.kind !== 'send') throw new Error('expected a claim');
    const amount = { amount: (plan.amounts ?? [10_000])[index] ?? 0, currency: 'ILS' };
    await transfers.record(claimed.attemptId, { kind: 'settled', gatewayRefundId: `re_m${(movements += 1)}`, amount });
  }
  return { refund, messages: (await refunds.finish(refund.at())).messages };
}
/** Everything that a message says, or what became of it. */
async function toSend(id: string): Promise<MessageContent | EndedMessage> {
  const found = await messages.toSend(id);
  return 'content' in found ? found.content : found;
}
const idOf = ({ messages: [first] }: Told): string => first?.id ?? '';

describe('what a message says', () => {
  it('of a completed refund: amounts, references and the note, in the language of the customer', async () => {
    const told = await completed({ amounts: [6_000, 4_000] });
    expect(await toSend(idOf(told))).toEqual({
      kind: 'refund_completed',
      locale: 'he',
      test: true,
      messageId: `${idOf(told)}@${merchant.slug}.zikui`,
      to: { name: 'Dana Levi', address: 'dana@example.test' },
      merchantName: 'Shop',
      saleRef: `sale-${told.refund.saleId.slice(-8)}`,
      refundRef: `rf_${told.refund.id.replaceAll('-', '')}`,
      payout: { amount: 10_000, currency: 'ILS' },
      transfers: [
        {
          label: 'אמצעי התשלום המקורי 1',
          amount: { amount: 6_000, currency: 'ILS' },
          reference: `re_m${movements - 1}`,
        },
        { label: 'אמצעי התשלום המקורי 2', amount: { amount: 4_000, currency: 'ILS' }, reference: `re_m${movements}` },
      ],
      reasonText: null,
      creditNoteNumber: 'CN-1',
      returned: null,
      labelUrl: null,
      trackingCode: null,
      dueOn: null,
      creditExpiresOn: null,
      portalUrl: null,
    });
  });

  it('of store credit: until when it can be spent', async () => {
    const told = await completed({ storeCredit: { bonus: 100, months: 60 } });
    expect(await toSend(idOf(told))).toMatchObject({
      kind: 'credit_issued',
      transfers: [{ label: 'זיכוי לקנייה עתידית', reference: null }],
      creditExpiresOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as unknown,
    });
  });

  it('of a rejection: the words of whoever rejected it, never a bare code', async () => {
    const { refund } = await opened({ steps: ['lead'] });
    const commands = new RefundCommandStore(test.database);
    const reject = async (note: string | null, target: StoredRefund) => {
      const command = await storeCommand(commands, merchant, target, { note });
      return refunds.project(target.at(), {
        kind: 'decision',
        command,
        step: 1,
        actor: merchant.lead.actor,
        outcome: 'reject',
        snapshotHash: target.snapshotHash,
        reasonCode: 'outside_policy',
      });
    };
    expect(await toSend(idOf({ refund, messages: (await reject('הפריט נלבש', refund)).messages }))).toMatchObject({
      kind: 'refund_rejected',
      reasonText: 'הפריט נלבש',
    });
    const { refund: other } = await opened({ steps: ['lead'] });
    const content = await toSend(idOf({ refund: other, messages: (await reject(null, other)).messages }));
    expect(content).toMatchObject({ reasonText: expect.stringMatching(/[א-ת]/) as unknown });
    expect(content).toMatchObject({ reasonText: expect.not.stringContaining('outside_policy') as unknown });
  });

  it('of a refusal by policy: what the policy says', async () => {
    const told = await opened({ refusal: 'not_eligible' });
    expect(await toSend(idOf(told))).toMatchObject({
      kind: 'refund_rejected',
      reasonText: 'חלף המועד להחזרה',
    });
  });

  it('of a return: label, tracking number and the last day', async () => {
    const { refund } = await opened({ goods: { mode: 'required', moneyOn: 'delivered' } });
    await test.database.write((tx) =>
      tx.query(`UPDATE goods_return SET due_at = '2098-03-01T22:00:00Z' WHERE id = $1`, [refund.returnId]),
    );
    const [message] = await byProcess(test.database, new ReturnStore(test.database)).labelled(
      refund.returnId ?? '',
      'easypost',
      {
        shipmentRef: 'shp_1',
        trackingCode: 'EZM1',
        labelUrl: 'https://label.test/1.pdf',
      },
    );
    expect(await toSend(message?.id ?? '')).toMatchObject({
      kind: 'return_instructions',
      labelUrl: 'https://label.test/1.pdf',
      trackingCode: 'EZM1',
      dueOn: '2098-03-01',
    });
  });
});

describe('a message is not sent', () => {
  const suppressed = async (id: string) => {
    expect(await toSend(id)).toEqual({ kind: 'suppressed' });
    expect(await rows(`SELECT status FROM message WHERE id = $1`, id)).toEqual([{ status: 'suppressed' }]);
  };

  it('when a newer state made it untrue', async () => {
    const told = await opened({ steps: ['lead'] });
    expect(await toSend(idOf(told))).toMatchObject({ kind: 'refund_received' });
    await refunds.project(told.refund.at(), { kind: 'cancel', command: null, actor: 'key:x' });
    await suppressed(idOf(told));
  });

  it('when the customer cannot be reached, or was erased', async () => {
    await suppressed(idOf(await opened({ steps: ['lead'], email: null })));
    const erased = await opened({ steps: ['lead'] });
    await test.database.write((tx) =>
      tx.query(`UPDATE customer SET data_key = NULL WHERE id = $1`, [erased.refund.customerId]),
    );
    await suppressed(idOf(erased));
  });

  it('twice: it tells what became of it, and the words that left first stay', async () => {
    const told = await completed();
    await messages.sent(idOf(told), 'first words');
    await messages.sent(idOf(told), 'second words');
    expect(await toSend(idOf(told))).toEqual({ kind: 'sent' });
    expect(
      await rows(`SELECT data FROM refund_event WHERE refund_id = $1 AND kind = 'message_sent'`, told.refund.id),
    ).toEqual([{ data: { message: 'refund_completed' } }]);
    expect(await rows(`SELECT sealed FROM message WHERE id = $1`, idOf(told))).toEqual([{ sealed: 'first words' }]);
  });

  it('any more once it failed, and the timeline says so', async () => {
    const told = await completed();
    await messages.failed(idOf(told), 'refused');
    await messages.failed(idOf(told), 'gave_up');
    expect(await toSend(idOf(told))).toEqual({ kind: 'failed' });
    expect(
      await rows(`SELECT data FROM refund_event WHERE refund_id = $1 AND kind = 'message_failed'`, told.refund.id),
    ).toEqual([{ data: { message: 'refund_completed', why: 'refused' } }]);
  });

  it('when there is none', () => expect(toSend(merchant.id)).rejects.toMatchObject({ code: 'not_found' }));
});

describe('telling that a message was sent', () => {
  it('costs one commit and one statement; making it costs no commit', async () => {
    const told = await completed();
    sentStatements(test);
    await toSend(idOf(told));
    const content = sentStatements(test);
    await messages.sent(idOf(told), 'words');
    const sent = sentStatements(test);
    expect([commitsOf(content), workOf(content).length, commitsOf(sent), workOf(sent).length]).toEqual([0, 1, 1, 1]);
  });
});
