import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openReceiver, RECEIVER_SECRET } from './webhook-receiver';

jest.setTimeout(60_000); // Each start compiles the sources.
const ROOT = path.resolve(__dirname, '../../..');
type Running = Readonly<{ url: string; smtpPort: number; process: ChildProcess }>;
const started: ChildProcess[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zikui-sandbox-'));
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(settings: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'apps/sandbox/src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      TS_NODE_PROJECT: 'tsconfig.json',
      SANDBOX_PORT: '0',
      SANDBOX_SMTP_PORT: '0',
      SANDBOX_DATA_DIR: folder,
      SANDBOX_WEBHOOK_RETRY_MS: '50',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = run(settings);
  for await (const line of createInterface(child.stdout!)) {
    const [, url = '', smtpPort = ''] = /^sandbox open at (\S+), mail at smtp:\/\/[\d.]+:(\d+)$/.exec(line) ?? [];
    if (url !== '') return { url, smtpPort: Number(smtpPort), process: child };
  }
  throw new Error('the sandbox did not start');
}
async function stop({ process: child }: Running, signal: NodeJS.Signals): Promise<readonly unknown[]> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return ended;
}
async function post(url: string, body: string | URLSearchParams): Promise<{ id: string }> {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined;
  const answer = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer sk_test_p', ...type }, body });
  return (await answer.json()) as { id: string };
}
const pay = ({ url }: Running) =>
  post(`${url}/v1/payment_intents`, new URLSearchParams({ amount: '900', currency: 'ils' }));
const refund = ({ url }: Running, payment: string) =>
  post(`${url}/v1/refunds`, new URLSearchParams({ payment_intent: payment, amount: '100' }));

describe('the sandbox as a process', () => {
  it('goes on with the data of last time, also after a kill, and delivers what was on its way', async () => {
    const receiver = await openReceiver(() => true);
    const first = await start({ SANDBOX_WEBHOOK_RETRY_MS: '3600000' });
    const endpoint = { account: 'sk_test_p', url: receiver.url, secret: RECEIVER_SECRET };
    await post(`${first.url}/_control/webhook-endpoints`, JSON.stringify(endpoint));
    const { id } = await pay(first);
    receiver.answerWith(503);
    const made = await refund(first, id);
    await receiver.deliveries(1);
    // Another call and its answer: what was answered before is in the file by then.
    await (await fetch(`${first.url}/health`)).text();
    expect(await stop(first, 'SIGKILL')).toEqual([null, 'SIGKILL']);

    const second = await start();
    await receiver.deliveries(2);
    expect(receiver.events[1]).toMatchObject({ id: receiver.events[0]?.id });
    const ledger = (await (await fetch(`${second.url}/_ledger`)).json()) as { items: readonly { id: string }[] };
    expect(ledger.items.map((item) => item.id)).toEqual([made.id]);
    expect(await stop(second, 'SIGINT')).toEqual([0, null]);
    await receiver.close();
  });

  it('ends at SIGTERM although a call hangs and a mail connection is open', async () => {
    const running = await start();
    const { id } = await pay(running);
    await post(`${running.url}/_faults`, JSON.stringify({ target: 'gateway', action: 'commit_then_timeout' }));
    const hanging = refund(running, id).catch(() => 'cut off');
    const mail = new Socket().connect(running.smtpPort, '127.0.0.1');
    mail.on('error', () => undefined);
    await once(mail, 'data');
    for (let booked = 0; booked === 0;) {
      const answer = await fetch(`${running.url}/_ledger?gatewayRef=${id}`);
      booked = ((await answer.json()) as { items: readonly unknown[] }).items.length;
    }
    expect(await stop(running, 'SIGTERM')).toEqual([0, null]);
    expect(await hanging).toBe('cut off');
    mail.destroy();
  });

  it('refuses to start with a bad setting, names it and does not show its value', async () => {
    const child = run({ SANDBOX_PORT: 'hunter2', SANDBOX_WEBHOOK_RETRY_MS: 'soon' });
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said).toMatch(/SANDBOX_PORT: .*\n.*SANDBOX_WEBHOOK_RETRY_MS: /);
    expect(said).not.toMatch(/hunter2|soon/);
  });
});
