import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LATE, REFUSES_ALL, decided, refused, rulesOf, withPolicy } from './decision-of.builder';
import { aLine, someFacts } from './refund-facts.builder';

const LAB = readFileSync(path.join(__dirname, '../../../../policies/lab/ils.yaml'), 'utf8');

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
