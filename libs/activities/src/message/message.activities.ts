import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { MailRefused, type Mailer, type MessageToSend, type MessageWords } from '@zikui/domain';
import { failpoint } from '@zikui/failpoint';
import { withFailures } from '../failure/failures';
import { withHeartbeat } from '../heartbeat/heartbeat';
import { merchantOfProcess } from '../process/merchant-of-process';
import { FirstTries } from './first-try';

export type MessageOutcome = 'sent' | 'suppressed' | 'failed';
/** Keeps what became of customer messages. Every call may be repeated. */
export interface MessageBook {
  /** What to send; or what already became of the message: sent, failed, overtaken by a newer state. */
  toSend(merchantId: string, messageId: string): Promise<MessageToSend | Readonly<{ kind: MessageOutcome }>>;
  /** `sealed`: what `seal` made of its words. */
  sent(merchantId: string, messageId: string, sealed: string): Promise<void>;
  failed(merchantId: string, messageId: string, why: string): Promise<void>;
}
export type MessageActivities = ReturnType<typeof createMessageActivities>;

/** The longest pause between two tries; a try with less time than that left is the last. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Messages to customers. Money never depends on them. */
export function createMessageActivities(messages: MessageBook, mailer: Mailer, now: () => number = Date.now) {
  const firstTries = new FirstTries(now);

  async function handOver(messageId: string): Promise<MessageOutcome | 'not_taken'> {
    const merchantId = merchantOfProcess();
    const found = await messages.toSend(merchantId, messageId);
    if (!('content' in found)) return found.kind;
    let words: MessageWords;
    try {
      words = await mailer.send(found.content);
    } catch (error) {
      if (!(error instanceof MailRefused && error.permanent)) return 'not_taken';
      await messages.failed(merchantId, messageId, 'refused');
      return 'failed';
    }
    await failpoint('mail.after_accept');
    await messages.sent(merchantId, messageId, found.seal(words));
    return 'sent';
  }

  return withFailures({
    /**
     * Sends one message if the mail server takes it at once; `later` leaves it to `sendMessage`. For local activities:
     * ends within seconds and never fails. Safe to repeat as far as mail is: a message that was marked is not sent again.
     */
    async tryMessage({ messageId }: { messageId: string }): Promise<{ outcome: MessageOutcome | 'later' }> {
      return { outcome: await firstTries.run(() => handOver(messageId)) };
    },

    /** Sends one message under its own Message-ID. A mail server that refuses it for good, or a day of failures, ends it as failed. */
    async sendMessage({ messageId }: { messageId: string }): Promise<{ outcome: MessageOutcome }> {
      const outcome = await withHeartbeat(() => handOver(messageId));
      if (outcome !== 'not_taken') return { outcome };
      // The reason may quote the address: it stays out of the history.
      if (!isLastTry(now()))
        throw ApplicationFailure.create({ type: 'mail_not_sent', message: 'The mail server did not take the message' });
      await messages.failed(merchantOfProcess(), messageId, 'gave_up');
      return { outcome: 'failed' };
    },
  });
}

function isLastTry(nowMs: number): boolean {
  const { scheduledTimestampMs, scheduleToCloseTimeoutMs } = activityInfo();
  return scheduledTimestampMs + scheduleToCloseTimeoutMs - nowMs < LONGEST_PAUSE_MS;
}
