import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { MailRefused, type MessageContent, type MessageToSend } from '@zikui/domain';
import { createMessageActivities, type MessageOutcome } from './message.activities';

const DAY_MS = 86_400_000;
const STARTED_MS = 1_000_000;
const OF_REFUND = { workflowId: 'refund:m1:r1', runId: 'run' };
const content = { kind: 'refund_completed', to: { name: null, address: 'a@example.test' } } as MessageContent;

const words = { subject: 'Your refund', text: 'It is complete.' };
const due: MessageToSend = { content, seal: ({ subject, text }) => `sealed ${subject} ${text}` };
type Stored = MessageToSend | { kind: MessageOutcome };

function send(
  error: Error | null,
  { stored = due, nowMs = STARTED_MS }: { stored?: Stored; nowMs?: number } = {},
): { outcome: Promise<{ outcome: MessageOutcome }>; done: string[] } {
  const done: string[] = [];
  const book = {
    toSend: async () => stored,
    sent: async (_merchantId: string, _id: string, sealed: string) => void done.push(`sent, ${sealed}`),
    failed: async (_merchantId: string, _id: string, why: string) => void done.push(`failed ${why}`),
  };
  const mailer = {
    send: async () => {
      done.push('mailed');
      if (error) throw error;
      return words;
    },
  };
  const environment = new MockActivityEnvironment(
    { workflowExecution: OF_REFUND, scheduledTimestampMs: STARTED_MS, scheduleToCloseTimeoutMs: DAY_MS },
    { logger: new DefaultLogger('ERROR') },
  );
  const { sendMessage } = createMessageActivities(book, mailer, () => nowMs);
  return { outcome: environment.run(() => sendMessage({ messageId: 'ms_1' })), done };
}

describe('sendMessage', () => {
  it('mails, and remembers it with the words that left', async () => {
    const { outcome, done } = send(null);
    expect(await outcome).toEqual({ outcome: 'sent' });
    expect(done).toEqual(['mailed', 'sent, sealed Your refund It is complete.']);
  });

  it('mails nothing that was sent, failed or overtaken before', async () => {
    const { outcome, done } = send(null, { stored: { kind: 'suppressed' } });
    expect(await outcome).toEqual({ outcome: 'suppressed' });
    expect(done).toEqual([]);
  });

  it('gives up at once what the mail server refuses for good', async () => {
    const { outcome, done } = send(new MailRefused(true, 'no such user'));
    expect(await outcome).toEqual({ outcome: 'failed' });
    expect(done).toEqual(['mailed', 'failed refused']);
  });

  it('tries again later, and keeps the reason out of the history: it may quote the address', async () => {
    const { outcome, done } = send(new MailRefused(false, 'a@example.test is greylisted'));
    await expect(outcome).rejects.toMatchObject({ type: 'mail_not_sent', nonRetryable: false });
    await expect(outcome).rejects.not.toThrow('example.test');
    expect(done).toEqual(['mailed']);
  });

  it('gives up on the last try of the day', async () => {
    const { outcome, done } = send(new Error('connection refused'), { nowMs: STARTED_MS + DAY_MS - 1000 });
    expect(await outcome).toEqual({ outcome: 'failed' });
    expect(done).toEqual(['mailed', 'failed gave_up']);
  });
});

describe('a mail server that takes its time', () => {
  it('is waited for, while the server hears that this worker lives: of one that was killed the next takes over soon', async () => {
    let accept = (): void => undefined;
    const mailer = { send: () => new Promise<typeof words>((resolve) => (accept = () => resolve(words))) };
    const book = { toSend: async () => due, sent: async () => undefined, failed: async () => undefined };
    const environment = new MockActivityEnvironment(
      { workflowExecution: OF_REFUND, heartbeatTimeoutMs: 30 },
      { logger: new DefaultLogger('ERROR') },
    );
    const beaten = new Promise((resolve) => environment.once('heartbeat', resolve));
    const sending = environment.run(async () => {
      expect(await createMessageActivities(book, mailer).sendMessage({ messageId: 'ms_1' })).toEqual({
        outcome: 'sent',
      });
    });
    await beaten;
    accept();
    await sending;
  });
});

describe('tryMessage', () => {
  async function tryOnce(error: Error | null, stored: Stored = due): Promise<readonly string[]> {
    const done: string[] = [];
    const book = {
      toSend: async () => stored,
      sent: async () => void done.push('sent'),
      failed: async (_merchantId: string, _id: string, why: string) => void done.push(`failed ${why}`),
    };
    const send = async () => {
      if (error) throw error;
      return words;
    };
    const { tryMessage } = createMessageActivities(book, { send });
    const environment = new MockActivityEnvironment({ workflowExecution: OF_REFUND });
    let outcome = '';
    await environment.run(async () => {
      ({ outcome } = await tryMessage({ messageId: 'ms_1' }));
    });
    return [outcome, ...done];
  }

  it('mails at once and remembers it', async () => expect(await tryOnce(null)).toEqual(['sent', 'sent']));

  it('mails nothing that was overtaken', async () =>
    expect(await tryOnce(null, { kind: 'suppressed' })).toEqual(['suppressed']));

  it('leaves to the queue what the mail server does not take now, and remembers what it refuses for good', async () => {
    expect(await tryOnce(new MailRefused(false, 'greylisted'))).toEqual(['later']);
    expect(await tryOnce(new Error('connection refused'))).toEqual(['later']);
    expect(await tryOnce(new MailRefused(true, 'no such user'))).toEqual(['failed', 'failed refused']);
  });
});
