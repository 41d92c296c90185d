import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Env } from '../../../apps/sandbox/src/env';
import { openSandbox, type Sandbox } from '../../../apps/sandbox/src/open-sandbox';

export type StartedSandbox = Readonly<{
  url: string;
  smtpUrl: string;
  /** Calls a control route; answers are read as JSON. */ post: (route: string, body: object) => Promise<unknown>;
  get: (route: string) => Promise<unknown>;
  stop: () => Promise<void>;
}>;

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${String(answer.status)}: ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** A sandbox of its own on free ports, gone with its data when the tests end. */
export async function startSandbox(changes: Partial<Env> = {}): Promise<StartedSandbox> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zikui-sandbox-'));
  const env = Object.assign(new Env(), { SANDBOX_PORT: 0, SANDBOX_SMTP_PORT: 0, SANDBOX_DATA_DIR: folder }, changes);
  const sandbox: Sandbox = await openSandbox(env, ['error']);
  return {
    url: sandbox.url,
    smtpUrl: sandbox.smtpUrl,
    post: async (route, body) =>
      read(
        await fetch(sandbox.url + route, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    get: async (route) => read(await fetch(sandbox.url + route)),
    async stop() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
