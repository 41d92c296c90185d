import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { STANDARD_POLICY } from '../policy/standard-policy.builder';
import { REASONS } from '../quote/quote';
import { decideRefund } from './decide-refund';
import type { DecidedRefund, RefundFacts } from './decided-refund';
import { aLine, someFacts } from './refund-facts.builder';

function decided(facts: RefundFacts): DecidedRefund {
  const decision = decideRefund(facts);
  if (decision.kind === 'refused') throw new Error(`${decision.code} ${JSON.stringify(decision.values)}`);
  return decision.decided;
}
function refused(facts: RefundFacts) {
  const decision = decideRefund(facts);
  if (decision.kind === 'decided') throw new Error('was not refused');
  return decision;
}
const rulesOf = ({ explanation }: Pick<DecidedRefund, 'explanation'>): string[] =>
  explanation.map(({ source, rule }) => `${source}:${rule}`);
const LAB = readFileSync(path.join(__dirname, '../../../../policies/lab/ils.yaml'), 'utf8');
const withPolicy = (from: string | RegExp, to: string): string => STANDARD_POLICY.replace(from, to);
const REFUSES_ALL = withPolicy(
  /eligibility:\n(.*\n){3}/,
  `eligibility:\n  - { id: never, when: 'true', allow: false, he: 'לא', en: 'No' }\n`,
);
const LATE = '2027-06-01T09:00:00Z';

describe('a decision: amounts', () => {
  it('keeps the fee of the policy and pays the rest', () => {
    const { quote, explanation } = decided(someFacts());
    expect(quote).toMatchObject({ payout: 9_500, fee: 500, transfers: [{ paymentRef: 'p1', amount: 9_500 }] });
    expect(explanation[0]).toMatchObject({ source: 'arithmetic', en: 'Items ₪100.00 less a fee of ₪5.00: ₪95.00.' });
    expect(explanation.find(({ rule }) => rule === 'mind')?.en).toBe('Cancellation fee: ₪5.00');
  });

  it('lets rules see the payout before the fee', () =>
    expect(decided(someFacts()).facts).toMatchObject({ payout: 10_000, goodsGross: 10_000, saleTotal: 10_000 }));

  it('pays what only fits because of the fee', () => {
    const payments = [{ ref: 'p1', captured: 10_000, held: 500, disputed: 0, hasOpenDispute: false }];
    expect(decided(someFacts({ payments })).quote.payout).toBe(9_500);
  });

  it('refuses by arithmetic before it asks any rule', () => {
    const payments = [{ ref: 'p1', captured: 10_000, held: 501, disputed: 0, hasOpenDispute: false }];
    expect(refused(someFacts({ payments, policy: REFUSES_ALL, now: LATE }))).toMatchObject({
      code: 'over_refund',
      values: { available: 9_499 },
      decided: null,
    });
    expect(refused(someFacts({ request: { lines: [{ ref: 'l9', quantity: 1 }] } })).code).toBe('unknown_line');
  });

  it('tells what there is when the sum is beyond counting', () => {
    const request = { goodwill: { amount: Number.MAX_SAFE_INTEGER } };
    expect(refused(someFacts({ request }))).toMatchObject({ code: 'over_refund', values: { available: 10_000 } });
  });

  it('refuses a policy of another currency', () => {
    const policy = withPolicy('currency: ILS', 'currency: USD');
    expect(refused(someFacts({ policy }))).toMatchObject({
      code: 'currency_mismatch',
      values: { currency: 'USD', expected: 'ILS' },
    });
  });
});

describe('a decision: eligibility', () => {
  it('allows by the first rule that holds and says so', () => {
    const facts = someFacts({ sale: { jurisdiction: 'other' } });
    expect(decided(facts)).toMatchObject({
      statutory: false,
      lawVersion: 'none',
      deadlines: { right: 'none', payBy: null },
    });
    expect(rulesOf(decided(facts))).toEqual([
      'arithmetic:payout',
      'policy:window',
      'policy:default',
      'policy:mind',
      'policy:auto',
    ]);
  });

  it('refuses what no rule allows, with the rule and what it would have been', () => {
    const decision = refused(someFacts({ now: LATE, sale: { jurisdiction: 'other' } }));
    expect(decision).toMatchObject({
      code: 'not_eligible',
      values: { rule: 'default', lines: null },
      pointer: '/lines',
    });
    expect(decision.explanation).toMatchObject([
      { source: 'policy', rule: 'default', en: 'The return period is over' },
    ]);
    expect(decision.decided).toMatchObject({
      quote: { payout: 9_500 },
      approval: { steps: [], silentUntil: null },
      return: { mode: 'none', items: [] },
    });
  });

  it('E15 allows by law what the policy refuses, and the trace shows it', () => {
    const decision = decided(someFacts({ policy: REFUSES_ALL }));
    expect(decision.statutory).toBe(true);
    expect(decision.explanation).toContainEqual(
      expect.objectContaining({ source: 'law', rule: 'law_over_policy', values: { policyRule: 'never' } }),
    );
    expect(rulesOf(decision)).toContain('law:right_until');
  });

  it('names the lines without a right when the others could be asked for alone', () => {
    const lines = [aLine(), aLine({ ref: 'l2', category: 'perishable' })];
    const request = {
      lines: [
        { ref: 'l1', quantity: 1 },
        { ref: 'l2', quantity: 1 },
      ],
    };
    const facts = someFacts({ policy: REFUSES_ALL, sale: { lines }, request });
    expect(refused(facts).values).toEqual({ rule: 'never', lines: 'l2' });
    expect(decided({ ...facts, request: { ...facts.request, lines: [{ ref: 'l1', quantity: 1 }] } }).statutory).toBe(
      true,
    );
  });

  it('does not call goodwill or shipping alone a legal right', () => {
    const facts = someFacts({ request: { lines: [], goodwill: { amount: 100 } } });
    expect(
      decided({ ...facts, request: { ...facts.request, reason: 'goodwill' }, policySource: { text: LAB, hash: 'lab' } })
        .statutory,
    ).toBe(false);
  });
});

describe('a decision: claims', () => {
  const claim = { request: { reason: 'defective' }, now: LATE } as const;

  it('lets a person look at a claim that nothing else supports, and keeps no fee', () => {
    const decision = decided(someFacts(claim));
    expect(decision).toMatchObject({
      statutory: true,
      quote: { fee: 0 },
      deadlines: { right: 'until', inTime: false, payBy: '2027-06-15' },
    });
    expect(decision.approval).toMatchObject({
      rule: 'auto',
      steps: [{ no: 1, role: 'lead', hours: 8, then: 'manager' }],
    });
    expect(rulesOf(decision)).toEqual(expect.arrayContaining(['law:waiver', 'law:claim', 'law:pay_by']));
  });

  it('asks nobody when the policy itself allows it: within its window, or where it allows all', () => {
    expect(decided(someFacts({ request: { reason: 'defective' } })).approval.steps).toEqual([]);
    expect(decided(someFacts({ ...claim, policy: LAB })).approval.steps).toEqual([]);
  });

  it('asks the least that the ladder knows, or a lead where it names nobody', () => {
    const onlyFinance = withPolicy(/role: lead, hours: 8, then: manager/g, 'role: finance, hours: 4');
    expect(decided(someFacts({ ...claim, policy: onlyFinance })).approval.steps).toMatchObject([
      { role: 'finance', hours: 4 },
    ]);
    const nobody = LAB.replace(
      / {2}- id: everything\n {4}when: 'true'/,
      "  - { id: legal, when: statutory, allow: true, he: 'חוק', en: 'Law' }\n  - id: never\n    when: 'true'",
    ).replace(/(id: never\n.*\n {4}allow: )true/, '$1false');
    expect(decided(someFacts({ ...claim, policy: nobody })).approval.steps).toEqual([
      { no: 1, role: 'lead', hours: 8, then: 'manager' },
    ]);
  });

  it('E14 keeps no fee for a defect although the policy has one for every reason', () => {
    const policy = withPolicy(`'reason == "changed_mind"'`, "'true'");
    const decision = decided(someFacts({ policy, request: { reason: 'defective' } }));
    expect(decision.quote).toMatchObject({ fee: 0, payout: 10_000 });
    expect(rulesOf(decision)).toContain('law:fee_cap');
    expect(rulesOf(decision)).not.toContain('policy:mind');
  });
});

describe('a decision: the fee', () => {
  const dear = { lines: [aLine({ total: 500_000, tax: 0, quantity: 2 })] };

  it('E13 counts the legal cap once per sale', () => {
    const facts = someFacts({ sale: dear, feesBefore: 9_000, cancelledBefore: 250_000 });
    expect(
      decided({
        ...facts,
        taken: { lines: new Map([['l1', { gross: 250_000, tax: 0, units: 1 }]]), shipping: { gross: 0, tax: 0 } },
      }).quote.fee,
    ).toBe(1_000);
  });

  it('is lowered to the legal cap, and says so', () => {
    const decision = decided(someFacts({ policy: withPolicy('bps: 500, max: 10000', 'bps: 2000') }));
    expect(decision.quote.fee).toBe(500);
    expect(rulesOf(decision)).toEqual(expect.arrayContaining(['policy:mind', 'law:fee_cap']));
  });

  it('follows the policy alone where the law gives no right', () => {
    const facts = someFacts({
      sale: { jurisdiction: 'other' },
      policy: withPolicy('bps: 500, max: 10000', 'bps: 2000'),
    });
    expect(decided(facts).quote.fee).toBe(2_000);
  });

  it('takes the policy share of lines without a right beside the cap of those with one', () => {
    const lines = [aLine(), aLine({ ref: 'l2', category: 'perishable' })];
    const request = {
      lines: [
        { ref: 'l1', quantity: 1 },
        { ref: 'l2', quantity: 1 },
      ],
    };
    const facts = someFacts({ sale: { lines }, request, policy: withPolicy('bps: 500, max: 10000', 'bps: 1000') });
    expect(decided(facts).quote.fee).toBe(500 + 1_000);
  });

  it('is nothing in the EU', () => {
    const facts = someFacts({ sale: { jurisdiction: 'EU-DE', timeZone: 'Europe/Berlin' } });
    expect(decided(facts)).toMatchObject({ quote: { fee: 0 }, lawVersion: 'EU-2026.1' });
  });
});

describe('a decision: approval', () => {
  const priced = (total: number) => ({ sale: { lines: [aLine({ total, tax: 0 })] } });

  it('follows the ladder by amount and by what the customer had before', () => {
    expect(decided(someFacts(priced(30_000))).approval).toMatchObject({ rule: 'auto', steps: [], silentUntil: null });
    expect(decided(someFacts(priced(30_001))).approval).toMatchObject({
      rule: 'lead',
      steps: [{ no: 1, role: 'lead' }],
    });
    expect(decided(someFacts(priced(200_001))).approval.steps).toMatchObject([
      { no: 1, role: 'lead' },
      { no: 2, role: 'finance', hours: 16, then: 'cfo' },
    ]);
    const sums = { customer30d: 55_000, sale: 0, staffDay: 0, merchantHour: 0 };
    expect(decided(someFacts({ ...priced(10_000), history: { sums } })).approval.rule).toBe('lead');
  });

  it('ends in silence after forty working hours', () =>
    // Tuesday 11:00 in Israel: 7 hours today, 9 a day after it, over Friday and the Sabbath.
    expect(decided(someFacts(priced(30_001))).approval.silentUntil).toBe('2026-11-16T13:00:00Z'));

  it.each([
    ['merchantHour', { history: { sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 4_995_000 } } }],
    [
      'perStaffDay',
      { requester: 'staff', history: { sums: { customer30d: 0, sale: 0, staffDay: 495_000, merchantHour: 0 } } },
    ],
    ['perSale', { history: { refundsOfSale: 3 } }],
  ] as const)('takes the last rule of the ladder above %s', (limit, overrides) => {
    const decision = decided(someFacts(overrides));
    expect(decision.approval).toMatchObject({ rule: 'default', steps: [{ role: 'lead' }, { role: 'finance' }] });
    expect(rulesOf(decision)).toContain(`policy:limits.${limit}`);
  });

  it('does not count a day limit of staff for a machine', () => {
    const sums = { customer30d: 0, sale: 0, staffDay: 495_000, merchantHour: 0 };
    expect(decided(someFacts({ history: { sums } })).approval.rule).toBe('auto');
  });

  it('tells whether machines may decide', () => {
    expect(decided(someFacts()).approval.machines).toBe(false);
    expect(decided(someFacts({ policy: LAB })).approval.machines).toBe(true);
  });
});

describe('a decision: rules that err', () => {
  const ERRS = `'lineKinds[7] == "goods"'`;

  it('neither refuses nor approves: the last rule of the ladder has the word', () => {
    const decision = decided(
      someFacts({ now: LATE, sale: { jurisdiction: 'other' }, policy: withPolicy("'statutory'", ERRS) }),
    );
    expect(decision.approval).toMatchObject({ rule: 'default', steps: [{ role: 'lead' }, { role: 'finance' }] });
    expect(decision.explanation).toContainEqual(
      expect.objectContaining({
        rule: 'policy_error',
        values: { list: 'eligibility', failedRule: 'legal', error: 'index_out_of_bounds' },
      }),
    );
  });

  it('lets a person look even where the ladder asks nobody', () => {
    const policy = LAB.replace(
      /when: 'true'\n\s+allow/,
      `when: ${ERRS}\n    allow: true\n    he: א\n    en: a\n  - id: last\n    when: 'true'\n    allow`,
    );
    expect(decided(someFacts({ policy })).approval.steps).toEqual([{ no: 1, role: 'lead', hours: 8, then: 'manager' }]);
  });

  it('takes the last return rule and no fee', () => {
    const goods = decided(someFacts({ policy: withPolicy("'goodsGross <= 3000'", ERRS) }));
    expect(goods).toMatchObject({ return: { mode: 'required' }, approval: { rule: 'default' } });
    const fee = decided(someFacts({ policy: withPolicy(`'reason == "changed_mind"'`, ERRS) }));
    expect(fee).toMatchObject({ quote: { fee: 0 }, approval: { rule: 'default' } });
  });

  it('takes a rule that would walk too long for one that errs, without walking', () => {
    const skus = Array.from({ length: 201 }, (_, i) => aLine({ ref: `l${i}`, sku: `s${i}`, total: 100, tax: 0 }));
    const request = { lines: skus.map(({ ref }) => ({ ref, quantity: 1 })) };
    const policy = withPolicy("'statutory'", `'skus.exists(a, skus.exists(b, a == b && a == "none"))'`);
    const decision = decided(someFacts({ sale: { lines: skus }, request, policy }));
    expect(decision.explanation).toContainEqual(
      expect.objectContaining({
        rule: 'policy_error',
        values: { list: 'eligibility', failedRule: 'legal', error: 'budget_exceeded' },
      }),
    );
  });
});

describe('a decision: goods', () => {
  it('awaits the units that were asked for, to the end of the last day', () =>
    expect(decided(someFacts()).return).toEqual({
      mode: 'required',
      days: 21,
      moneyOn: 'delivered',
      dueAt: '2026-12-01T22:00:00Z',
      items: [{ ref: 'l1', units: 1 }],
    }));

  it('pays first in an instant refund and still registers the return', () => {
    const customer = { refundCount90d: 0, refundSum365d: 0, orderCount365d: 1, protectedGroup: '', blocked: false };
    expect(decided(someFacts({ history: { customer } })).return).toMatchObject({
      mode: 'instant',
      days: 6,
      items: [{ ref: 'l1', units: 1 }],
    });
  });

  it('lets cheap goods stay', () => {
    const decision = decided(someFacts({ sale: { lines: [aLine({ total: 3_000, tax: 0 })] } }));
    expect(decision.return).toMatchObject({ mode: 'returnless', items: [], dueAt: null });
    expect(rulesOf(decision)).toContain('policy:keep_cheap');
  });

  it.each(['not_delivered', 'duplicate_charge', 'billing_error', 'goodwill', 'service_cancelled'] as const)(
    'awaits nothing for %s',
    (reason) => expect(decided(someFacts({ request: { reason } })).return).toMatchObject({ mode: 'none', items: [] }),
  );

  it('awaits nothing for a part of a price or for what is no goods', () => {
    expect(decided(someFacts({ request: { lines: [{ ref: 'l1', amount: 5_000 }] } })).return.mode).toBe('none');
    expect(decided(someFacts({ sale: { lines: [aLine({ kind: 'service' })] } })).return.mode).toBe('none');
  });

  it('lets the merchant, but not the customer, do without the goods', () => {
    const request = { returnMethod: 'none' } as const;
    expect(decided(someFacts({ request })).return.mode).toBe('none');
    expect(decided(someFacts({ request, requester: 'customer' })).return.mode).toBe('required');
  });

  it('in the EU lets the money go with the proof of sending, and is due at once when no goods are awaited', () => {
    const sale = { jurisdiction: 'EU-DE', timeZone: 'Europe/Berlin' };
    const awaited = decided(someFacts({ sale }));
    expect(awaited).toMatchObject({ return: { moneyOn: 'first_scan' }, deadlines: { payBy: null } });
    expect(rulesOf(awaited)).toContain('law:proof_of_sending');
    expect(decided(someFacts({ sale, request: { returnMethod: 'none' } })).deadlines.payBy).toBe('2026-11-24');
  });
});

describe('a decision: destination and deadlines', () => {
  it('adds the bonus to store credit beside the payout, and says that money was possible', () => {
    const decision = decided(someFacts({ request: { destination: 'store_credit' } }));
    expect(decision.storeCredit).toEqual({ bonus: 475, months: 60 });
    expect(decision.quote.transfers).toEqual([{ paymentRef: 'store_credit', amount: 9_500 }]);
    expect(rulesOf(decision)).toEqual(expect.arrayContaining(['policy:credit_bonus', 'law:credit_choice']));
  });

  it('keeps store credit good for as long as the law asks', () => {
    const policy = withPolicy('creditMonths: 60', 'creditMonths: 6');
    const request = { destination: 'store_credit' } as const;
    expect(decided(someFacts({ policy, request })).storeCredit?.months).toBe(24);
    expect(decided(someFacts({ policy, request, sale: { jurisdiction: 'other' } })).storeCredit?.months).toBe(6);
  });

  it('refuses a destination that the policy does not have, but never the money to which there is a right', () => {
    const noCredit = withPolicy('allow: [original, store_credit]', 'allow: [original]');
    expect(refused(someFacts({ policy: noCredit, request: { destination: 'store_credit' } }))).toMatchObject({
      code: 'destination_not_allowed',
      pointer: '/destination',
    });
    const onlyCredit = withPolicy('allow: [original, store_credit]', 'allow: [store_credit]');
    expect(decided(someFacts({ policy: onlyCredit })).quote.payout).toBe(9_500);
    expect(refused(someFacts({ policy: onlyCredit, sale: { jurisdiction: 'other' } })).code).toBe(
      'destination_not_allowed',
    );
  });

  it('is as late as its first date and as weak as its weakest line', () => {
    const lines = [
      aLine(),
      aLine({ ref: 'l2', kind: 'service', serviceAt: '2026-11-20T10:00:00Z', deliveredAt: null }),
    ];
    const request = {
      lines: [
        { ref: 'l1', quantity: 1 },
        { ref: 'l2', quantity: 1 },
      ],
    };
    const both = decided(someFacts({ sale: { lines }, request }));
    expect(both.deadlines).toEqual({
      right: 'until',
      cancelBy: '2026-11-15',
      cancelEndsAt: '2026-11-15T22:00:00Z',
      inTime: true,
      payBy: '2026-11-24',
    });
    const weak = decided(
      someFacts({ sale: { lines: [aLine(), aLine({ ref: 'l2', category: 'perishable' })] }, request }),
    );
    expect(weak).toMatchObject({
      statutory: false,
      deadlines: { right: 'none', cancelBy: null, inTime: false, payBy: '2026-11-24' },
    });
  });

  it('counts local days and knows what was not delivered', () => {
    const days = ({ facts: { daysSinceDelivery, daysSincePlaced, daysToPayBy, gateway } }: DecidedRefund) => [
      daysSinceDelivery,
      daysSincePlaced,
      daysToPayBy,
      gateway.daysSinceCapture,
    ];
    expect(days(decided(someFacts({ sale: { lines: [aLine({ deliveredAt: '2026-11-03T22:30:00Z' })] } })))).toEqual([
      6, 9, 14, 9,
    ]);
    expect(
      days(decided(someFacts({ policy: LAB, sale: { lines: [aLine({ deliveredAt: null })], jurisdiction: 'other' } }))),
    ).toEqual([-1, 9, -1, 9]);
    expect(
      days(decided(someFacts({ policy: LAB, sale: { lines: [aLine({ kind: 'service', deliveredAt: null })] } })))[0],
    ).toBe(-1);
  });
});

describe('every decision', () => {
  const jurisdictions = fc.constantFrom('IL', 'EU-DE', 'other');
  const policies = fc.constantFrom(STANDARD_POLICY, LAB, withPolicy(`'reason == "changed_mind"'`, "'true'"));
  const asked = fc.record({
    jurisdiction: jurisdictions,
    policy: policies,
    reason: fc.constantFrom(...REASONS),
    total: fc.integer({ min: 1, max: 900_000 }),
    days: fc.integer({ min: 0, max: 400 }),
    category: fc.constantFrom('clothing', 'perishable', 'books'),
    feesBefore: fc.integer({ min: 0, max: 12_000 }),
  });
  const factsOf = ({
    jurisdiction,
    policy,
    reason,
    total,
    days,
    category,
    feesBefore,
  }: typeof asked extends fc.Arbitrary<infer Case> ? Case : never): RefundFacts =>
    someFacts({
      policy,
      feesBefore,
      cancelledBefore: feesBefore * 10,
      now: new Date(Date.parse('2026-11-05T09:00:00Z') + days * 86_400_000).toISOString(),
      request: { reason },
      sale: { jurisdiction, lines: [aLine({ total, tax: 0, category })] },
    });

  it('is the same for the same facts', () =>
    fc.assert(
      fc.property(asked, (one) => expect(decideRefund(factsOf(one))).toEqual(decideRefund(factsOf(one)))),
      { numRuns: 40 },
    ));

  it('adds up, and leaves nobody with a legal right worse off than the policy alone', () =>
    fc.assert(
      fc.property(asked, (one) => {
        const byLaw = decideRefund(factsOf(one));
        const byPolicy = decideRefund(factsOf({ ...one, jurisdiction: 'other' }));
        if (byLaw.kind === 'refused') {
          expect(byPolicy.kind).toBe('refused');
          return;
        }
        const { quote, explanation } = byLaw.decided;
        expect(quote.payout).toBe(one.total - quote.fee);
        expect(explanation.every(({ he, en }) => he !== '' && en !== '' && !/[{}]/.test(he + en))).toBe(true);
        if (byPolicy.kind === 'decided') expect(quote.payout).toBeGreaterThanOrEqual(byPolicy.decided.quote.payout);
      }),
      { numRuns: 80 },
    ));
});
