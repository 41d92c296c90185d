import { Logger } from '@nestjs/common';
import type { InboxStore } from '@zikui/persistence';
import type { RefundProcesses } from '../process/refund-processes';
import { WakeProcess } from './wake-process';

const signal = {
  name: 'carrierEvent',
  workflowId: 'return:m:r:1',
  event: { eventId: 'e', status: 'delivered', occurredAtMs: 0 },
} as const;

async function keptFor(told: 'signalled' | 'closed' | 'no_answer'): Promise<string[]> {
  const kept: string[] = [];
  const inbox = {
    signalled: async (id: string) => void kept.push(`signalled ${id}`),
    late: async (id: string) => void kept.push(`late ${id}`),
  } as unknown as InboxStore;
  await new WakeProcess({ signal: async () => told } as unknown as RefundProcesses, inbox).tell('i-1', signal);
  return kept;
}

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('waking a process', () => {
  it('notes that it was told', async () => expect(await keptFor('signalled')).toEqual(['signalled i-1']));
  it('notes that it was over', async () => expect(await keptFor('closed')).toEqual(['late i-1']));
  it('leaves the rest to the relay', async () => expect(await keptFor('no_answer')).toEqual([]));
});
