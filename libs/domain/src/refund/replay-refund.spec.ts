import fc from 'fast-check';
import { parsePolicy } from '../policy/parse-policy';
import type { CompiledPolicy } from '../policy/compiled-policy';
import { STANDARD_POLICY as STANDARD } from '../policy/standard-policy.builder';
import { REASONS } from '../quote/quote';
import { decideRefund } from './decide-refund';
import type { RefundFacts } from './decided-refund';
import { aLine, someFacts } from './refund-facts.builder';
import { replayRefund, type RecordedRefund } from './replay-refund';

function policyOf(text: string): CompiledPolicy {
  const parse = parsePolicy(text);
  if (parse.kind === 'invalid') throw new Error(JSON.stringify(parse.faults));
  return parse.policy;
}
const STRICT = STANDARD.replace('payout <= 30000', 'payout <= 5000').replace('bps: 500', 'bps: 300');

/** A refund as it would be recorded; undefined for one that was refused before the rules were asked. */
function recorded(facts: RefundFacts): RecordedRefund | undefined {
  const { decided } = decideRefund(facts);
  if (!decided?.grounds) return undefined;
  const { inTime, payBy } = decided.deadlines;
  return { facts: decided.facts, grounds: decided.grounds, at: facts.now, inTime, payBy };
}

const someRefund = fc
  .record({
    reason: fc.constantFrom(...REASONS),
    requester: fc.constantFrom('customer' as const, 'staff' as const, 'merchant' as const),
    quantity: fc.integer({ min: 1, max: 3 }),
    total: fc.integer({ min: 300, max: 400_000 }),
    kind: fc.constantFrom('goods' as const, 'service' as const, 'digital' as const),
    deliveredAt: fc.constantFrom('2026-11-04T10:00:00Z', '2026-09-04T10:00:00Z', null),
    jurisdiction: fc.constantFrom('IL', 'EU-DE', 'other'),
    destination: fc.constantFrom('original' as const, 'store_credit' as const),
    feesBefore: fc.integer({ min: 0, max: 6_000 }),
    refundsOfSale: fc.integer({ min: 0, max: 4 }),
    customer30d: fc.integer({ min: 0, max: 70_000 }),
    refundCount90d: fc.integer({ min: 0, max: 1 }),
    returnMethod: fc.constantFrom('carrier' as const, 'none' as const),
  })
  .map(({ quantity, total, kind, deliveredAt, ...one }) =>
    someFacts({
      sale: { jurisdiction: one.jurisdiction, lines: [aLine({ quantity: 3, total, tax: 0, kind, deliveredAt })] },
      request: {
        reason: one.reason,
        destination: one.destination,
        returnMethod: one.returnMethod,
        lines: [{ ref: 'l1', quantity }],
      },
      requester: one.requester,
      feesBefore: one.feesBefore,
      history: {
        refundsOfSale: one.refundsOfSale,
        sums: { customer30d: one.customer30d, sale: 0, staffDay: 0, merchantHour: 0 },
        customer: {
          refundCount90d: one.refundCount90d,
          refundSum365d: 0,
          orderCount365d: 1,
          protectedGroup: '',
          blocked: false,
        },
      },
    }),
  );

describe('a refund of the past under a policy', () => {
  it.each([
    ['that decided it', STANDARD],
    ['that is another one', STRICT],
  ])('%s: is what asking for it then would have given', (_, text) => {
    const policy = policyOf(text);
    fc.assert(
      fc.property(someRefund, (facts) => {
        const past = recorded(facts);
        if (past === undefined) return;
        const asked = decideRefund({ ...facts, policySource: { text, hash: text } });
        const again = replayRefund(policy, past);
        if (asked.kind === 'refused') {
          expect([asked.code, again.outcome]).toEqual([
            expect.stringMatching(/^(not_eligible|destination_not_allowed)$/),
            'refused',
          ]);
          return;
        }
        const { quote, approval, return: goods } = asked.decided;
        expect(again).toMatchObject({
          outcome: approval.steps.length === 0 ? 'auto' : 'approval',
          rule: approval.rule,
          steps: approval.steps.length,
          payout: quote.payout,
          fee: quote.fee,
          returnMode: goods.mode,
          trace: asked.trace,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('goes to people when a fact was not recorded that a rule asks for', () => {
    const past = recorded(someFacts());
    if (past === undefined) throw new Error('refused');
    const { customer30d: _, ...sums } = past.facts.sums;
    const facts = { ...past.facts, sums } as typeof past.facts;
    const again = replayRefund(policyOf(STANDARD), { ...past, facts });
    expect(again).toMatchObject({ outcome: 'approval', rule: 'default', steps: 2, erred: true });
  });
});
