import { requestOf } from '../../builders/refund-request.builder';
import { saleOf } from '../../builders/sale.builder';
import { storeStaff } from '../../builders/staff.builder';
import { newKey, startApi, type ApiServer, type TestMerchant } from './api-server';
import { asStaff } from './cells';
import { listen, type HeardStream } from './heard-stream';

const PACE = { STREAM_POLL_MS: '50', STREAM_HEARTBEAT_MS: '200', MOST_STREAMS: '8' };

/** A second process of the same service: it shares nothing with the first one but the database and its secrets. */
const beside = ({ db, stores: { secrets } }: ApiServer): Readonly<Record<string, string>> => ({
  ...PACE,
  DATABASE_URL: db.url,
  MASTER_KEY: secrets.masterKey.toString('base64'),
  API_KEY_PEPPER: secrets.apiKeyPepper,
  GATEWAY_KEY_SECRET: secrets.gatewayKeySecret,
});

let one: ApiServer;
let other: ApiServer;
let ours: TestMerchant;
let theirs: TestMerchant;
const open: HeardStream[] = [];
beforeAll(async () => {
  one = await startApi(PACE);
  other = await startApi(beside(one));
  ours = await one.addMerchant();
  theirs = await one.addMerchant();
}, 90_000);
afterEach(() => open.splice(0).forEach((stream) => stream.stop()));
afterAll(async () => {
  await other.close();
  await one.close();
}, 60_000);

const tokenOf = async (merchant: TestMerchant, roles: Parameters<typeof storeStaff>[3]['roles']): Promise<string> =>
  (await storeStaff(one.db.database, one.stores.secrets, merchant.id, { roles })).token;
const hear = async (api: ApiServer, token: string, topics = 'refunds', lastId?: string): Promise<HeardStream> => {
  const stream = await listen(`${api.url}/v1/stream?topics=${topics}`, {
    ...asStaff(token).headers,
    ...(lastId !== undefined && { 'last-event-id': lastId }),
  });
  open.push(stream);
  return stream;
};
async function newRefund(merchant: TestMerchant, api = one): Promise<string> {
  const { saleRef, ...body } = saleOf();
  await api.call('PUT', `/v1/sales/${saleRef}`, { key: merchant.createKey, body });
  const headers = { 'idempotency-key': newKey() };
  const made = await api.call('POST', '/v1/refunds', {
    key: merchant.createKey,
    body: requestOf({ saleRef }),
    headers,
  });
  return String(made.json.id);
}

describe('live updates', () => {
  it('reach the pages of every process, whichever of them made the change, and hold what changed and when, alone', async () => {
    const token = await tokenOf(ours, ['support']);
    const [here, there] = [await hear(one, token), await hear(other, token)];
    const id = await newRefund(ours, other);
    for (const stream of [here, there]) {
      const change = await stream.change((heard) => heard.id === id);
      expect(Object.keys(change).sort()).toEqual(['id', 'topic', 'version']);
      expect(change.topic).toBe('refunds');
      expect(Math.abs(Date.now() - change.version)).toBeLessThan(60_000);
    }
  });

  it('tell of what people did, too, to those whose pages show it', async () => {
    const id = await newRefund(ours);
    const lead = await hear(one, await tokenOf(ours, ['lead']), 'approvals,refunds');
    const body = { text: 'Is there a photo?' };
    const headers = { 'idempotency-key': newKey() };
    await other.call('POST', `/v1/refunds/${id}/notes`, { key: ours.createKey, body, headers });
    await lead.change((heard) => heard.topic === 'approvals' && heard.id === id);
    await lead.change((heard) => heard.topic === 'refunds' && heard.id === id);
  });

  it('never tell of another merchant', async () => {
    const [we, they] = [await hear(one, await tokenOf(ours, ['ops'])), await hear(one, await tokenOf(theirs, ['ops']))];
    const [our, their] = [await newRefund(ours), await newRefund(theirs)];
    await we.change((heard) => heard.id === our);
    await they.change((heard) => heard.id === their);
    expect(we.text).not.toContain(their);
    expect(they.text).not.toContain(our);
  });

  it('come again behind the last one that was heard, from any process', async () => {
    const token = await tokenOf(ours, ['support']);
    const stream = await hear(one, token);
    const before = await newRefund(ours);
    await stream.change((heard) => heard.id === before);
    const lastId = await stream.place();
    stream.stop();
    const missed = await newRefund(ours);
    const again = await hear(other, token, 'refunds', lastId);
    await again.change((heard) => heard.id === missed);
    expect(again.text).not.toContain(`"id":"${before}"`);
    expect(
      (
        await one.call('GET', '/v1/stream?topics=refunds', {
          headers: { ...asStaff(token).headers, 'last-event-id': 'nonsense' },
        })
      ).status,
    ).toBe(422);
  });

  it('begin where the page began to read, so that what changes before its stream is open is told, too', async () => {
    const token = await tokenOf(ours, ['support']);
    const { changesAfter } = (await one.call('GET', '/v1/me', asStaff(token))).json;
    const meanwhile = await newRefund(ours);
    const stream = await hear(other, token, `refunds&after=${String(changesAfter)}`);
    await stream.change((heard) => heard.id === meanwhile);
    expect((await one.call('GET', '/v1/stream?topics=refunds&after=nonsense', asStaff(token))).status).toBe(422);
  });

  it('say now and then that all is well', async () => {
    const stream = await hear(one, await tokenOf(ours, ['support']));
    await stream.until(() => (stream.text.match(/: all is well/g) ?? []).length >= 2);
  });
});

describe('an open page is let go', () => {
  it('when its session ends, although it is open', async () => {
    const staff = await storeStaff(one.db.database, one.stores.secrets, ours.id, { roles: ['support'] });
    const stream = await hear(other, staff.token);
    await one.call('DELETE', '/v1/me/session', asStaff(staff.token));
    await stream.ended;
    expect((await other.call('GET', '/v1/stream?topics=refunds', asStaff(staff.token))).status).toBe(401);
  });

  it('when the roles of its person change, and its looking keeps no session alive', async () => {
    const staff = await storeStaff(one.db.database, one.stores.secrets, ours.id, { roles: ['lead', 'support'] });
    const stream = await hear(one, staff.token);
    await one.db.query(
      `UPDATE staff_session SET last_seen_at = now() - interval '5 minutes' WHERE staff_id = '${staff.id}'`,
    );
    await stream.until(() => (stream.text.match(/: all is well/g) ?? []).length >= 3);
    const [seen] = await one.db.query<{ old: boolean }>(
      `SELECT last_seen_at < now() - interval '4 minutes' AS old FROM staff_session WHERE staff_id = '${staff.id}'`,
    );
    expect(seen?.old).toBe(true);
    await one.db.query(
      `UPDATE role_grant SET ended_at = now(), ended_by = 'test' WHERE staff_id = '${staff.id}' AND role = 'lead'`,
    );
    await stream.ended;
  });

  it('at once when its service leaves, whatever others wait for', async () => {
    const leaving = await startApi({ ...beside(one), STOP_DELAY_MS: '1500' });
    const stream = await hear(leaving, await tokenOf(ours, ['support']));
    const left = leaving.leave();
    // First what waits for the balancers, however long this machine takes for either.
    expect(await Promise.race([stream.ended.then(() => 'stream'), left.then(() => 'service')])).toBe('stream');
    await left;
    await leaving.line.close();
    await leaving.db.close();
  });
});

describe('an open page is refused', () => {
  it('for a topic that its person may not read, and without any', async () => {
    const token = await tokenOf(ours, ['support']);
    const refused = await one.call('GET', '/v1/stream?topics=refunds,operations', asStaff(token));
    expect([refused.status, refused.json.code, refused.json.values]).toEqual([
      403,
      'permission_missing',
      { permission: 'operations.read' },
    ]);
    for (const query of ['', '?topics=', '?topics=money', '?topics=refunds,refunds'])
      expect((await one.call('GET', `/v1/stream${query}`, asStaff(token))).status).toBe(422);
  });

  it('to a key', async () => {
    expect((await one.call('GET', '/v1/stream?topics=refunds', { key: ours.createKey })).status).toBe(403);
  });

  it('beyond the pages that a session, and a process, may have open', async () => {
    const token = await tokenOf(ours, ['support']);
    for (let no = 0; no < 6; no += 1) await hear(one, token);
    const ofSession = await one.call('GET', '/v1/stream?topics=refunds', asStaff(token));
    expect([ofSession.status, ofSession.json.code, ofSession.headers.get('retry-after')]).toEqual([
      429,
      'too_many_streams',
      '30',
    ]);
    for (let no = 0; no < 2; no += 1) await hear(one, await tokenOf(ours, ['support']));
    expect((await one.call('GET', '/v1/stream?topics=refunds', asStaff(await tokenOf(ours, ['support'])))).status).toBe(
      429,
    );
    open.pop()?.stop();
    await expect(hear(one, await tokenOf(ours, ['support']))).resolves.toBeDefined();
  });
});
