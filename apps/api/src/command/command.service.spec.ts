import { RefundError, type ErrorCode, type Principal, type RefundStatus } from '@zikui/domain';
import type {
  AcceptedCommand,
  CommandFacts,
  CommandFactsStore,
  RefundCommand,
  RefundCommandStore,
} from '@zikui/persistence';
import type { CommandOutcome } from '@zikui/process-client';
import { goodEnv } from '../env.builder';
import type { RefundProcesses } from '../process/refund-processes';
import type { ShownRefund } from '../refund/refund-links';
import type { RefundService } from '../refund/refund.service';
import { CommandLinks } from './command-links';
import { CommandService, type CommandAsk } from './command.service';

const [merchantId, refundId, commandId] = ['1', '2', '3'].map(
  (digit) => `${digit.repeat(8)}-0000-7000-8000-000000000000`,
) as [string, string, string];
const principal: Principal = {
  merchantId,
  merchantSlug: 'shop',
  mode: 'test',
  keyId: 'k',
  actor: 'key:ab12cd34',
  owner: 'noa',
  scopes: ['refunds:decide'],
  role: 'lead',
  amountLimit: 1_000,
};
const caller = { principal, asked: { locale: 'en', requestId: 'r-1' } } as const;
const command = (more: Partial<RefundCommand> = {}): RefundCommand => ({
  id: commandId,
  merchantId,
  refundId,
  name: 'decide',
  workflowId: `refund:${merchantId}:${refundId}`,
  payload: {},
  state: 'pending',
  refusal: null,
  answer: null,
  ...more,
});
/** The service with everything around it told what to say; `kept` is what it wrote down. */
function serviceWith(world: {
  known?: boolean;
  refusal?: ErrorCode | null;
  accepted?: AcceptedCommand;
  outcome?: CommandOutcome;
  status?: RefundStatus;
}) {
  const {
    known = false,
    refusal = null,
    accepted = { kind: 'new', command: command() },
    outcome = { kind: 'pending' },
    status = 'awaiting_approval',
  } = world;
  const kept: string[] = [];
  const commands = {
    accept: async () => (kept.push('stored'), accepted),
    done: async (id: string) => void kept.push(`done ${id}`),
    refused: async (id: string, code: string) => void kept.push(`refused ${id} ${code}`),
  } as unknown as RefundCommandStore;
  const facts = { find: async () => ({ known }) as CommandFacts } as unknown as CommandFactsStore;
  const processes = { command: async () => (kept.push('sent'), outcome) } as unknown as RefundProcesses;
  const refunds = { find: async () => ({ id: 'rf', status }) as ShownRefund } as unknown as RefundService;
  const ask: CommandAsk = {
    refundId,
    route: 'POST /v1/refunds/rf_1/decisions',
    key: 'k'.repeat(16),
    body: {},
    name: 'decide',
    payload: {},
    note: null,
    refuse: () => (refusal === null ? null : { code: refusal, values: { decidedBy: 'gil' } }),
  };
  const service = new CommandService(facts, commands, processes, refunds, new CommandLinks(goodEnv()));
  const answer = async (): Promise<unknown> => {
    try {
      const { body, more } = await service.carryOut(caller, ask);
      return [more.status, body, more.headers];
    } catch (error) {
      if (error instanceof RefundError) return [error.code, error.values];
      throw error;
    }
  };
  return { answer, kept };
}

describe('a command', () => {
  it('that the rows refuse is neither stored nor sent', async () => {
    const { answer, kept } = serviceWith({ refusal: 'self_approval' });
    expect([await answer(), kept]).toEqual([['self_approval', { decidedBy: 'gil' }], []]);
  });

  it('that is carried out in time answers with the refund', async () => {
    const { answer, kept } = serviceWith({
      outcome: { kind: 'done', answer: { status: 'processing', openStep: null } },
    });
    expect(await answer()).toEqual([200, { id: 'rf', status: 'awaiting_approval' }, {}]);
    expect(kept).toEqual(['stored', 'sent', `done ${commandId}`]);
  });

  it('that loses a race is refused with the winner, and so is its repeat', async () => {
    const { answer, kept } = serviceWith({
      known: true,
      refusal: 'step_not_open',
      outcome: { kind: 'refused', code: 'step_not_open' },
    });
    expect(await answer()).toEqual(['step_not_open', { decidedBy: 'gil' }]);
    expect(kept).toEqual(['stored', 'sent', `refused ${commandId} step_not_open`]);
  });

  it('whose refusal a newer worker words in a way we do not know is refused all the same', async () => {
    const { answer } = serviceWith({ outcome: { kind: 'refused', code: 'of_tomorrow' } });
    expect(await answer()).toEqual(['invalid_state', {}]);
  });

  it('that gets no answer is told where to look', async () => {
    const { answer, kept } = serviceWith({ outcome: { kind: 'pending' } });
    const location = `/v1/refunds/rf_${refundId.replaceAll('-', '')}/commands/cm_${commandId.replaceAll('-', '')}`;
    expect(await answer()).toEqual([202, expect.objectContaining({ state: 'pending' }), { Location: location }]);
    expect(kept).toEqual(['stored', 'sent']);
  });

  it('without a process waits while the refund is open, and is refused once it is closed', async () => {
    const open = serviceWith({ outcome: { kind: 'no_process' }, status: 'requested' });
    expect(await open.answer()).toMatchObject([202, {}, {}]);
    expect(open.kept).toEqual(['stored', 'sent']);
    const closed = serviceWith({ outcome: { kind: 'no_process' }, status: 'expired' });
    expect(await closed.answer()).toEqual(['step_not_open', {}]);
    expect(closed.kept).toEqual(['stored', 'sent', `refused ${commandId} step_not_open`]);
  });

  it('that was carried out before is not sent again', async () => {
    const { answer, kept } = serviceWith({
      known: true,
      refusal: 'step_not_open',
      accepted: { kind: 'repeat', command: command({ state: 'done' }) },
    });
    expect(await answer()).toEqual([200, expect.anything(), { 'Idempotent-Replayed': 'true' }]);
    expect(kept).toEqual(['stored']);
  });

  it('under a used key with another body is a conflict', async () => {
    const { answer } = serviceWith({ known: true, accepted: { kind: 'conflict' } });
    expect(await answer()).toEqual(['idempotency_conflict', {}]);
  });
});
