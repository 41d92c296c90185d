import { Injectable } from '@nestjs/common';
import { LEGAL_REJECTION_CODES, money, refuseDecision, sum, uuidOf, type Money, type Principal } from '@zikui/domain';
import { CommandFactsStore, type ManyFacts } from '@zikui/persistence';
import { whyNot } from '../refund/why-not.resource';
import type { BulkPreviewDto, ChosenStepDto } from './bulk-preview.dto';
import type { BulkPreview, PreviewedItem } from './bulk-preview.resource';
import { SHOWN_REASONS } from './rejection-reason.resource';

type OneAsk = Readonly<{
  principal: Principal;
  facts: ManyFacts | undefined;
  step: ChosenStepDto;
  outcome: BulkPreviewDto['outcome'];
  reasonCode: string | undefined;
}>;

@Injectable()
export class BulkPreviewService {
  constructor(private readonly facts: CommandFactsStore) {}

  /** What would become of each decision now, and what those that may be made come to. Writes nothing. */
  async preview(principal: Principal, { steps, outcome, reasonCode }: BulkPreviewDto): Promise<BulkPreview> {
    const refundIds = steps.map(({ refundId }) => uuidOf('refund', refundId) ?? '');
    const facts = await this.facts.ofMany(principal, refundIds);
    const items = steps.map((step, index) =>
      previewOf({ principal, facts: facts.get(refundIds[index] ?? ''), step, outcome, reasonCode }),
    );
    const payouts = items.flatMap(({ payout, reason }) => (payout !== null && reason === null ? [payout] : []));
    return { count: payouts.length, total: totalOf(payouts), items, rejectionReasons: SHOWN_REASONS };
  }
}

function previewOf({ principal, facts, step: chosen, outcome, reasonCode }: OneAsk): PreviewedItem {
  const { refundId, step, snapshotHash } = chosen;
  if (!facts) {
    const unknown = whyNot({ code: 'refund_not_found', values: { refund: refundId } });
    return { refundId, step, payout: null, locale: null, reason: unknown };
  }
  // While no reason is chosen, a ground of the law stands for it: what else is in the way is told before.
  const ground = outcome === 'reject' ? (reasonCode ?? LEGAL_REJECTION_CODES[0] ?? null) : null;
  const decider = { ...principal, authorities: facts.authorities };
  const refusal = refuseDecision(facts, decider, { step, outcome, snapshotHash, reasonCode: ground });
  const payout = money(facts.payout, facts.currency);
  return { refundId, step, payout, locale: facts.locale, reason: refusal && whyNot(refusal) };
}

/** Of one currency; null where there is nothing to add, or amounts that are never added. */
function totalOf(payouts: readonly Money[]): Money | null {
  const [first] = payouts;
  const isOne = first !== undefined && payouts.every(({ currency }) => currency === first.currency);
  return isOne ? sum(payouts, first.currency) : null;
}
