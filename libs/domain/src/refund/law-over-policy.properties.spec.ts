import fc from 'fast-check';
import { lawOf } from '../law/law-of';
import type { LawFacts, LawOutcome } from '../law/law-pack';
import { REASONS } from '../quote/quote';
import { decideRefund } from './decide-refund';
import type { DecidedRefund, RefundFacts } from './decided-refund';
import { rulesOf } from './decision-of.builder';
import { aLine, someFacts } from './refund-facts.builder';

// Any shop: its rules hold, never hold or fail, and ask for whatever a policy may ask for.
const shop = fc.record({
  allows: fc.constantFrom('true', 'false', 'daysSinceDelivery <= 3', '1 / (payout - payout) > 0'),
  fee: fc.constantFrom('true', 'reason == "changed_mind"', '1 / (payout - payout) > 0'),
  bps: fc.integer({ min: 0, max: 10_000 }),
  max: fc.option(fc.nat(50_000)),
  mode: fc.constantFrom('required', 'returnless', 'instant', 'none'),
  days: fc.integer({ min: 1, max: 365 }),
  trigger: fc.constantFrom('first_scan', 'delivered', 'received', 'inspected'),
  destinations: fc.constantFrom('original', 'store_credit', 'original, store_credit'),
  creditMonths: fc.integer({ min: 1, max: 60 }),
});
type Shop = typeof shop extends fc.Arbitrary<infer One> ? One : never;

const policyOf = ({ allows, fee, bps, max, mode, days, trigger, destinations, creditMonths }: Shop): string => `
name: any shop
currency: ILS
calendar: { days: [sun, mon, tue, wed, thu], from: "09:00", to: "18:00", zone: Asia/Jerusalem, restDays: IL }
eligibility:
  - { id: some, when: '${allows}', allow: true, he: 'כן', en: 'Yes' }
  - { id: none, when: 'true', allow: false, he: 'לא', en: 'No' }
return:
  - { id: back, when: 'true', mode: ${mode}, ${mode === 'instant' ? 'holdDays' : 'days'}: ${String(days)}, trigger: ${trigger}, he: 'חזרה', en: 'Back' }
fee:
  - { id: keep, when: '${fee}', bps: ${String(bps)}${max === null ? '' : `, max: ${String(max)}`}, he: 'עמלה', en: 'Fee' }
destinations: { allow: [${destinations}], creditMonths: ${String(creditMonths)} }
approval:
  - { id: auto, when: 'true', steps: [] }
`;

const asked = fc.record({
  shop,
  jurisdiction: fc.constantFrom('IL', 'EU-DE'),
  channel: fc.constantFrom('online', 'phone', 'store', 'doorstep'),
  reason: fc.constantFrom(...REASONS),
  destination: fc.constantFrom('original', 'store_credit'),
  total: fc.integer({ min: 2, max: 900_000 }),
  days: fc.integer({ min: 0, max: 30 }),
  category: fc.constantFrom('clothing', 'perishable', 'electronics'),
  feesBefore: fc.nat(12_000),
});
type Asked = typeof asked extends fc.Arbitrary<infer One> ? One : never;

const factsOf = ({
  shop: policy,
  jurisdiction,
  channel,
  reason,
  destination,
  total,
  days,
  category,
  feesBefore,
}: Asked): RefundFacts =>
  someFacts({
    policy: policyOf(policy),
    feesBefore,
    cancelledBefore: feesBefore * 10,
    now: new Date(Date.parse('2026-11-05T09:00:00Z') + days * 86_400_000).toISOString(),
    request: { reason, destination },
    sale: { jurisdiction, channel, lines: [aLine({ total, tax: 0, category })] },
  });

/** The law of the one line, asked by itself. `awaited`: money is to wait for the goods. */
function lawAlone({ sale, request, now, feesBefore, cancelledBefore }: RefundFacts, awaited: boolean): LawOutcome {
  const [line] = sale.lines;
  if (line === undefined) throw new Error('one line');
  const facts: LawFacts = {
    ...{ jurisdiction: sale.jurisdiction, timeZone: sale.timeZone, currency: sale.currency, channel: sale.channel },
    ...{ kind: line.kind, category: line.category, hadConversation: sale.hadConversation, protectedGroup: null },
    ...{ placedAt: sale.placedAt, deliveredAt: line.deliveredAt ?? null, disclosedAt: sale.placedAt, serviceAt: null },
    ...{
      price: line.total,
      reason: request.reason,
      noticeAt: now,
      cancelledNow: line.total,
      cancelledBefore,
      feesBefore,
    },
    ...{ proofOfSendingAt: null, receivedBackAt: null, merchantCollects: !awaited },
  };
  return lawOf(facts);
}
const isWaiver = ({ feeCap, inTime }: LawOutcome): boolean => feeCap !== null && !inTime;
const waits = ({ return: { mode } }: DecidedRefund): boolean => mode === 'required';

// Each run reads another policy, which is slow.
const RUNS = { numRuns: 40 };

describe('whatever the policy of a shop says, the law', () => {
  it('gives who has a right his money, at no higher fee and no later than it says itself', () =>
    fc.assert(
      fc.property(asked, (one) => {
        const facts = factsOf(one);
        const law = lawAlone(facts, true);
        if (!law.inTime && !isWaiver(law)) return;
        const decision = decideRefund({ ...facts, request: { ...facts.request, destination: 'original' } });
        if (decision.kind === 'refused') throw new Error(`${decision.code} against the law`);
        const { decided } = decision;
        expect(decided.statutory).toBe(true);
        expect(decided.quote.fee).toBeLessThanOrEqual(law.feeCap ?? Infinity);
        expect(decided.quote.payout).toBe(one.total - decided.quote.fee);
        expect(decided.deadlines.payBy).toBe(lawAlone(facts, waits(decided)).payBy);
        if (one.jurisdiction !== 'IL' && waits(decided)) expect(decided.return.moneyOn).toBe('first_scan');
      }),
      RUNS,
    ));

  it('makes store credit as durable as it asks for, and never puts it in the place of money', () =>
    fc.assert(
      fc.property(asked, (one) => {
        const decision = decideRefund(factsOf(one));
        if (decision.kind === 'refused') return;
        const { storeCredit, quote } = decision.decided;
        expect(storeCredit === null).toBe(one.destination === 'original');
        expect(quote.transfers.some(({ paymentRef }) => paymentRef === 'store_credit')).toBe(storeCredit !== null);
        if (storeCredit && one.jurisdiction === 'IL') expect(storeCredit.months).toBeGreaterThanOrEqual(24);
      }),
      RUNS,
    ));

  it('says that it overruled the shop whenever it did', () =>
    fc.assert(
      fc.property(asked, (one) => {
        const facts = factsOf(one);
        const byLaw = decideRefund(facts);
        const byShop = decideRefund({ ...facts, sale: { ...facts.sale, jurisdiction: 'other' } });
        if (byLaw.kind === 'refused') {
          expect(byShop.kind).toBe('refused');
          return;
        }
        const rules = rulesOf(byLaw.decided);
        if (byShop.kind === 'refused') {
          const overruled = ['law:law_over_policy', 'law:destination_over_policy', 'law:fee_cap'];
          expect(rules.filter((rule) => overruled.includes(rule))).not.toEqual([]);
          return;
        }
        const [lawful, own] = [byLaw.decided, byShop.decided];
        expect(rules.includes('law:fee_cap')).toBe(lawful.quote.fee < own.quote.fee);
        expect(rules.includes('law:proof_of_sending')).toBe(
          waits(lawful) && lawful.return.moneyOn !== own.return.moneyOn,
        );
        expect(rules.includes('law:credit_months')).toBe(lawful.storeCredit?.months !== own.storeCredit?.months);
      }),
      RUNS,
    ));
});
