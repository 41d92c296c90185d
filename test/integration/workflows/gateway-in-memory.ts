import type { CallsAtOnce } from '@zikui/activities';
import {
  GatewayNotReached,
  GatewayOutcomeUnknown,
  type GatewayAsk,
  type GatewayOutcome,
  type PaymentGateway,
} from '@zikui/domain';
import { capabilities } from '../../../libs/domain/src/transfer/gateway-capabilities.builder';
import type { GatewayAct, PlannedTransfer } from './refund-plan';

/** A gateway with its own ledger, which does to each payment what the test planned. */
export class GatewayInMemory implements PaymentGateway, CallsAtOnce {
  readonly name = 'stripe';
  readonly capabilities = capabilities();
  /** Answers no look-up. */ isSilent = false;
  /** Takes calls by its queue alone. */ isBusy = false;
  /** Calls to send, by reference. */ readonly sent: string[] = [];
  private readonly plans = new Map<string, PlannedTransfer>();
  private readonly ledger = new Map<string, GatewayOutcome>();

  plan(gatewayRef: string, plan: PlannedTransfer): void {
    this.plans.set(gatewayRef, plan);
  }

  /** The gateway comes to an outcome by itself. */
  becomes(reference: string, kind: 'settled' | 'declined'): void {
    this.ledger.set(reference, outcome(kind, reference));
  }

  movements(): number {
    return [...this.ledger.values()].filter(({ kind }) => kind === 'settled').length;
  }

  async refund(ask: GatewayAsk): Promise<GatewayOutcome> {
    const plan = this.plans.get(ask.gatewayRef);
    const calls = this.sent.filter((reference) => reference.startsWith(ask.gatewayRef.replace('pi_', 'zr_'))).length;
    const act = plan?.acts[Math.min(calls, plan.acts.length - 1)] ?? 'declined';
    this.sent.push(ask.reference);
    await plan?.until;
    const known = this.ledger.get(ask.reference);
    return known ?? this.act(act, ask.reference);
  }

  async findRefund({ reference }: GatewayAsk): Promise<GatewayOutcome | undefined> {
    if (this.isSilent) throw new GatewayOutcomeUnknown(this.name, 'timeout', {});
    return this.ledger.get(reference);
  }

  /** Without the pauses of the product: what one test refund meets is not the next one's business. */
  async run<Outcome extends string>(_: string, call: () => Promise<Outcome>): Promise<Outcome | 'later'> {
    return this.isBusy ? 'later' : call().catch(() => 'later' as const);
  }

  private act(act: GatewayAct, reference: string): GatewayOutcome {
    if (act === 'not_reached') throw new GatewayNotReached(this.name, 10);
    if (act === 'moved_unknown') this.ledger.set(reference, outcome('settled', reference));
    if (act === 'moved_unknown' || act === 'lost_unknown') throw new GatewayOutcomeUnknown(this.name, 'timeout', {});
    const answer = outcome(act, reference);
    if (act !== 'declined') this.ledger.set(reference, answer);
    return answer;
  }
}

function outcome(kind: GatewayOutcome['kind'], reference: string): GatewayOutcome {
  const gatewayRefundId = `re_${reference}`;
  const amount = { amount: 10_000, currency: 'ILS' };
  if (kind === 'settled') return { kind, gatewayRefundId, amount };
  return kind === 'pending'
    ? { kind, gatewayRefundId, amount, reason: 'processing' }
    : { kind, gatewayRefundId, reason: 'card_closed' };
}
