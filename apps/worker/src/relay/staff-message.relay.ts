import { Injectable, Logger } from '@nestjs/common';
import { MailRefused } from '@zikui/domain';
import { sha256Hex, StaffMessageStore, type DueStaffMail } from '@zikui/persistence';
import { Env } from '../env';
import { MailConnections } from '../infrastructure/mail-connections';
import { deliverEach, nameOf, type Box } from './box';

/** Tells approvers what waits for them: one mail for all that is due to a person at a time. */
@Injectable()
export class StaffMessageRelay implements Box {
  readonly name = 'staff_messages';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly messages: StaffMessageStore,
    private readonly mail: MailConnections,
    private readonly env: Env,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.messages.due(limit),
      (due) => this.send(due),
      ({ ids }, error) => this.log.warn({ messages: ids.length, error: nameOf(error) }, 'An approver was not told'),
    );
  }

  private async send(due: DueStaffMail): Promise<void> {
    const { ids, to, merchantSlug, ...content } = due;
    if (to === null) return this.messages.failed(ids, true);
    const messageId = `${sha256Hex(ids.join()).slice(0, 32)}.staff@${merchantSlug}.zikui`;
    try {
      await this.mail.mailer.sendToStaff({ ...content, to, messageId, consoleUrl: `${this.env.PUBLIC_URL}/console` });
      await this.messages.sent(ids);
    } catch (error) {
      await this.messages.failed(ids, error instanceof MailRefused && error.permanent);
      throw error;
    }
  }
}
