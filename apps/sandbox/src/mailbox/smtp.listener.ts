import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Env } from '../env';
import { FaultBox } from '../faults/fault-box';
import { MailStore } from './mail-store';

const BIGGEST_MAIL = 5 * 1024 * 1024;
const FAULTS = ['refuse', 'defer', 'timeout', 'accept_then_reset'] as const;
const REFUSALS = [
  ['refuse', 550, 'No such mailbox'],
  ['defer', 451, 'Try again later'],
  ['too_big', 552, 'The mail is too big'],
] as const;
type Done = (error?: Error | null) => void;

const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
const recipients = ({ envelope }: SMTPServerSession): string[] => envelope.rcptTo.map(({ address }) => address);

/** A mail server that accepts everything and delivers nothing: mails end in the mailbox page. */
@Injectable()
export class SmtpListener implements OnApplicationShutdown {
  private readonly log = new Logger('Mail');
  private server: SMTPServer | undefined;

  constructor(
    private readonly store: MailStore,
    private readonly box: FaultBox,
    @Inject(Env) private readonly env: Env,
  ) {}

  /** Listens, and tells on which port. */
  async listen(): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      hidePIPELINING: false,
      size: BIGGEST_MAIL,
      closeTimeout: 1_000,
      onData: (stream, session, done) => {
        this.receive(stream, session, done).catch((error: unknown) => {
          this.log.error(error instanceof Error ? error.message : 'a mail could not be read');
          done(smtpError(451, 'The mail could not be read'));
        });
      },
    });
    // A client that breaks off ends its own connection, not the server.
    server.on('error', (error: Error) => this.log.debug(error.message));
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.env.SANDBOX_SMTP_PORT, this.env.SANDBOX_HOST, () => {
        server.off('error', reject);
        resolve((server.server.address() as AddressInfo).port);
      });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.server;
    if (server !== undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const to = recipients(session);
    const faults = this.box.take('mail', FAULTS, { to });
    if (faults.has('timeout')) return; // The client waits for an answer to its mail until it gives up.
    const refusal = REFUSALS.find(([action]) => (action === 'too_big' ? stream.sizeExceeded : faults.has(action)));
    if (refusal !== undefined) {
      done(smtpError(refusal[1], refusal[2]));
      return;
    }
    await this.keep(Buffer.concat(chunks), session, to);
    if (faults.has('accept_then_reset')) this.breakOff(session);
    else done();
  }

  /** The mail is here, but its sender never learns it. */
  private breakOff({ id }: SMTPServerSession): void {
    for (const connection of this.server?.connections ?? [])
      if (connection.session.id === id) connection._socket.destroy();
  }

  private async keep(raw: Buffer, { envelope }: SMTPServerSession, to: readonly string[]): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.store.add({
      id: randomUUID(),
      messageId: mail.messageId ?? null,
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      sender: mail.from ? `${mail.from.name} <${mail.from.address ?? ''}>`.trim() : '',
      to,
      subject: mail.subject ?? '',
      receivedAt: new Date().toISOString(),
      headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
      text: mail.text ?? '',
      html: mail.html ?? '',
    });
  }
}
