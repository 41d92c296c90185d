import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { StatusEvent, WebhookDeliveryView } from '@zikui/persistence';
import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { bodyOf, call, type Answer, type Call } from '../client/http';
import { Shop } from '../client/shop';

type Received = Readonly<{
  headers: Readonly<Record<string, string>>;
  body: string;
  genuine: boolean | null;
  answered: number;
}>;
type Endpoint = Readonly<{ id: string; secret: string; status: string; disabledReason: string | null }>;
type Told = Readonly<{ type: string; timestamp: string; data: StatusEvent }>;

describe("what a merchant's own server is told", () => {
  let stack: TestStack;
  let shop: Shop;
  let manageKey: string;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.lab);
    manageKey = await stack.addKey(stack.merchants.lab, { owner: 'webhook-keeper', scopes: ['webhooks:manage'] });
  }, 90_000);
  afterAll(() => stack.close());

  const manage = <Shape>(path: string, options: Call = {}): Promise<Answer<Shape>> =>
    shop.client.call<Shape>(`/v1/webhook-endpoints${path}`, { key: manageKey, ...options });
  const control = (name: string, order: object) =>
    call(`${stack.sandbox}/_control/hooks/${name}`, { method: 'POST', body: order });
  const received = async (name: string): Promise<readonly Received[]> => {
    const url = `${stack.sandbox}/_control/hooks/received?name=${name}`;
    return bodyOf(await call<{ items: readonly Received[] }>(url), 200).items;
  };
  /** An endpoint on the sandbox, which knows its secret. */
  async function add(name: string): Promise<Endpoint> {
    const body = { url: `${stack.sandbox}/hooks/${name}` };
    const endpoint = bodyOf(await manage<Endpoint>('', { method: 'POST', idempotencyKey: randomUUID(), body }), 201);
    await control(name, { secrets: [endpoint.secret] });
    return endpoint;
  }
  const remove = (id: string) => manage(`/${id}`, { method: 'DELETE' });
  const until = (name: string, what: string, holds: (all: readonly Received[]) => boolean) =>
    eventually(what, async () => {
      const all = await received(name);
      return holds(all) ? all : undefined;
    });
  const read = ({ body }: Received): Told => JSON.parse(body) as Told;
  const deliveries = async (id: string): Promise<readonly WebhookDeliveryView[]> =>
    bodyOf(await manage<{ items: readonly WebhookDeliveryView[] }>(`/${id}/deliveries`), 200).items;

  it('is every change of a refund, signed, with numbers that tell their order', async () => {
    const endpoint = await add('all');
    const { refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const isOwn = (one: Received): boolean => read(one).data.refundId === refund.id;
    const heard = await until('all', 'every change to be told', (some) =>
      [1, 2, 3].every((no) => some.some((one) => isOwn(one) && read(one).data.sequence === no)),
    );
    // Another refund of this merchant may still be moving, and is told of as well.
    const all = heard.filter(isOwn);
    expect(all.every(({ genuine }) => genuine === true)).toBe(true);
    for (const { body, headers } of all)
      expect(new Webhook(endpoint.secret).verify(body, headers)).toMatchObject({ type: 'refund.status_changed' });
    const told = new Map(all.map((one) => [read(one).data.sequence, read(one).data]));
    const inOrder = [...told.keys()].sort((a, b) => a - b).map((sequence) => told.get(sequence));
    expect(inOrder.map((event) => event?.to)).toEqual(['requested', 'processing', 'completed']);
    // The same events, under the same ids, as whoever asks for them reads.
    const asked = (await shop.client.eventsAfter(null)).filter(({ refundId }) => refundId === refund.id);
    expect(inOrder).toEqual(asked);
    expect(new Set(all.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(asked.map(({ id }) => id)));
    await remove(endpoint.id);
  });

  it('comes again under the same id until it is taken, also when the worker is killed in between', async () => {
    const endpoint = await add('again');
    await control('again', { answer: 500, times: 4 });
    const { refund } = await shop.ask();
    await until('again', 'the first refusal', (some) => some.length > 0);
    await stack.kill('worker');
    await stack.start('worker');
    await shop.client.untilIs(refund.id, 'completed');
    const all = await until('again', 'every change to be taken', (some) =>
      [1, 2, 3].every((no) => some.some((one) => one.answered === 204 && read(one).data.sequence === no)),
    );
    const ids = new Set(all.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).toBe(3);
    expect(all.every(({ genuine }) => genuine === true)).toBe(true);
    const log = await eventually('the log to end', async () => {
      const some = await deliveries(endpoint.id);
      return some.every(({ status }) => status === 'delivered') ? some : undefined;
    });
    expect(log.flatMap((one) => one.log).filter(({ status }) => status === 500).length).toBeGreaterThan(0);
    await remove(endpoint.id);
  });

  it('is nothing more after a 410, and can be sent once more when the endpoint is enabled again', async () => {
    const endpoint = await add('gone');
    await control('gone', { answer: 410 });
    const { refund } = await shop.ask();
    const disabled = await eventually('the endpoint to be disabled', async () => {
      const one = bodyOf(await manage<Endpoint>(`/${endpoint.id}`), 200);
      return one.status === 'disabled' ? one : undefined;
    });
    expect(disabled.disabledReason).toBe('gone');
    const [dead] = (await deliveries(endpoint.id)).filter(({ status }) => status === 'dead');
    expect(dead).toMatchObject({ owner: 'webhook-keeper', refundId: refund.id });
    const refused = await manage(`/${endpoint.id}/deliveries/${dead?.id}/resend`, { method: 'POST' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'webhook_endpoint_disabled']);
    await manage(`/${endpoint.id}`, { method: 'PATCH', body: { status: 'enabled' } });
    expect((await manage(`/${endpoint.id}/deliveries/${dead?.id}/resend`, { method: 'POST' })).status).toBe(202);
    await until('gone', 'the rest and the dead one to come', (some) =>
      [1, 2, 3].every((no) => some.some((one) => one.answered === 204 && read(one).data.sequence === no)),
    );
    await remove(endpoint.id);
  });
});
