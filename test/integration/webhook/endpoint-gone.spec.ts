import { uuidOf } from '@zikui/domain';
import { createSmtpMailer, type SmtpMailer } from '@zikui/connectors';
import { EndpointNoticeStore, newId, WebhookDispatchStore } from '@zikui/persistence';
import { MailConnections } from '../../../apps/worker/src/infrastructure/mail-connections';
import { NoticeRelay } from '../../../apps/worker/src/relay/notice.relay';
import { eventually } from '../../builders/eventually';
import type { StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS } from '../../builders/stored-refund.builder';
import { startSandbox, type StartedSandbox } from '../../unit/sandbox/started-sandbox';
import { openWebhookWorld, type WebhookWorld } from './webhook-world';

type Mail = Readonly<{ messageId: string; subject: string; text: string; html: string }>;
let world: WebhookWorld;
let sandbox: StartedSandbox;
let mailer: SmtpMailer;
let relay: NoticeRelay;
let merchant: StoredMerchant;
beforeAll(async () => {
  [world, sandbox] = await Promise.all([openWebhookWorld(), startSandbox()]);
  mailer = createSmtpMailer({ smtpUrl: sandbox.smtpUrl, from: 'Zikui <refunds@zikui.test>', timeoutMs: 2_000 });
  relay = new NoticeRelay(new EndpointNoticeStore(world.db.database, SECRETS), new MailConnections(mailer));
});
beforeEach(async () => {
  merchant = await world.merchant();
});
afterAll(async () => {
  mailer.close();
  await Promise.all([world.close(), sandbox.stop()]);
});

let people = 0;
const nextAddress = () => `ops-${String((people += 1))}@example.com`;
async function endpointOf(contactEmail: string | null): Promise<string> {
  const ask = { url: world.server.url(`/${newId()}`), description: 'Order desk', contactEmail };
  const call = { key: newId(), bodyHash: '0'.repeat(64) };
  const { endpoint } = await world.endpoints.create(world.principal(merchant), { ...ask, ...call });
  return uuidOf('webhookEndpoint', endpoint.id) ?? '';
}
/** One try of an event ends in 410. */
async function answersGone(endpointId: string): Promise<void> {
  const store = new WebhookDispatchStore(world.db.database, SECRETS);
  await world.change(merchant);
  // An event is told once no older transaction of the server is open, whosesoever it is.
  const mine = await eventually(
    async () => {
      await store.fanOut(100);
      const claimed = await store.claim({ limit: 100, failing: false, busy: [], perEndpoint: 4 });
      return claimed.find((one) => one.endpointId === endpointId);
    },
    (due) => due !== undefined,
  );
  if (!mine) throw new Error('the event is due at the endpoint');
  await store.record(mine, { result: { kind: 'gone', status: 410 }, milliseconds: 1, retryAfterMs: 1 });
}
const mailTo = async (address: string): Promise<readonly Mail[]> =>
  ((await sandbox.get(`/mailbox/messages?to=${encodeURIComponent(address)}`)) as { items: readonly Mail[] }).items;
const noticeOf = async (id: string) =>
  (
    await world.db.query<{ due: boolean; told: boolean; tries: number }>(
      `SELECT notice_due_at IS NOT NULL AS due, noticed_at IS NOT NULL AS told, notice_tries AS tries FROM webhook_endpoint WHERE id = $1`,
      [id],
    )
  )[0];
const dueNow = (id: string) =>
  world.db.query(`UPDATE webhook_endpoint SET notice_due_at = now() WHERE id = $1 AND notice_due_at IS NOT NULL`, [id]);

describe('an endpoint that answered 410', () => {
  it('is told of by mail to its contact, once, in the language of the merchant', async () => {
    const address = nextAddress();
    const id = await endpointOf(address);
    await answersGone(id);
    await relay.deliver(10);
    await relay.deliver(10);
    const [mail, ...more] = await mailTo(address);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('הושבתה');
    expect(mail?.text).toContain('410');
    expect(mail?.html).toContain('Order desk');
    expect(await noticeOf(id)).toEqual({ due: false, told: true, tries: 1 });
  });

  it('is told of nobody where no contact was given', async () => {
    const id = await endpointOf(null);
    await answersGone(id);
    await relay.deliver(10);
    expect(await noticeOf(id)).toEqual({ due: false, told: false, tries: 0 });
  });

  it('is told of again when the mail server was away, under the same Message-ID', async () => {
    const address = nextAddress();
    const id = await endpointOf(address);
    await answersGone(id);
    await sandbox.post('/_faults', { target: 'mail', action: 'defer', match: { to: address } });
    await relay.deliver(10);
    expect(await noticeOf(id)).toEqual({ due: true, told: false, tries: 1 });
    // Not before its time.
    await relay.deliver(10);
    expect(await mailTo(address)).toEqual([]);
    await dueNow(id);
    await relay.deliver(10);
    expect(await mailTo(address)).toHaveLength(1);
    expect(await noticeOf(id)).toMatchObject({ due: false, told: true });
  });

  it('is not tried for ever: not at an address that the mail server refuses, and not longer than a day', async () => {
    const [refused, away] = [nextAddress(), nextAddress()];
    const first = await endpointOf(refused);
    await answersGone(first);
    await sandbox.post('/_faults', { target: 'mail', action: 'refuse', match: { to: refused } });
    await relay.deliver(10);
    expect(await noticeOf(first)).toMatchObject({ due: false, told: false });

    const second = await endpointOf(away);
    await answersGone(second);
    await world.db.query(`UPDATE webhook_endpoint SET disabled_at = now() - interval '25 hours' WHERE id = $1`, [
      second,
    ]);
    await sandbox.post('/_faults', { target: 'mail', action: 'defer', match: { to: away } });
    await relay.deliver(10);
    expect(await noticeOf(second)).toMatchObject({ due: false, told: false, tries: 1 });
  });

  it('is told of no more once somebody has enabled it, or it was deleted', async () => {
    const [enabled, deleted] = [await endpointOf(nextAddress()), await endpointOf(nextAddress())];
    for (const id of [enabled, deleted]) await answersGone(id);
    await world.endpoints.change(world.principal(merchant), enabled, { status: 'enabled' });
    await world.endpoints.remove(world.principal(merchant), deleted);
    for (const id of [enabled, deleted]) expect(await noticeOf(id)).toMatchObject({ due: false, tries: 0 });
    expect(await world.db.query(`SELECT contact FROM webhook_endpoint WHERE id = $1`, [deleted])).toEqual([
      { contact: null },
    ]);
  });

  it('keeps the address sealed', async () => {
    const address = nextAddress();
    const id = await endpointOf(address);
    const [row] = await world.db.query<{ row: string }>(`SELECT w::text AS row FROM webhook_endpoint w WHERE id = $1`, [
      id,
    ]);
    expect(row?.row).not.toContain(address);
    expect(await world.endpoints.find(merchant.id, id)).toMatchObject({ hasContact: true });
    await world.endpoints.change(world.principal(merchant), id, { contactEmail: null });
    expect(await world.endpoints.find(merchant.id, id)).toMatchObject({ hasContact: false });
  });
});
