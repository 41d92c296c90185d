import { Injectable, Logger } from '@nestjs/common';
import { MailRefused } from '@zikui/domain';
import { MessageStore, OwnMessageStore, type DueMessage } from '@zikui/persistence';
import { MailConnections } from '../infrastructure/mail-connections';
import { deliverEach, nameOf, type Box } from './box';

/** Tells customers what no process tells them: that there is a question, and the link that they asked for. A crash may send one once more, under the same Message-ID. */
@Injectable()
export class OwnMessageRelay implements Box {
  readonly name = 'own_messages';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly due: OwnMessageStore,
    private readonly messages: MessageStore,
    private readonly mail: MailConnections,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.due.due(limit),
      (due) => this.send(due),
      ({ messageId, ...due }, error) => {
        this.log.warn({ messageId, error: nameOf(error) }, 'A customer was not told');
        const isOver = due.isLastTry || (error instanceof MailRefused && error.permanent);
        return isOver ? this.messages.failed(due.merchantId, messageId, 'gave_up') : undefined;
      },
    );
  }

  private async send({ merchantId, messageId }: DueMessage): Promise<void> {
    const found = await this.messages.toSend(merchantId, messageId);
    if (!('content' in found)) return;
    const words = await this.mail.mailer.send(found.content);
    await this.messages.sent(merchantId, messageId, found.seal(words));
  }
}
