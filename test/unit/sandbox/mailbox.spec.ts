import { createTransport } from 'nodemailer';
import { startSandbox, type StartedSandbox } from './started-sandbox';

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const SUBJECT = 'ההחזר עבור <b>ORD-1</b> אושר';
async function send(to: readonly string[], more: object = {}): Promise<void> {
  const transport = createTransport(sandbox.smtpUrl);
  const html = '<p dir="rtl">שלום<script>parent.alert(1)</script></p>';
  await transport.sendMail({
    from: 'Shop <shop@example.com>',
    to: [...to],
    subject: SUBJECT,
    text: 'שלום & <עולם>',
    html,
    ...more,
  });
  transport.close();
}
type Mail = Readonly<{ id: string; subject: string; text: string; to: readonly string[] }>;
const mails = async (query = ''): Promise<readonly Mail[]> =>
  ((await sandbox.get(`/mailbox/messages${query}`)) as { items: readonly Mail[] }).items;
const page = async (path: string) => {
  const answer = await fetch(sandbox.url + path);
  return { status: answer.status, text: await answer.text(), policy: answer.headers.get('content-security-policy') };
};

describe('the mailbox', () => {
  it('shows what arrived to programs: newest first, of one address, whatever its case', async () => {
    await send(['a@example.com']);
    await send(['B@example.com', 'a@example.com'], { subject: 'second' });
    expect((await mails()).map(({ subject }) => subject)).toEqual(['second', SUBJECT]);
    expect((await mails('?to=A@Example.com')).map(({ subject }) => subject)).toEqual(['second', SUBJECT]);
    expect((await mails('?to=b@example.com')).map(({ to }) => to)).toEqual([['B@example.com', 'a@example.com']]);
    expect(await mails('?limit=1')).toHaveLength(1);
    expect((await mails())[1]?.text.trim()).toBe('שלום & <עולם>');
  });

  it('counts the hidden recipients too: they are who really gets it', async () => {
    await send(['c@example.com'], { bcc: 'hidden@example.com' });
    expect(await mails('?to=hidden@example.com')).toHaveLength(1);
  });

  it('shows a list and each mail to people, every value in its own direction and none as markup', async () => {
    await send(['d@example.com']);
    const id = (await mails('?to=d@example.com'))[0]!.id;
    const list = await page('/mailbox');
    expect(list.text).toContain(`<a href="/mailbox/${id}"><bdi>ההחזר עבור &lt;b&gt;ORD-1&lt;/b&gt; אושר</bdi></a>`);
    const one = await page(`/mailbox/${id}`);
    expect(one.text).toContain('<bdi>Shop &lt;shop@example.com&gt;</bdi>');
    expect(one.text).toContain(`<iframe sandbox title="HTML part" src="/mailbox/messages/${id}.html">`);
    expect(one.text).toContain('<pre dir="auto">שלום &amp; &lt;עולם&gt;');
    expect(list.text + one.text).not.toContain('<script');
  });

  it('gives the HTML part alone where it can do nothing, and everything as JSON', async () => {
    await send(['e@example.com']);
    const id = (await mails('?to=e@example.com'))[0]!.id;
    const html = await page(`/mailbox/messages/${id}.html`);
    expect(html.text).toContain('<p dir="rtl">שלום');
    expect(html.policy).toContain("sandbox; default-src 'none'");
    expect(await sandbox.get(`/mailbox/messages/${id}.json`)).toMatchObject({ id, to: ['e@example.com'] });
  });

  it('has no page for a mail that never came', async () => {
    expect((await page('/mailbox/0')).status).toBe(404);
    expect((await page('/mailbox/messages/0.html')).status).toBe(404);
    expect((await page('/mailbox/messages/0.exe')).status).toBe(404);
  });

  it('is empty after it was cleared', async () => {
    await send(['f@example.com']);
    await fetch(`${sandbox.url}/mailbox/messages`, { method: 'DELETE' });
    expect(await mails()).toEqual([]);
    expect((await page('/mailbox')).text).toContain('No mail yet');
  });

  it('has a page that leads to everything, and says that it is well', async () => {
    const home = (await page('/')).text;
    for (const path of ['/mailbox', '/_ledger', '/_faults', '/_control/webhook-endpoints', '/_control/parcels']) {
      expect(home).toContain(`href="${path}"`);
      expect((await page(path)).status).toBe(200);
    }
    expect(await sandbox.get('/health')).toEqual({ status: 'ok' });
  });
});
