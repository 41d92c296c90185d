import { Injectable, Logger } from '@nestjs/common';
import { failpoint } from '@zikui/failpoint';
import { InboxStore, type SignalToSend } from '@zikui/persistence';
import { RefundProcesses } from '../process/refund-processes';

/** Tells a process of a fact that lies in the inbox. What is not told here is told by the relay. */
@Injectable()
export class WakeProcess {
  private readonly log = new Logger('WakeProcess');

  constructor(
    private readonly processes: RefundProcesses,
    private readonly inbox: InboxStore,
  ) {}

  async tell(inboxId: string, signal: SignalToSend): Promise<void> {
    await failpoint('inbox.after_insert');
    const told = await this.processes.signal(signal);
    await failpoint('inbox.after_signal');
    if (told === 'signalled') await this.inbox.signalled(inboxId);
    else if (told === 'closed') await this.inbox.late(inboxId);
    else this.log.warn({ inboxId }, 'Signal left to the relay');
  }
}
