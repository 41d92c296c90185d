import { createSmtpMailer, type SmtpMailer } from '@zikui/connectors';
import {
  CustomerVault,
  MessageStore,
  newId,
  NoteStore,
  OwnMessageStore,
  PortalLinkRequestStore,
  PortalLinkStore,
  RefundProcessStore,
  ResendMessageStore,
  SecretBox,
  sha256Hex,
} from '@zikui/persistence';
import { MailConnections } from '../../../apps/worker/src/infrastructure/mail-connections';
import { OwnMessageRelay } from '../../../apps/worker/src/relay/own-message.relay';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { codeOf } from '../../builders/insist';
import { readRows } from '../../builders/read-rows.builder';
import { sendMessage } from '../../builders/sent-message.builder';
import { principalOf } from '../../builders/stored-command.builder';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';
import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';

type Mail = Readonly<{ subject: string; text: string; html: string }>;
let test: TestDatabase;
let sandbox: StartedSandbox;
let mailer: SmtpMailer;
let relay: OwnMessageRelay;
let merchant: StoredMerchant;
beforeAll(async () => {
  [test, sandbox] = await Promise.all([newDatabase(), startSandbox()]);
  mailer = createSmtpMailer({ smtpUrl: sandbox.smtpUrl, from: 'Zikui <refunds@zikui.test>', timeoutMs: 2_000 });
  const messages = new MessageStore(test.database, SECRETS, 'https://refunds.example.com');
  relay = new OwnMessageRelay(new OwnMessageStore(test.database), messages, new MailConnections(mailer));
  merchant = await storeMerchant(test.database);
});
afterAll(async () => {
  mailer.close();
  await Promise.all([test.close(), sandbox.stop()]);
});

const refunds = (): RefundProcessStore => new RefundProcessStore(test.database, SECRETS);
const mailsTo = async (address: string): Promise<readonly Mail[]> =>
  ((await sandbox.get(`/mailbox/messages?to=${encodeURIComponent(address)}`)) as { items: readonly Mail[] }).items;
const states = (refund: StoredRefund): Promise<readonly unknown[]> =>
  readRows(test, `SELECT kind, status FROM message WHERE refund_id = $1 AND next_try_at IS NOT NULL ORDER BY id`, [
    refund.id,
  ]);
async function asked(email: string, askedOf: 'customer' | 'requester' = 'customer'): Promise<StoredRefund> {
  const refund = await storeRefund(test.database, merchant, { steps: ['lead'], email });
  await refunds().open(refund.at());
  const by = principalOf(merchant, merchant.lead);
  await new NoteStore(test.database, SECRETS).add(by, {
    ...{ refundId: refund.id, kind: 'question', step: null, askedOf, replyTo: null, key: newId() },
    ...{ text: 'Which canary leg?', bodyHash: sha256Hex(newId()) },
  });
  return refund;
}
const again = (): Promise<unknown> =>
  test.query(`UPDATE message SET next_try_at = now() WHERE next_try_at IS NOT NULL AND status = 'queued'`);

describe('a message that no process sends', () => {
  it('tells the customer once that there is a question, by a link and without the question itself', async () => {
    const refund = await asked('asked@example.com');
    await relay.deliver(10);
    await again();
    await relay.deliver(10);
    const [mail, ...more] = await mailsTo('asked@example.com');
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/https:\/\/refunds\.example\.com\/portal\/r\/[\w-]{80,120}/);
    expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toContain('canary');
    expect(await states(refund)).toEqual([{ kind: 'question_asked', status: 'sent' }]);
  });

  it('is left alone by the process of the refund', async () => {
    const refund = await asked('process@example.com');
    const { messages } = await refunds().open(refund.at());
    expect(messages.map(({ kind }) => kind)).toEqual(['refund_received']);
  });

  it('is not queued where somebody else was asked, and not sent once it is decided', async () => {
    expect(await states(await asked('other@example.com', 'requester'))).toEqual([]);
    const late = await asked('late@example.com');
    await test.query(`UPDATE refund SET status = 'cancelled' WHERE id = $1`, [late.id]);
    await relay.deliver(10);
    expect(await states(late)).toEqual([{ kind: 'question_asked', status: 'suppressed' }]);
    expect(await mailsTo('late@example.com')).toEqual([]);
  });

  it('waits for a mail server that is away, and ends where an address is refused for good', async () => {
    const refund = await asked('away@example.com');
    const strike = (action: string, to: string): Promise<unknown> =>
      sandbox.post('/_faults', { target: 'mail', action, match: { to } });
    await strike('defer', 'away@example.com');
    await relay.deliver(10);
    expect(await states(refund)).toEqual([{ kind: 'question_asked', status: 'queued' }]);
    await again();
    await relay.deliver(10);
    expect(await states(refund)).toEqual([{ kind: 'question_asked', status: 'sent' }]);
    const nobody = await asked('nobody@example.com');
    await strike('refuse', 'nobody@example.com');
    await relay.deliver(10);
    expect(await states(nobody)).toEqual([{ kind: 'question_asked', status: 'failed' }]);
  });

  it('with a link that was asked for reaches the customer alone', async () => {
    const refund = await storeRefund(test.database, merchant, { email: 'link@example.com' });
    const { email } = new CustomerVault(new SecretBox(SECRETS.masterKey)).hashes(
      { name: null, email: 'link@example.com', phone: null },
      merchant.id,
    );
    await test.query(`UPDATE customer SET email_hash = $2 WHERE id = $1`, [refund.customerId, email]);
    const links = new PortalLinkRequestStore(test.database, SECRETS);
    await links.ask({ refundId: refund.id }, { email: 'eve@example.com' });
    expect(await states(refund)).toEqual([]);
    // At the same moment, too: three an hour, whoever is faster.
    await Promise.all(
      Array.from({ length: 6 }, () => links.ask({ refundId: refund.id }, { email: 'Link@Example.com' })),
    );
    await relay.deliver(10);
    expect(await states(refund)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'link_asked', status: 'sent' })));
    expect(await mailsTo('link@example.com')).toHaveLength(3);
  });
});

describe('a message that somebody has sent once more', () => {
  const resends = (): ResendMessageStore => new ResendMessageStore(test.database, SECRETS);
  const support = () => ({ ...principalOf(merchant, merchant.lead), address: '203.0.113.7' });
  const uuidOf = (id: string): string => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const linkIn = (mail: Mail | undefined): string => /\/portal\/r\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const ask = (refund: StoredRefund, messageId: string, key: string = newId()) =>
    resends().resend(support(), { refundId: refund.id, messageId, key });

  async function told(email: string): Promise<Readonly<{ refund: StoredRefund; messageId: string }>> {
    const refund = await storeRefund(test.database, merchant, { steps: ['lead'], email });
    const { messages } = await refunds().open(refund.at());
    const messageId = messages[0]?.id ?? '';
    await sendMessage(test.database, { merchantId: merchant.id, messageId });
    return { refund, messageId };
  }

  it('is sent once for a double click, by the relay, with a link of its own that opens the page', async () => {
    const { refund, messageId } = await told('again@example.com');
    const key = newId();
    const answers = await Promise.all([ask(refund, messageId, key), ask(refund, messageId, key)]);
    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    expect(await mailsTo('again@example.com')).toEqual([]);
    await relay.deliver(10);
    await again();
    await relay.deliver(10);
    const [mail, ...more] = await mailsTo('again@example.com');
    expect(more).toEqual([]);
    const visit = await new PortalLinkStore(test.database, SECRETS).open(linkIn(mail));
    expect(visit).toMatchObject({ refundId: refund.id, messageId: uuidOf(answers[0].message.id) });
    const shown = await resends().list(merchant.id, refund.id, { limit: 50 });
    expect(shown?.items.map(({ kind, status, resendOf }) => [kind, status, resendOf !== null])).toEqual([
      ['refund_received', 'sent', false],
      ['refund_received', 'sent', true],
    ]);
    // Each keeps its own words, and neither keeps a link.
    const words = shown?.items.map(({ known }) => (known.wording === 'as_sent' ? known.words : null));
    const url = `https://refunds.example.com/portal/r/${linkIn(mail)}`;
    const mark = '\u200f[הקישור האישי של הלקוח, שאינו נשמר]';
    expect(words?.[1]).toEqual({ subject: mail?.subject, text: mail?.text.trimEnd().replace(url, mark).concat('\n') });
    expect(words?.[0]?.subject).toBe(words?.[1]?.subject);
    expect(JSON.stringify(words)).not.toMatch(/portal\/r/);
    expect((await refunds().open(refund.at())).messages).toEqual([]);
  });

  it('is sent three times a day at most, also at the same moment, and whichever of them is sent again', async () => {
    const { refund, messageId } = await told('often@example.com');
    const first = await ask(refund, messageId);
    await relay.deliver(10);
    const ends = await Promise.all(
      Array.from({ length: 6 }, (_, no) =>
        ask(refund, no % 2 === 0 ? messageId : uuidOf(first.message.id)).then(() => 'sent', codeOf),
      ),
    );
    expect(ends.filter((end) => end === 'sent')).toHaveLength(2);
    expect(new Set(ends)).toEqual(new Set(['sent', 'resent_too_often']));
    await test.query(`UPDATE message SET created_at = now() - interval '25 hours' WHERE refund_id = $1`, [refund.id]);
    expect((await ask(refund, messageId)).replayed).toBe(false);
  });

  it('is refused before it was sent, once it is not true any more, for another refund and with a key of another', async () => {
    const { refund, messageId } = await told('no@example.com');
    const other = await told('other-no@example.com');
    expect(await ask(refund, other.messageId).catch(codeOf)).toBe('message_not_found');
    const stranger = await storeMerchant(test.database);
    const theirs = { ...principalOf(stranger, stranger.lead), address: '203.0.113.7' };
    const asked = resends().resend(theirs, { refundId: refund.id, messageId, key: newId() });
    expect(await asked.catch(codeOf)).toBe('refund_not_found');
    const key = newId();
    const { message } = await ask(refund, messageId, key);
    expect(await ask(refund, uuidOf(message.id)).catch(codeOf)).toBe('message_not_resendable');
    await test.query(
      `INSERT INTO message (id, merchant_id, refund_id, kind, no, status) VALUES ($1, $2, $3, 'link_asked', 1, 'sent')`,
      [newId(), merchant.id, refund.id],
    );
    const link = (await resends().list(merchant.id, refund.id, { limit: 50 }))?.items.find(
      ({ kind }) => kind === 'link_asked',
    );
    expect(await ask(refund, uuidOf(link?.id ?? ''), key).catch(codeOf)).toBe('idempotency_conflict');
    await test.query(`UPDATE refund SET status = 'cancelled' WHERE id = $1`, [refund.id]);
    expect(await ask(refund, messageId).catch(codeOf)).toBe('message_not_resendable');
  });
});
