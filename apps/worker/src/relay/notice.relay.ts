import { Injectable, Logger } from '@nestjs/common';
import { MailRefused } from '@zikui/domain';
import { EndpointNoticeStore } from '@zikui/persistence';
import { MailConnections } from '../infrastructure/mail-connections';
import { deliverEach, nameOf, type Box } from './box';

/** Tells whoever keeps an endpoint, by mail, that it answered 410 and was disabled. A crash between the mail server's word and our own may send it once more, under the same Message-ID. */
@Injectable()
export class NoticeRelay implements Box {
  readonly name = 'notices';
  private readonly log = new Logger('Relay');

  constructor(
    private readonly notices: EndpointNoticeStore,
    private readonly mail: MailConnections,
  ) {}

  async deliver(limit: number): Promise<number> {
    return deliverEach(
      await this.notices.due(limit),
      async ({ endpointId, notice }) => {
        await this.mail.mailer.tell(notice);
        await this.notices.ended(endpointId, true);
      },
      ({ endpointId }, error) => {
        this.log.warn({ endpointId, error: nameOf(error) }, 'Nobody could be told that an endpoint is gone');
        return error instanceof MailRefused && error.permanent ? this.notices.ended(endpointId, false) : undefined;
      },
    );
  }
}
