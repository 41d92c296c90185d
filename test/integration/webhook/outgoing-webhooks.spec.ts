import { uuidOf } from '@zikui/domain';
import { WebhookDispatchStore, type ClaimedDelivery } from '@zikui/persistence';
import { eventually } from '../../builders/eventually';
import type { StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS } from '../../builders/stored-refund.builder';
import { openWebhookWorld, type MadeEndpoint, type WebhookWorld } from './webhook-world';

let world: WebhookWorld;
let merchant: StoredMerchant;
let endpoint: MadeEndpoint;
beforeAll(async () => {
  world = await openWebhookWorld();
});
beforeEach(async () => {
  merchant = await world.merchant();
  endpoint = await world.endpoint(merchant);
});
afterEach(() => world.stopRelays());
afterAll(() => world.close());

const told = (path: string, count: number) =>
  eventually(
    async () => world.server.received(path),
    (received) => received.length >= count,
  );
const NOTHING_OLDER_RUNS = `
  SELECT max(transaction_no) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS "isSo" FROM outgoing_event WHERE merchant_id = $1`;
const inState = (status: string, count = 1, of = endpoint) =>
  eventually(
    () => world.log(merchant, of.id),
    (log) => log.filter((one) => one.status === status).length >= count,
  );

describe('an endpoint', () => {
  it('is told of a status change with a signature that the reference library accepts', async () => {
    const refund = await world.change(merchant);
    world.relay();
    const [webhook] = await told(endpoint.path, 1);
    const event = webhook!.verify(endpoint.secret);
    expect(event).toMatchObject({
      type: 'refund.status_changed',
      data: { refundId: `rf_${refund.id.replaceAll('-', '')}`, sequence: 1, from: null, to: 'requested' },
    });
    expect(webhook!.headers['webhook-id']).toBe(event.data.id);
    const [delivery] = await inState('delivered');
    expect(delivery).toMatchObject({ eventId: event.data.id, sequence: 1, tries: 1, owner: null });
    expect(delivery!.log).toEqual([
      { at: expect.any(String) as string, status: 204, failure: null, milliseconds: expect.any(Number) as number },
    ]);
  });

  it('is tried again until it answers, under the same id and with the same bytes', async () => {
    world.server.answer(endpoint.path, (response, no) => void response.writeHead(no < 3 ? 503 : 200).end());
    await world.change(merchant);
    world.relay();
    const [first, , third] = await told(endpoint.path, 3);
    expect(third!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(third!.body).toBe(first!.body);
    expect(third!.verify(endpoint.secret)).toEqual(first!.verify(endpoint.secret));
    const [delivery] = await inState('delivered');
    expect(delivery!.log.map(({ status }) => status)).toEqual([503, 503, 200]);
    expect((await world.endpoints.find(merchant.id, endpoint.id))?.failures).toBe(0);
  });

  it('that says 410 is told nothing more, and its owner has to look', async () => {
    world.server.answer(endpoint.path, 410);
    await world.change(merchant);
    world.relay();
    const [delivery] = await inState('dead');
    expect(delivery).toMatchObject({ owner: 'dana', tries: 1 });
    expect(await world.endpoints.find(merchant.id, endpoint.id)).toMatchObject({
      status: 'disabled',
      disabledReason: 'gone',
    });
    await world.change(merchant);
    const other = await world.endpoint(merchant);
    await world.change(merchant);
    await told(other.path, 1);
    expect(world.server.received(endpoint.path)).toHaveLength(1);
    const entries = await world.db.query(
      `SELECT action FROM audit_entry WHERE merchant_id = $1 AND subject = $2 AND actor = 'system'`,
      [merchant.id, `we_${endpoint.id.replaceAll('-', '')}`],
    );
    expect(entries).toEqual([{ action: 'webhook_endpoint.disabled' }]);

    // Enabled again it goes on where it stopped.
    world.server.answer(endpoint.path, 200);
    await world.endpoints.change(world.principal(merchant), endpoint.id, { status: 'enabled' });
    await told(endpoint.path, 3);
  });

  it('is given up after 72 hours, and then its owner can have it sent once more', async () => {
    world.server.answer(endpoint.path, 500);
    await world.change(merchant);
    world.relay();
    await told(endpoint.path, 1);
    await world.db.query(
      `UPDATE webhook_delivery SET expires_at = now() + interval '10 milliseconds' WHERE endpoint_id = $1`,
      [endpoint.id],
    );
    const [dead] = await inState('dead');
    expect(dead).toMatchObject({ owner: 'dana', nextTryAt: null });
    expect(dead!.log.at(-1)).toMatchObject({ status: 500, failure: 'status' });

    world.server.answer(endpoint.path, 200);
    const by = world.principal(merchant);
    const again = await world.deliveries.resend(by, endpoint.id, uuidOf('webhookDelivery', dead!.id) ?? '');
    expect(again).toMatchObject({ status: 'pending', owner: null });
    const [delivered] = await inState('delivered');
    expect(delivered).toMatchObject({ id: dead!.id, eventId: dead!.eventId });
  });

  it('that is silent for the whole of its life is given up although nobody tries it', async () => {
    await world.change(merchant);
    world.relay();
    await inState('delivered');
    await world.endpoints.change(world.principal(merchant), endpoint.id, { status: 'disabled' });
    await world.db.query(
      `UPDATE webhook_delivery SET status = 'pending', next_try_at = now() + interval '8 hours', ended_at = NULL, expires_at = now() - interval '2 minutes' WHERE endpoint_id = $1`,
      [endpoint.id],
    );
    expect((await inState('dead'))[0]).toMatchObject({ owner: 'dana' });
  });

  it('gets two signatures while its secret changes, then one', async () => {
    const by = world.principal(merchant);
    const rotation = { overlapMs: 60_000, key: 'rotation-0000000001', bodyHash: '1'.repeat(64) };
    const { secret } = await world.endpoints.rotate(by, endpoint.id, rotation);
    expect((await world.endpoints.rotate(by, endpoint.id, rotation)).secret).toBe(secret);
    world.relay();
    await world.change(merchant);
    const [both] = await told(endpoint.path, 1);
    expect(both!.verify(endpoint.secret)).toEqual(both!.verify(secret ?? ''));
    await world.db.query(`UPDATE webhook_endpoint SET previous_until = now() WHERE id = $1`, [endpoint.id]);
    await world.change(merchant);
    const [, one] = await told(endpoint.path, 2);
    expect(one!.headers['webhook-signature']!.split(' ')).toHaveLength(1);
    expect(() => one!.verify(endpoint.secret)).toThrow();
    one!.verify(secret ?? '');
  });

  it('keeps its secret sealed: nothing in the database shows it', async () => {
    const rows = await world.db.query<{ secret: string }>(`SELECT secret FROM webhook_endpoint WHERE id = $1`, [
      endpoint.id,
    ]);
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(rows)).not.toContain(endpoint.secret.slice(6));
  });

  it('that was deleted is told nothing more, and its log can still be counted', async () => {
    world.server.answer(endpoint.path, 500);
    await world.change(merchant);
    world.relay();
    await told(endpoint.path, 1);
    await world.endpoints.remove(world.principal(merchant), endpoint.id);
    await world.endpoints.remove(world.principal(merchant), endpoint.id);
    expect(await world.endpoints.find(merchant.id, endpoint.id)).toBeUndefined();
    const [{ pending } = { pending: '?' }] = await world.db.query<{ pending: string }>(
      `SELECT count(*) AS pending FROM webhook_delivery WHERE endpoint_id = $1 AND status = 'pending'`,
      [endpoint.id],
    );
    expect(pending).toBe('0');
  });
});

describe('several workers', () => {
  it('never send one delivery twice at once, and all of them once', async () => {
    const open = new Map<string, number>();
    let twice = 0;
    world.server.answer(endpoint.path, (response) => {
      const id = String(response.req.headers['webhook-id']);
      if ((open.get(id) ?? 0) > 0) twice += 1;
      open.set(id, (open.get(id) ?? 0) + 1);
      setTimeout(() => {
        open.set(id, (open.get(id) ?? 0) - 1);
        response.writeHead(200).end();
      }, 30);
    });
    // Events come from transactions that run beside each other, and are committed in any order.
    for (let no = 0; no < 3; no += 1) world.relay();
    for (let no = 0; no < 10; no += 1) await Promise.all(Array.from({ length: 4 }, () => world.change(merchant)));
    await inState('delivered', 40);
    expect(twice).toBe(0);
    const ids = world.server.received(endpoint.path).map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([40, 40]);
  });

  it('go on with what one left behind when it died in the middle of a try', async () => {
    await world.change(merchant);
    world.relay();
    await inState('delivered');
    await world.db.query(
      `UPDATE webhook_delivery SET status = 'pending', ended_at = NULL, next_try_at = now(), leased_until = now() WHERE endpoint_id = $1`,
      [endpoint.id],
    );
    await told(endpoint.path, 2);
  });
});

describe('a try whose place was taken by a later one', () => {
  it('changes nothing any more, whatever came of it', async () => {
    const store = new WebhookDispatchStore(world.db.database, SECRETS);
    await world.change(merchant);
    await eventually(
      () => store.fanOut(100).then(() => world.log(merchant, endpoint.id)),
      (log) => log.length === 1,
    );
    const ask = { limit: 500, failing: false, busy: [], perEndpoint: 10 };
    const claim = async (): Promise<ClaimedDelivery | undefined> =>
      (await store.claim(ask)).find(({ endpointId }) => endpointId === endpoint.id);
    const first = await claim();
    expect(await claim()).toBeUndefined();
    await world.db.query(`UPDATE webhook_delivery SET next_try_at = now() WHERE endpoint_id = $1`, [endpoint.id]);
    const second = await claim();
    expect([first?.tries, second?.tries]).toEqual([1, 2]);
    const failed = { kind: 'failed', failure: 'timeout', status: null } as const;
    await store.record(first!, { result: failed, milliseconds: 1, retryAfterMs: 1 });
    await store.record(first!, { result: { kind: 'gone', status: 410 }, milliseconds: 1, retryAfterMs: 1 });
    expect((await world.log(merchant, endpoint.id))[0]).toMatchObject({ status: 'pending', log: [] });
    expect(await world.endpoints.find(merchant.id, endpoint.id)).toMatchObject({ status: 'enabled', failures: 0 });
    await store.record(second!, { result: { kind: 'delivered', status: 200 }, milliseconds: 1, retryAfterMs: 1 });
    await store.record(second!, { result: failed, milliseconds: 1, retryAfterMs: 1 });
    expect((await world.log(merchant, endpoint.id))[0]).toMatchObject({ status: 'delivered', tries: 2 });
  });
});

describe('a dead endpoint', () => {
  it('delays no other merchant, be there many of them, neither while they hang nor once they are known', async () => {
    const dead: { owner: StoredMerchant; made: MadeEndpoint }[] = [];
    for (let no = 0; no < 12; no += 1) {
      const owner = await world.merchant();
      dead.push({ owner, made: await world.endpoint(owner) });
    }
    for (const { made } of dead) world.server.answer(made.path, () => undefined);
    world.relay({ WEBHOOK_SLOTS: '20' });
    let changes = 0;
    // Nobody is told of an event before every older transaction of the server has ended, also those of other tests: that wait is not for the dead.
    const mayBeTold = () =>
      eventually(
        () => world.db.query<{ isSo: boolean }>(NOTHING_OLDER_RUNS, [merchant.id]),
        ([row]) => row?.isSo === true,
      );
    const timed = async (): Promise<number> => {
      for (let no = 0; no < 10; no += 1) await world.change(merchant);
      await mayBeTold();
      const begun = Date.now();
      await inState('delivered', (changes += 10));
      return Date.now() - begun;
    };
    // What it takes while nobody is dead, on this machine and now: others may make it slow.
    const alone = await timed();
    const notMuchLonger = (): Promise<void> => timed().then((took) => expect(took).toBeLessThan(3 * alone + 4_000));

    for (const { owner } of dead) for (let no = 0; no < 8; no += 1) await world.change(owner);
    for (const { made } of dead) await told(made.path, 1);
    await notMuchLonger();
    const failing = () =>
      world.db.query<{ count: string }>(
        `SELECT count(*) FROM webhook_endpoint WHERE failures > 0 AND id = ANY ($1::uuid[])`,
        [dead.map(({ made }) => made.id)],
      );
    await eventually(failing, ([row]) => Number(row?.count) === dead.length, 30_000);
    await notMuchLonger();
    for (const { made } of dead) expect(world.server.mostAtOnce(made.path)).toBeLessThanOrEqual(4);
  }, 120_000);
});

describe('a merchant without endpoint', () => {
  it('costs nothing: no delivery is made, and a refund writes what it wrote before', async () => {
    const alone = await world.merchant();
    const refund = await world.change(alone);
    world.relay();
    await world.change(merchant);
    await inState('delivered');
    const rows = await world.db.query(`SELECT FROM webhook_delivery WHERE refund_id = $1`, [refund.id]);
    expect(rows).toEqual([]);
  });
});
