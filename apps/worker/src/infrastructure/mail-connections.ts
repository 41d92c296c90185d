import type { SmtpMailer } from '@zikui/connectors';

/** The mail server's connections, under a name that can be injected. */
export class MailConnections {
  constructor(readonly mailer: SmtpMailer) {}
}
