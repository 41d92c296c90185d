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
});
