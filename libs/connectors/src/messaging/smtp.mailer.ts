import { MailRefused, type Mailer, type MessageContent, type StaffMail, type StaffMailer } from '@zikui/domain';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine, tame } from './isolate';
import { writeMessage } from './write-message';
import { writeStaffMessage } from './write-staff-message';

export type SmtpSettings = Readonly<{
  smtpUrl: string;
  /** `refunds@example.com` or `Name <refunds@example.com>`. */ from: string;
  timeoutMs?: number;
}>;
export interface SmtpMailer extends Mailer, StaffMailer {
  /** Ends the connections that are kept open between messages. */
  close(): void;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const ADDRESS = /^[^\s<>,;:"()[\]\\@]{1,64}@[^\s<>,;:"()[\]\\@]{1,255}$/;
const MESSAGE_ID = /^[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[\w.-]{1,200}$/;

function checked(what: string, pattern: RegExp, value: string): string {
  // A line break in a header would let a name or an address add headers of its own.
  if (!pattern.test(value)) throw new MailRefused(true, `${what}_invalid`);
  return value;
}

/** The server's own words are left out: they often repeat the address. */
function refusal(error: unknown): MailRefused {
  if (error instanceof MailRefused) return error;
  const { responseCode, command, code } = (typeof error === 'object' && error !== null ? error : {}) as Readonly<
    Record<'responseCode' | 'command' | 'code', unknown>
  >;
  if (typeof responseCode !== 'number')
    return new MailRefused(false, `mail_${typeof code === 'string' ? code : 'failed'}`);
  // Only a refusal of this recipient or this text is final; a refused login or sender is ours to mend.
  const final = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return new MailRefused(final, `smtp_${responseCode}`);
}

/** Sends by SMTP, with STARTTLS where the server offers it. Connections are kept and shared. */
export function createSmtpMailer({ smtpUrl, from, timeoutMs = DEFAULT_TIMEOUT_MS }: SmtpSettings): SmtpMailer {
  const sender = checked('sender', ADDRESS, /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim());
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  type Envelope = Pick<MessageContent, 'messageId' | 'merchantName' | 'to' | 'locale' | 'test'>;
  type Written = Readonly<{ subject: string; text: string; html?: string }>;
  async function deliver(content: Envelope, { subject, text, html }: Written): Promise<void> {
    const mail = new MailComposer({
      messageId: `<${checked('message_id', MESSAGE_ID, content.messageId)}>`,
      from: { name: tame(content.merchantName), address: sender },
      to: { name: tame(content.to.name ?? ''), address: checked('address', ADDRESS, content.to.address) },
      subject: oneLine(subject),
      ...(html !== undefined && { html }),
      text,
      headers: {
        'Content-Language': content.locale,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(content.test ? { 'X-Zikui-Mode': 'test' } : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    // Made whole first: it then leaves in a few packets, where a stream would send each of its parts alone.
    await transport.sendMail({ envelope: mail.getEnvelope(), raw: await mail.build() });
  }
  return {
    async send(content) {
      try {
        await deliver(content, writeMessage(content));
      } catch (error) {
        throw refusal(error);
      }
    },
    async sendToStaff(mail: StaffMail) {
      try {
        await deliver({ ...mail, to: { name: null, address: mail.to } }, writeStaffMessage(mail));
      } catch (error) {
        throw refusal(error);
      }
    },
    close: () => transport.close(),
  };
}
