import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { startSandbox, type StartedSandbox } from './started-sandbox';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const body = '{"type":"refund.status_changed","note":"<b>זיכוי</b>"}';

describe("the sandbox's merchant server", () => {
  let sandbox: StartedSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const deliver = async (name: string, signedBy = secret, at = new Date()): Promise<number> => {
    const headers = {
      'content-type': 'application/json',
      'webhook-id': 'ev-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(signedBy).sign('ev-1', at, body),
    };
    return (await fetch(`${sandbox.url}/hooks/${name}`, { method: 'POST', headers, body })).status;
  };
  const received = async (name: string) =>
    ((await sandbox.get(`/_control/hooks/received?name=${name}`)) as { items: Record<string, unknown>[] }).items;

  it('says of each webhook whether a secret of its hook signed it, and lately', async () => {
    expect(await deliver('a')).toBe(204);
    await sandbox.post('/_control/hooks/a', { secrets: [secret] });
    await deliver('a');
    await deliver('a', `whsec_${randomBytes(32).toString('base64')}`);
    await deliver('a', secret, new Date(Date.now() - 10 * 60_000));
    expect((await received('a')).map(({ genuine }) => genuine)).toEqual([null, true, false, false]);
    expect((await received('a'))[1]).toMatchObject({ name: 'a', body, answered: 204 });
    expect(await received('b')).toEqual([]);
  });

  it('answers as it was told, so often', async () => {
    await sandbox.post('/_control/hooks/c', { answer: 503, times: 2 });
    expect([await deliver('c'), await deliver('c'), await deliver('c')]).toEqual([503, 503, 204]);
  });

  it('shows people what came, and nothing of it as markup', async () => {
    const page = await (await fetch(`${sandbox.url}/hooks`)).text();
    expect(page).toContain('NOT genuine');
    expect(page).not.toContain('<b>זיכוי</b>');
  });
});
