import {
  MailRefused,
  type EndpointNotice,
  type Locale,
  type Mailer,
  type MessageContent,
  type StaffMailer,
} from '@zikui/domain';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { oneLine, tame } from './isolate';
import { keptWords, writeMessage, type WrittenMessage } from './write-message';
import { writeNotice } from './write-notice';
import { writeStaffMessage } from './write-staff-message';

export type SmtpSettings = Readonly<{
  smtpUrl: string;
  /** `refunds@example.com` or `Name <refunds@example.com>`. */ from: string;
  timeoutMs?: number;
}>;
export interface SmtpMailer extends Mailer, StaffMailer {
  /** Tells whoever keeps an endpoint that it is gone; the same `messageId` on a repeat. Throws as `send` does. */
  tell(notice: EndpointNotice): Promise<void>;
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

  type Written = Omit<WrittenMessage, 'html'> & Partial<WrittenMessage>;
  async function deliver({ subject, html, text }: Written, head: Head): Promise<void> {
    const mail = new MailComposer({
      messageId: `<${checked('message_id', MESSAGE_ID, head.messageId)}>`,
      from: { name: tame(head.merchantName), address: sender },
      to: { name: tame(head.to.name ?? ''), address: checked('address', ADDRESS, head.to.address) },
      subject: oneLine(subject),
      ...(html !== undefined && { html }),
      text,
      headers: {
        'Content-Language': head.locale,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(head.test ? { 'X-Zikui-Mode': 'test' } : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    // Made whole first: it then leaves in a few packets, where a stream would send each of its parts alone.
    await transport.sendMail({ envelope: mail.getEnvelope(), raw: await mail.build() });
  }
  const orRefuse = async <Said>(sending: () => Promise<Said>): Promise<Said> => {
    try {
      return await sending();
    } catch (error) {
      throw refusal(error);
    }
  };
  return {
    send: (content) =>
      orRefuse(async () => {
        const written = writeMessage(content);
        await deliver(written, content);
        return keptWords(written, content);
      }),
    tell: (notice) =>
      orRefuse(() => deliver(writeNotice(notice), { ...notice, to: { name: null, address: notice.to } })),
    sendToStaff: (mail) =>
      orRefuse(() => deliver(writeStaffMessage(mail), { ...mail, to: { name: null, address: mail.to } })),
    close: () => transport.close(),
  };
}

/** What stands in the head of a mail. */
type Head = Pick<MessageContent, 'messageId' | 'merchantName' | 'to' | 'test'> & Readonly<{ locale: Locale }>;
