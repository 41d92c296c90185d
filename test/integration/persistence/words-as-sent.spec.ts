import { writeMessage } from '@zikui/connectors';
import { CustomerVault, newId, RefundProcessStore, ResendMessageStore, SecretBox } from '@zikui/persistence';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import { readRows } from '../../builders/read-rows.builder';
import { sendMessage } from '../../builders/sent-message.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type RefundPlan, type StoredRefund } from '../../builders/stored-refund.builder';

let test: TestDatabase;
let merchant: StoredMerchant;
let book: ResendMessageStore;
beforeAll(async () => {
  test = await newDatabase();
  merchant = await storeMerchant(test.database);
  book = new ResendMessageStore(test.database, SECRETS);
});
afterAll(() => test.close());

type Queued = Readonly<{ refund: StoredRefund; merchantId: string; messageId: string }>;
async function queued(plan: RefundPlan = {}): Promise<Queued> {
  const refund = await storeRefund(test.database, merchant, { steps: ['lead'], ...plan });
  const { messages } = await new RefundProcessStore(test.database, SECRETS).open(refund.at());
  return { refund, merchantId: merchant.id, messageId: messages[0]?.id ?? '' };
}
const shown = async ({ id }: StoredRefund) => {
  const page = await book.list(merchant.id, id, { limit: 1 });
  const [message] = page?.items ?? [];
  if (!message) throw new Error('the message is there');
  return message;
};
const sealedOf = async ({ messageId }: Queued): Promise<string> => {
  const [row] = await readRows<{ sealed: string }>(test, 'SELECT sealed FROM message WHERE id = $1', [messageId]);
  return row?.sealed ?? '';
};

describe('the words of a message', () => {
  it('are told as the refund stands now until it is sent, and stay as they left whatever becomes of the refund', async () => {
    const message = await queued({ email: 'dana.levi@example.com' });
    const before = await shown(message.refund);
    if (before.known.wording !== 'as_of_now') throw new Error(before.known.wording);
    const preview = writeMessage(before.known.content);
    expect(preview.text).toContain('100.00');
    const told = await sendMessage(test.database, message);
    expect(told.text).toBe(preview.text);
    await test.query(`UPDATE refund SET payout = payout - 1, status = 'cancelled' WHERE id = $1`, [message.refund.id]);
    const { known, to, status } = await shown(message.refund);
    expect({ known, to, status }).toEqual({
      known: { wording: 'as_sent', words: told },
      to: 'd••••@example.com',
      status: 'sent',
    });
  });

  it('tell the address that they went to, also when the customer has another one by now, or none', async () => {
    const message = await queued({ email: 'first@example.com' });
    await sendMessage(test.database, message);
    const place = { merchantId: merchant.id, customerId: message.refund.customerId };
    const [customer] = await readRows<{ dataKey: string }>(
      test,
      'SELECT data_key AS "dataKey" FROM customer WHERE id = $1',
      [place.customerId],
    );
    const dataKey = customer?.dataKey ?? '';
    const vault = new CustomerVault(new SecretBox(SECRETS.masterKey));
    for (const email of ['second@example.com', null]) {
      const personal = vault.sealContact({ name: null, email, phone: null }, dataKey, place);
      await test.query('UPDATE customer SET personal = $2 WHERE id = $1', [place.customerId, personal]);
      const { known, to, mayResend } = await shown(message.refund);
      expect([known.wording, to, mayResend]).toEqual(['as_sent', 'f••••@example.com', email !== null]);
    }
  });

  it('cannot be read in the database, and open for their own message alone', async () => {
    const [message, other] = [await queued(), await queued()];
    const told = await sendMessage(test.database, message);
    await test.query('UPDATE refund SET customer_id = $2 WHERE id = $1', [other.refund.id, message.refund.customerId]);
    await sendMessage(test.database, other);
    const sealed = await sealedOf(message);
    for (const part of [told.subject, 'sale-', 'dana@'])
      expect([sealed, Buffer.from(sealed, 'base64url').toString()].join()).not.toContain(part);
    await test.query('UPDATE message SET sealed = $2 WHERE id = $1', [other.messageId, sealed]);
    await expect(shown(other.refund)).rejects.toThrow(/moved or sealed by another key/);
  });

  it('are gone with the key of the customer, also when he comes again with another one', async () => {
    const message = await queued();
    await sendMessage(test.database, message);
    const place = { merchantId: merchant.id, customerId: message.refund.customerId };
    await test.query('UPDATE customer SET data_key = NULL WHERE id = $1', [place.customerId]);
    expect(await shown(message.refund)).toMatchObject({ known: { wording: 'erased' }, to: null, mayResend: false });
    const vault = new CustomerVault(new SecretBox(SECRETS.masterKey));
    const dataKey = vault.newDataKey(place);
    const personal = vault.sealContact({ name: null, email: 'new@example.com', phone: null }, dataKey, place);
    await test.query('UPDATE customer SET data_key = $2, personal = $3 WHERE id = $1', [
      place.customerId,
      dataKey,
      personal,
    ]);
    expect(await shown(message.refund)).toMatchObject({ known: { wording: 'erased' }, to: null });
  });

  it('are told as the refund stands now where they left before they were kept, and not at all without an address', async () => {
    const message = await queued();
    await test.query(`UPDATE message SET status = 'sent', sent_at = now() WHERE id = $1`, [message.messageId]);
    expect(await shown(message.refund)).toMatchObject({
      known: { wording: 'as_of_now', content: { kind: 'refund_received', portalUrl: null } },
      to: 'd••••@example.test',
    });
    const nobody = await queued({ email: null });
    expect(await shown(nobody.refund)).toMatchObject({ known: { wording: 'no_address' }, to: null });
  });

  it('are cut where they are longer than any message of ours: that it left is recorded whatever it said', async () => {
    for (const worst of ['\ud800', '\u2066', '"', 'א']) {
      const message = await queued();
      await sendMessage(test.database, message, { subject: worst.repeat(2_000), text: worst.repeat(50_000) });
      const { known, status } = await shown(message.refund);
      if (known.wording !== 'as_sent') throw new Error(known.wording);
      expect([known.words.subject.length, known.words.text.length, status]).toEqual([500, 10_000, 'sent']);
      expect(known.words.text.endsWith(`${worst}…`)).toBe(true);
    }
  });
});

describe('the messages of a refund with more of them than a page', () => {
  it('are read on from page to page, and each of them is sent again', async () => {
    const { refund, merchantId } = await queued();
    const ids = Array.from({ length: 120 }, () => newId());
    await test.query(
      `INSERT INTO message (id, merchant_id, refund_id, kind, no, status)
       SELECT id, $2, $3, 'link_asked', no, 'sent' FROM unnest($1::uuid[]) WITH ORDINALITY AS m (id, no)`,
      [ids, merchantId, refund.id],
    );
    const read: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await book.list(merchantId, refund.id, { limit: 50, ...(after !== undefined && { after }) });
      read.push(...(page?.items ?? []).map(({ id }) => id));
      after = page?.next ?? undefined;
      pages += 1;
    } while (after !== undefined);
    expect([pages, read.length, new Set(read).size]).toEqual([3, 121, 121]);
    const last = ids.at(-1) ?? '';
    const support = { ...principalOf(merchant, merchant.lead), address: '203.0.113.7' };
    const { message } = await book.resend(support, { refundId: refund.id, messageId: last, key: newId() });
    expect(message).toMatchObject({ kind: 'link_asked', status: 'queued', resendOf: read.at(-1) });
    expect(await book.list(merchantId, refund.id, { limit: 50, after: 'x' }).catch(codeOf)).toBe('invalid_field');
  });
});
