import { MockActivityEnvironment } from '@temporalio/testing';
import type { Carrier } from '@zikui/domain';
import { createReturnLabelActivities, type ReturnLabelBook } from './return-label.activities';

const label = { shipmentRef: 'shp_1', trackingCode: 'T1', labelUrl: 'https://carrier.test/1' };
const account = { merchantId: 'm1', apiKey: 'ek_test', webhookSecret: 'secret' };

function labels(book: Partial<ReturnLabelBook>) {
  const done: string[] = [];
  const returns: ReturnLabelBook = {
    labelAsk: async () => ({ carrier: 'easypost', reference: 'rt_1' }),
    labelled: async (_merchantId, _id, carrier, { trackingCode }) => {
      done.push(`labelled ${carrier} ${trackingCode}`);
      return [{ id: 'ms_1', kind: 'return_instructions' }];
    },
    unsentInstructions: async () => [],
    unusedLabels: async () => [],
    labelCancelled: async (_merchantId, parcelId) => void done.push(`cancelled ${parcelId}`),
    ...book,
  };
  const carrier: Carrier = {
    name: 'easypost',
    createReturnLabel: async ({ reference }) => {
      done.push(`order ${reference}`);
      return label;
    },
    cancelReturnLabel: async ({ shipmentRef }) => void done.push(`cancel ${shipmentRef}`),
    readWebhook: () => undefined,
  };
  const accounts = { carrierAccount: async () => account };
  return { activities: createReturnLabelActivities(returns, { carrier: () => carrier }, accounts), done };
}

describe('return labels', () => {
  const environment = new MockActivityEnvironment({
    workflowExecution: { workflowId: 'return:m1:r1:1', runId: 'run' },
  });

  it('are ordered under the reference of the return, stored, and told to the customer', async () => {
    const { activities, done } = labels({});
    expect(await environment.run(() => activities.createReturnLabel({ returnId: 'r1' }))).toEqual({
      messages: [{ id: 'ms_1', kind: 'return_instructions' }],
    });
    expect(done).toEqual(['order rt_1', 'labelled easypost T1']);
  });

  it('are not ordered for a return that is over', async () => {
    const { activities, done } = labels({ labelAsk: async () => undefined });
    expect(await environment.run(() => activities.createReturnLabel({ returnId: 'r1' }))).toEqual({ messages: [] });
    expect(done).toEqual([]);
  });

  it('are still told to the customer when the goods are here before the answer of the one who stored them', async () => {
    const left = [{ id: 'ms_1', kind: 'return_instructions' }] as const;
    const { activities, done } = labels({ labelAsk: async () => undefined, unsentInstructions: async () => left });
    expect(await environment.run(() => activities.createReturnLabel({ returnId: 'r1' }))).toEqual({ messages: left });
    expect(done).toEqual([]);
  });

  it('are taken back one by one, so that a repeat takes back only the rest', async () => {
    const unused = [1, 2].map((no) => ({
      carrier: 'easypost',
      parcelId: `p${no}`,
      shipmentRef: `s${no}`,
    }));
    const { activities, done } = labels({ unusedLabels: async () => unused });
    await environment.run(() => activities.cancelReturnLabel({ returnId: 'r1' }));
    expect(done).toEqual(['cancel s1', 'cancelled p1', 'cancel s2', 'cancelled p2']);
  });
});
