import type { ExplanationEntry, RefundDecision } from './decided-refund';
import { decideRefund } from './decide-refund';
import { aLine, someFacts } from './refund-facts.builder';
import type { GatewayCapabilities } from '../transfer/gateway-capabilities';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { capabilities } from '../transfer/gateway-capabilities.builder';
import { currencyRules } from '../transfer/wire-amount';

type Changes = Parameters<typeof someFacts>[0];
/** Asks for the whole shirt (100.00) at a gateway that can do what it says. */
const decide = (can: Partial<GatewayCapabilities>, changes: Changes = {}): RefundDecision =>
  decideRefund(someFacts({ gateways: { stripe: capabilities(can) }, ...changes }));
const explained = (decision: RefundDecision): readonly ExplanationEntry[] =>
  decision.kind === 'decided' ? decision.decided.explanation : [];
const askingFor = (amount: number): Changes => ({ request: { reason: 'defective', lines: [{ ref: 'l1', amount }] } });

describe('what the gateway of a payment cannot do', () => {
  it('refuses a currency that it does not take', () => {
    const decision = decide({ currencies: currencyRules({}, ['USD']) }, askingFor(10_000));
    expect(decision).toMatchObject({ code: 'currency_not_supported', values: { gateway: 'stripe', currency: 'ILS' } });
  });

  it('refuses an amount that it cannot move exactly, and says what it can', () => {
    const can = { currencies: currencyRules({ ILS: { step: 10 } }) };
    expect(decide(can, askingFor(1_005))).toMatchObject({
      code: 'amount_not_supported',
      values: { payment: 'p1', amount: 1_005, step: 10, currency: 'ILS' },
    });
    expect(decide(can, askingFor(1_010)).kind).toBe('decided');
  });

  it('refuses a part of a payment that it gives back only as a whole', () => {
    expect(decide({ partialRefunds: false }, askingFor(1_000))).toMatchObject({
      code: 'partial_refund_not_supported',
      values: { payment: 'p1', captured: 10_000 },
    });
    expect(decide({ partialRefunds: false }, askingFor(10_000)).kind).toBe('decided');
  });

  it('refuses a payment that is older than it goes back, to the day', () => {
    // Captured on 1 November at 08:00, asked for on 10 November at 09:00.
    expect(decide({ refundWindowDays: 9 }, askingFor(1_000))).toMatchObject({
      code: 'payment_too_old',
      values: { payment: 'p1', days: 9 },
    });
    expect(decide({ refundWindowDays: 10 }, askingFor(1_000)).kind).toBe('decided');
  });

  it('says where the money could go instead, as the policy has it', () => {
    expect(decide({ refundWindowDays: 1 }, askingFor(1_000))).toMatchObject({
      code: 'payment_too_old',
      values: { destinations: 'store_credit' },
    });
    const policy = STANDARD_POLICY.replace('[original, store_credit]', '[original]');
    expect(decide({ refundWindowDays: 1 }, { ...askingFor(1_000), policy })).toMatchObject({
      values: { destinations: null },
    });
  });

  it('cancels what is only authorised, as a whole, where the gateway can', () => {
    const payment = { ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured: 10_000, onlyAuthorized: true };
    const of = (amount: number): Changes => ({ ...askingFor(amount), sale: { payments: [payment] } });
    expect(decide({ voidsUncaptured: false }, of(10_000))).toMatchObject({
      code: 'payment_not_captured',
      values: { payment: 'p1', gateway: 'stripe' },
    });
    expect(decide({ voidsUncaptured: true }, of(9_000))).toMatchObject({ code: 'partial_refund_not_supported' });
    const whole = decide({ voidsUncaptured: true }, of(10_000));
    expect(explained(whole).map(({ rule }) => rule)).toContain('cancels_authorization');
  });

  it.each(['cancel_plan', 'credit_lump_sum', 'credit_in_instalments'] as const)(
    'tells the customer how instalments come back: %s',
    (instalments) => {
      const payment = { ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured: 10_000, instalments: 12 };
      const decision = decide({ instalments }, { ...askingFor(1_000), sale: { payments: [payment] } });
      const entry = explained(decision).find(({ rule }) => rule === `instalments.${instalments}`);
      expect(entry?.en).toContain('12 instalments');
      expect(entry?.en).toContain('₪10.00');
      expect(entry?.he).toContain('12');
    },
  );

  it('leaves a payment without a date to the gateway', () => {
    const payments = [{ ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured: 10_000, capturedAt: null }];
    expect(decide({ refundWindowDays: 1 }, { ...askingFor(1_000), sale: { payments } }).kind).toBe('decided');
  });

  it('refuses a payment in instalments where they cannot be given back', () => {
    const payment = { ref: 'p1', gateway: 'stripe', gatewayRef: 'pi_1', captured: 10_000 };
    const of = (instalments: number) => ({ ...askingFor(1_000), sale: { payments: [{ ...payment, instalments }] } });
    expect(decide({ instalments: null }, of(12))).toMatchObject({ code: 'instalments_not_supported' });
    expect(decide({ instalments: null }, of(1)).kind).toBe('decided');
    expect(decide({ instalments: 'cancel_plan' }, of(12)).kind).toBe('decided');
  });

  it('refuses a gateway that the house does not have, also one with the name of something every object has', () => {
    for (const gateway of ['gone', 'constructor']) {
      const payments = [{ ref: 'p1', gateway, gatewayRef: 'pi_1', captured: 10_000 }];
      expect(decide({}, { ...askingFor(1_000), sale: { payments } })).toMatchObject({ code: 'gateway_unknown' });
    }
  });

  it('asks no gateway about store credit', () => {
    const decision = decide(
      { currencies: new Map(), refundWindowDays: 0, partialRefunds: false },
      { request: { reason: 'defective', lines: [{ ref: 'l1', amount: 1_000 }], destination: 'store_credit' } },
    );
    expect(decision.kind).toBe('decided');
  });

  it('looks at each payment by what its own gateway can do', () => {
    const payments = [
      { ref: 'whole', gateway: 'stripe', gatewayRef: 'pi_1', captured: 4_000 },
      { ref: 'parts', gateway: 'other', gatewayRef: 'x', captured: 6_000 },
    ];
    const gateways = { stripe: capabilities({ partialRefunds: false }), other: capabilities() };
    const sale = { payments, lines: [aLine()] };
    expect(decideRefund(someFacts({ ...askingFor(5_000), sale, gateways })).kind).toBe('decided');
    expect(decideRefund(someFacts({ ...askingFor(3_000), sale, gateways }))).toMatchObject({
      code: 'partial_refund_not_supported',
      values: { payment: 'whole' },
    });
  });
});
