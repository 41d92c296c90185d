import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DemoClient } from './demo-client';

describe('the client of the demo data', () => {
  async function asked(statuses: readonly number[]): Promise<Readonly<{ keys: unknown[]; outcome: string }>> {
    const keys: unknown[] = [];
    const server = createServer((request, response) => {
      keys.push(request.headers['idempotency-key']);
      const status = statuses[keys.length - 1] ?? 201;
      const refund = { id: 'rf_1', status: 'processing', snapshotHash: 'hash', return: null };
      response.writeHead(status, { 'retry-after': '0' }).end(status === 201 ? JSON.stringify(refund) : '{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new DemoClient(at, at, 'demo', { createKey: 'create', decideKey: 'decide' });
    try {
      return { outcome: (await client.request({}, 'same-key')).id, keys };
    } catch (error) {
      return { outcome: (error as Error).message.replace(at, ''), keys };
    } finally {
      server.close();
    }
  }

  it('asks a busy service again under the same key', async () =>
    expect(await asked([503, 429])).toEqual({ outcome: 'rf_1', keys: ['same-key', 'same-key', 'same-key'] }));

  it('repeats nothing that was refused', async () =>
    expect(await asked([422])).toEqual({ outcome: '/v1/refunds answered 422: {}', keys: ['same-key'] }));

  it('gives up on a service that stays busy, and says what it answered', async () => {
    const { outcome, keys } = await asked([503, 503, 503, 503, 503, 503, 503]);
    expect([outcome, keys.length]).toEqual(['/v1/refunds answered 503: {}', 6]);
  });
});
