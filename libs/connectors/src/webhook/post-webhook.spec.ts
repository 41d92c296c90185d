import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { postWebhook, type PostRules } from './post-webhook';
import type { Address } from './resolve-publicly';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
const rules = (overrides: Partial<PostRules> = {}): PostRules => ({
  loopback: true,
  timeoutMs: 2_000,
  resolve: async () => {
    throw new Error('no name is looked up here');
  },
  ...overrides,
});
const post = (url: string, overrides: Partial<PostRules> = {}) =>
  postWebhook({ url, headers: { 'content-type': 'application/json' }, body: '{"a":"ש"}' }, rules(overrides));

describe('posting a webhook', () => {
  it('sends the very bytes of the body and tells the status', async () => {
    let seen = '';
    const url = await serve((request: IncomingMessage, response) => {
      request.on('data', (piece: Buffer) => (seen += piece.toString('utf8')));
      request.on('end', () => response.writeHead(202).end('thanks'));
    });
    expect(await post(url)).toEqual({ kind: 'delivered', status: 202 });
    expect(seen).toBe('{"a":"ש"}');
  });

  it('follows no redirect, wherever it leads', async () => {
    let followed = 0;
    const inside = await serve((_request, response) => {
      followed += 1;
      response.end();
    });
    const url = await serve((_request, response) => response.writeHead(307, { location: `${inside}/secret` }).end());
    expect(await post(url)).toEqual({ kind: 'failed', failure: 'redirect', status: 307 });
    expect(followed).toBe(0);
  });

  it('gives up on an answer that does not come in time', async () => {
    const url = await serve(() => undefined);
    expect(await post(url, { timeoutMs: 300 })).toEqual({ kind: 'failed', failure: 'timeout', status: null });
  });

  it('reads 16 KB of an answer and not more, and lets its status stand', async () => {
    let written = 0;
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        if (response.destroyed || written > 50_000_000) return void response.end();
        written += 65_536;
        response.write(Buffer.alloc(65_536), () => setImmediate(more));
      };
      more();
    });
    expect(await post(url)).toEqual({ kind: 'delivered', status: 200 });
    expect(written).toBeLessThan(20_000_000);
  });

  it('lets the status stand when the body never ends', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200).flushHeaders();
    });
    expect(await post(url, { timeoutMs: 500 })).toMatchObject({ kind: 'delivered' });
    const dripping = await serve((_request, response) => void response.writeHead(500).write('...'));
    expect(await post(dripping, { timeoutMs: 500 })).toEqual({ kind: 'failed', failure: 'status', status: 500 });
  });

  it('tells of a connection that is refused or torn down', async () => {
    expect(await post('http://127.0.0.1:1/')).toEqual({ kind: 'failed', failure: 'connection', status: null });
    const url = await serve((request) => request.socket.destroy());
    expect(await post(url)).toEqual({ kind: 'failed', failure: 'connection', status: null });
  });

  it('sends nothing where the rules forbid the address, also one that was stored before them', async () => {
    for (const url of ['http://127.0.0.1:9/', 'https://169.254.169.254/', 'https://[::ffff:127.0.0.1]/', 'nonsense'])
      expect(await post(url, { loopback: false })).toEqual({
        kind: 'failed',
        failure: 'address_refused',
        status: null,
      });
  });
});

describe('the name of an endpoint', () => {
  const to =
    (...addresses: readonly string[]) =>
    async (): Promise<readonly Address[]> =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('is refused when one of its addresses is not public', async () => {
    for (const inside of [
      '127.0.0.1',
      '10.0.0.7',
      '169.254.169.254',
      '::1',
      '::ffff:10.0.0.7',
      'fd00::1',
      '64:ff9b::a00:7',
    ])
      expect(
        await post('https://shop.example.com/', { loopback: false, resolve: to('93.184.216.34', inside) }),
      ).toEqual({
        kind: 'failed',
        failure: 'address_refused',
        status: null,
      });
  });

  it('is refused when it resolves to nothing', async () =>
    expect(await post('https://shop.example.com/', { resolve: to() })).toMatchObject({ failure: 'address_refused' }));

  it('is asked for once, and dialled at the address that was checked: what it means a moment later leads nowhere', async () => {
    // Any part of 127/8 is this machine on Linux, and nobody else listens on that one.
    const own = process.platform === 'linux' ? `127.${String(1 + (process.pid % 250))}.7.7` : '127.0.0.1';
    let dialled = 0;
    const server = createTcpServer((socket) => ((dialled += 1), socket.destroy()));
    await new Promise<void>((resolve) => server.listen(8_443, own, resolve));
    let asked = 0;
    const rebinding = async (): Promise<readonly Address[]> => to((asked += 1) === 1 ? own : '10.0.0.7')();
    try {
      const result = await post('https://rebind.example.com:8443/', { resolve: rebinding });
      expect(result).toEqual({ kind: 'failed', failure: 'connection', status: null });
      expect([asked, dialled]).toEqual([1, 1]);
      expect(await post('https://rebind.example.com:8443/', { resolve: rebinding })).toMatchObject({
        failure: 'address_refused',
      });
      expect([asked, dialled]).toEqual([2, 1]);
    } finally {
      server.close();
    }
  });

  it('that nobody answers for ends within the limit', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    expect(await post('https://shop.example.com/', { resolve: never, timeoutMs: 200 })).toEqual({
      kind: 'failed',
      failure: 'timeout',
      status: null,
    });
  });
});
