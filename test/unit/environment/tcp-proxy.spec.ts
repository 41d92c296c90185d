import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TcpProxy } from '../../environment/tcp-proxy';

/** A server that answers each piece with the same piece in capitals. */
async function shouting(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => socket.write(bytes.toString().toUpperCase()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

async function say(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

describe('the proxy between two programs', () => {
  let server: Server;
  let proxy: TcpProxy;
  const opened: Socket[] = [];
  const open = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1');
    opened.push(socket);
    socket.on('error', () => socket.destroy()); // A connection that the proxy ends may end with a reset.
    await once(socket, 'connect');
    return socket;
  };

  beforeEach(async () => {
    server = await shouting();
    proxy = await TcpProxy.to(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    for (const socket of opened.splice(0)) socket.destroy();
    await proxy.close();
    server.close();
  });

  it('passes both directions', async () => {
    expect(await say(await open(), 'hello')).toBe('HELLO');
  });

  it('refuses, ends what was open, and passes again on the same address', async () => {
    const before = await open();
    const ended = closed(before);
    await proxy.set('refuse');
    await ended;
    await expect(open()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.set('pass');
    expect(await say(await open(), 'again')).toBe('AGAIN');
  });

  it('swallows the answer to a pattern that the server has already carried out, on that connection alone', async () => {
    const heard: string[] = [];
    const line = await open();
    expect(await say(line, 'begin')).toBe('BEGIN');
    const cut = proxy.cutReplyAfter(/commit/);
    line.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
    line.write('commit');
    await cut.struck;
    expect(await say(await open(), 'other')).toBe('OTHER');
    expect(heard).toEqual([]);
  });

  it('lets nothing through a hole, and begins anew afterwards', async () => {
    const heard: string[] = [];
    await proxy.set('hole');
    const silent = await open();
    silent.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
    silent.write('anyone?');
    const ended = closed(silent);
    await proxy.set('pass');
    await ended;
    expect(heard).toEqual([]);
    expect(await say(await open(), 'hello')).toBe('HELLO');
  });

  it('brings what it delays late, in order and whole', async () => {
    const socket = await open();
    proxy.worsen({ lagMs: 40, sliced: true });
    const begun = performance.now();
    const heard: Buffer[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(bytes));
    socket.write('first and ');
    await once(socket, 'data');
    // On the way there, and on the way back.
    expect(performance.now() - begun).toBeGreaterThan(79);
    proxy.worsen({ lagMs: 0, sliced: false });
    socket.write('second');
    while (Buffer.concat(heard).length < 16) await once(socket, 'data');
    expect(Buffer.concat(heard).toString()).toBe('FIRST AND SECOND');
  });

  it('tears open connections down and lets new ones pass', async () => {
    const socket = await open();
    const gone = closed(socket);
    proxy.reset();
    await gone;
    expect(await say(await open(), 'again')).toBe('AGAIN');
  });

  it('gives connections to several programs in turn', async () => {
    const other = await shouting();
    const both = await TcpProxy.to(...[server, other].map((one) => `127.0.0.1:${(one.address() as AddressInfo).port}`));
    const asked = [0, 0];
    server.on('connection', () => (asked[0] = (asked[0] ?? 0) + 1));
    other.on('connection', () => (asked[1] = (asked[1] ?? 0) + 1));
    for (const text of ['a', 'b', 'c', 'd']) {
      const socket = connect(both.port, '127.0.0.1');
      opened.push(socket);
      expect(await say(socket, text)).toBe(text.toUpperCase());
    }
    expect(asked).toEqual([2, 2]);
    await both.close();
    other.close();
  });
});
