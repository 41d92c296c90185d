import { MockActivityEnvironment } from '@temporalio/testing';
import { RefundError } from '@zikui/domain';
import type { Projected, Transition } from '@zikui/persistence';
import { createRefundProcessActivities } from './refund-process.activities';

const at: Transition = { merchantId: 'm1', refundId: 'r1', runId: 'run', seq: 1, version: 1 };
const projected = { applied: true, status: 'completed' } as Projected;

describe('the writes of a process', () => {
  const refused = async () => Promise.reject(new RefundError('refund_not_found'));
  const refusing = { open: refused, openRepair: refused, project: refused, finish: refused };
  const failed: string[] = [];
  const messages = { failed: async (...said: string[]) => void failed.push(said.join(' ')) };

  it('complete a card refund and store credit by the same transaction', async () => {
    const finished: Transition[] = [];
    const finish = async (transition: Transition) => {
      finished.push(transition);
      return projected;
    };
    const writes = createRefundProcessActivities({ ...refusing, finish }, messages);
    expect(await writes.finishRefund(at)).toBe(projected);
    expect(await writes.issueStoreCredit(at)).toBe(projected);
    expect(finished).toEqual([at, at]);
  });

  it('leave as failures of the code that refused them', async () => {
    const writes = createRefundProcessActivities(refusing, messages);
    await expect(writes.openRefund(at)).rejects.toMatchObject({ type: 'refund_not_found', nonRetryable: true });
    await expect(writes.openRepair({ at, repair: 1 })).rejects.toMatchObject({ type: 'refund_not_found' });
  });

  it('note a message that nobody will send any more', async () => {
    const writes = createRefundProcessActivities(refusing, messages);
    const ofRepair = { workflowExecution: { workflowId: 'repair:m1:r1:1', runId: 'run' } };
    await new MockActivityEnvironment(ofRepair).run(() => writes.giveUpMessage({ messageId: 'ms_1' }));
    expect(failed).toEqual(['m1 ms_1 gave_up']);
  });
});
