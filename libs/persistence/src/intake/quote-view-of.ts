import { money, slotsOf, type DecidedRefund, type Money } from '@zikui/domain';
import { explanationView } from '../refund/explanation-view';
import type { QuoteView } from './quote.view';
import type { RefundedSale } from './refunded-sale';

/** The quote as callers see it. */
export function quoteViewOf(sale: RefundedSale, decided: DecidedRefund, snapshotHash: string): QuoteView {
  const { quote, approval, deadlines } = decided;
  const amount = (minor: number): Money => money(minor, quote.currency);
  const { right, cancelBy, cancelEndsAt, payBy } = deadlines;
  return {
    saleRef: sale.snapshot.saleRef,
    currency: quote.currency,
    destination: decided.facts.destination === 'store_credit' ? 'store_credit' : 'original',
    payout: amount(quote.payout),
    lines: quote.lines.map(({ ref, units, gross, tax }) => ({ ref, units, gross: amount(gross), tax: amount(tax) })),
    shipping: { gross: amount(quote.shipping.gross), tax: amount(quote.shipping.tax) },
    goodwill: amount(quote.goodwill),
    fee: amount(quote.fee),
    transfers: quote.transfers.map(({ paymentRef, amount: minor }) => ({ paymentRef, amount: amount(minor) })),
    statutory: decided.statutory,
    approval: {
      rule: approval.rule,
      machines: approval.machines,
      steps: approval.steps.map(({ no, needed = 1, hours, then, ...asked }) => ({
        ...{ step: no, role: asked.role, approvers: slotsOf(asked), needed },
        ...{ hours, then },
      })),
    },
    return: { mode: decided.return.mode, days: decided.return.days, moneyOn: decided.return.moneyOn },
    deadlines: { right, cancelBy, cancelEndsAt, payBy, zone: sale.snapshot.timeZone },
    explanation: explanationView({
      quote,
      basis: decided.basis ?? null,
      entries: decided.explanation,
      policy: { name: sale.policy.name, version: sale.policy.number },
      lawVersion: decided.lawVersion,
    }),
    snapshotHash,
    policy: { name: sale.policy.name, version: sale.policy.number, hash: sale.policy.hash },
    lawVersion: decided.lawVersion,
  };
}
