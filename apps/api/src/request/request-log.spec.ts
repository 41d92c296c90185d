import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp, type Options } from 'pino-http';
import { goodEnv } from '../env.builder';
import { nameRequest } from './request-id';
import { logOf, shownPath } from './request-log';

/** Everything that is logged while a request of that path is answered, and `work` logs besides. */
async function linesOf(
  path: string,
  work: (log: ReturnType<typeof pinoHttp>['logger']) => void = () => undefined,
): Promise<string> {
  const lines: string[] = [];
  const log = pinoHttp(logOf(goodEnv({ LOG_LEVEL: 'info' })).pinoHttp as Options, {
    write: (line: string) => void lines.push(line),
  });
  const server = createServer((request, response) =>
    nameRequest(request, response, () => (log(request, response), response.end('ok'))),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await (
    await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      headers: { authorization: 'Bearer zk_secret', cookie: 'a=zk_secret' },
    })
  ).text();
  work(log.logger);
  await new Promise((resolve) => server.close(resolve));
  return lines.join('');
}

describe('the log', () => {
  it('tells which request, how it ended and how long it took', async () => {
    const line: unknown = JSON.parse(await linesOf('/v1/refunds?saleRef=A-1'));
    expect(line).toMatchObject({
      req: { method: 'GET', path: '/v1/refunds' },
      res: { status: 200 },
      responseTime: expect.any(Number) as number,
    });
  });

  it('holds no header, no query, no secret and nothing of a failed statement', async () => {
    const failed = Object.assign(new Error('duplicate key'), { parameters: ['dana@example.com'] });
    const lines = await linesOf('/v1/refunds?customerRef=zk_secret', (log) => {
      log.error({ err: failed, account: { apiKey: 'zk_secret' }, email: 'dana@example.com' }, 'failed');
    });
    expect(lines).toContain('duplicate key');
    expect(lines).not.toMatch(/zk_secret|dana@/);
  });

  it('is silent about health', async () => expect(await linesOf('/health/live')).toBe(''));
});

describe('a path in the log', () => {
  it('never holds the token of a link to a customer, in the line of its request either', async () => {
    const token = 'Zx9'.repeat(30);
    expect(shownPath(`/portal/r/${token}?utm=1`)).toBe('/portal/r/[token]');
    expect(shownPath(`/Portal/R/${token}/`)).not.toContain('Zx9');
    expect(shownPath(`/portal/r/${token.slice(0, 40)}%2F${token}`)).not.toContain('Zx9');
    const lines = await linesOf(`/portal/r/${token}`);
    expect(lines).toContain('/portal/r/[token]');
    expect(lines).not.toContain('Zx9');
  });

  it('has no query', () => expect(shownPath('/v1/refunds?customerRef=c-1')).toBe('/v1/refunds'));

  it('keeps ids and hides digits that may be a card', () => {
    expect(shownPath('/v1/refunds/rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b')).toBe(
      '/v1/refunds/rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b',
    );
    expect(shownPath('/v1/sales/4111111111111111')).toBe('/v1/sales/[digits]');
    expect(shownPath('/v1/sales/4111-1111-1111-1111')).toBe('/v1/sales/[digits]');
    expect(shownPath('/v1/sales/4111%201111%201111%201111')).toBe('/v1/sales/[digits]');
  });

  it('is bounded', () => expect(shownPath('/'.repeat(5_000)).length).toBeLessThanOrEqual(200));
});
