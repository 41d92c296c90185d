import { createSmtpMailer, type SmtpMailer } from '@zikui/connectors';
import { MESSAGE_KINDS } from '@zikui/domain';
import { messageContent } from '../../../libs/connectors/src/messaging/message-content.builder';
import { startSandbox, type StartedSandbox } from '../sandbox/started-sandbox';

type Mail = Readonly<{
  id: string;
  messageId: string;
  from: string;
  to: readonly string[];
  subject: string;
  html: string;
  text: string;
  headers: readonly Readonly<{ name: string; value: string }>[];
}>;
let sandbox: StartedSandbox;
let mailer: SmtpMailer;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailer = createSmtpMailer({ smtpUrl: sandbox.smtpUrl, from: 'Zikui <refunds@zikui.test>', timeoutMs: 400 });
});
afterAll(async () => {
  mailer.close();
  await sandbox.stop();
});

let people = 0;
const nextAddress = () => `customer-${String((people += 1))}@example.com`;
const received = async (to: string): Promise<readonly Mail[]> =>
  ((await sandbox.get(`/mailbox/messages?to=${encodeURIComponent(to)}`)) as { items: readonly Mail[] }).items;
const sentTo = (address: string, changes: Parameters<typeof messageContent>[0] = {}) =>
  messageContent({
    to: { name: 'דנה כהן', address },
    messageId: `${address.replace('@', '.')}@zikui.test`,
    ...changes,
  });
const strike = (action: string, to: string) => sandbox.post('/_faults', { target: 'mail', action, match: { to } });

describe('mail over SMTP', () => {
  it.each(MESSAGE_KINDS.flatMap((kind) => [[kind, 'he'] as const, [kind, 'en'] as const]))(
    '%s in %s arrives with all its parts',
    async (kind, locale) => {
      const address = nextAddress();
      await mailer.send(sentTo(address, { kind, locale }));
      const [mail, ...others] = await received(address);
      expect(others).toEqual([]);
      expect(mail?.subject).toContain('ORD-1001');
      expect(mail?.html).toContain(`<html lang="${locale}" dir="${locale === 'he' ? 'rtl' : 'ltr'}">`);
      expect(mail?.text).toContain('ORD-1001');
    },
  );

  it.each([
    ['he', 'הושבתה', 'rtl'],
    ['en', 'was disabled', 'ltr'],
  ] as const)('tells in %s that an endpoint is gone', async (locale, words, dir) => {
    const to = nextAddress();
    await mailer.tell({
      ...{ locale, to, test: true, messageId: `gone.${locale}@zikui.test`, merchantName: 'Shop <b>Ltd</b>' },
      ...{ url: 'https://shop.example.com/zikui?a=1&b=2', description: null },
    });
    const [mail] = await received(to);
    expect(mail?.subject).toContain(words);
    expect(mail?.subject).toContain('[TEST]');
    expect(mail?.html).toContain(`dir="${dir}"`);
    expect(mail?.html).not.toContain('<b>Ltd</b>');
    expect(mail?.text).toContain('https://shop.example.com/zikui?a=1&b=2');
  });

  it('comes from the address of the house in the name of the merchant, to one customer, and says what it is', async () => {
    const address = nextAddress();
    await mailer.send(sentTo(address));
    const [mail] = await received(address);
    const headers = Object.fromEntries((mail?.headers ?? []).map(({ name, value }) => [name, value]));
    expect(mail).toMatchObject({ from: 'refunds@zikui.test', to: [address] });
    expect(headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'content-language': 'he',
      'x-zikui-mode': 'test',
    });
  });

  it('has the same Message-ID on every repeat', async () => {
    const address = nextAddress();
    await mailer.send(sentTo(address));
    await mailer.send(sentTo(address));
    const ids = (await received(address)).map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${address.replace('@', '.')}@zikui.test>`, `<${address.replace('@', '.')}@zikui.test>`]);
  });

  it('never lets a name, a merchant or a sale add a header', async () => {
    const address = nextAddress();
    const evil = 'x\r\nBcc: victim@example.com\r\n\r\nbody';
    await mailer.send(sentTo(address, { to: { name: evil, address }, merchantName: evil, saleRef: evil }));
    const [mail] = await received(address);
    expect(mail?.to).toEqual([address]);
    expect(mail?.headers.map(({ name }) => name)).not.toContain('bcc');
    expect(await received('victim@example.com')).toEqual([]);
  });

  it.each(['not-an-address', 'a@b@c', 'a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', ''])(
    'refuses %j for good',
    async (address) => {
      await expect(mailer.send(sentTo('x@y', { to: { name: null, address } }))).rejects.toMatchObject({
        name: 'MailRefused',
        permanent: true,
        message: 'address_invalid',
      });
    },
  );

  it('refuses a Message-ID that is none', async () => {
    await expect(mailer.send(sentTo(nextAddress(), { messageId: 'a b' }))).rejects.toMatchObject({ permanent: true });
  });

  it('tells a refused recipient from a server that asks for patience, without repeating the address', async () => {
    const refused = nextAddress();
    await strike('refuse', refused);
    await expect(mailer.send(sentTo(refused))).rejects.toMatchObject({ permanent: true, message: 'smtp_550' });
    const deferred = nextAddress();
    await strike('defer', deferred);
    await expect(mailer.send(sentTo(deferred))).rejects.toMatchObject({ permanent: false, message: 'smtp_451' });
  });

  it('gives up waiting for a silent server, and may try again', async () => {
    const address = nextAddress();
    await strike('timeout', address);
    await expect(mailer.send(sentTo(address))).rejects.toMatchObject({ permanent: false });
    await mailer.send(sentTo(address));
    expect(await received(address)).toHaveLength(1);
  });

  it('does not know that a mail arrived when the connection ends before the answer', async () => {
    const address = nextAddress();
    await strike('accept_then_reset', address);
    await expect(mailer.send(sentTo(address))).rejects.toMatchObject({ permanent: false });
    expect(await received(address)).toHaveLength(1);
  });

  it('may try again where nobody listens', async () => {
    const away = createSmtpMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@zikui.test', timeoutMs: 400 });
    await expect(away.send(sentTo(nextAddress()))).rejects.toMatchObject({ name: 'MailRefused', permanent: false });
    away.close();
  });

  it('refuses a sender that is no address at start', () => {
    expect(() => createSmtpMailer({ smtpUrl: sandbox.smtpUrl, from: 'Zikui' })).toThrow('sender_invalid');
  });
});
