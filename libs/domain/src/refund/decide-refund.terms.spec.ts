import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DecidedRefund } from './decided-refund';
import { decideRefund } from './decide-refund';
import { decided, refused, rulesOf, withPolicy } from './decision-of.builder';
import { aLine, someFacts } from './refund-facts.builder';

const LAB = readFileSync(path.join(__dirname, '../../../../policies/lab/ils.yaml'), 'utf8');

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

  it('tells which limit of amounts was passed, for then what is due has to wait', () => {
    const trippedBy = (sums: object, more: object = {}) => {
      const decision = decideRefund(
        someFacts({ ...more, history: { sums: { customer30d: 0, sale: 0, staffDay: 0, merchantHour: 0, ...sums } } }),
      );
      return decision.kind === 'decided' ? decision.tripped : 'refused';
    };
    expect(trippedBy({})).toEqual([]);
    expect(trippedBy({ merchantHour: 4_995_000 })).toEqual(['merchantHour']);
    expect(trippedBy({ staffDay: 495_000 })).toEqual([]);
    expect(trippedBy({ staffDay: 495_000 }, { requester: 'staff' })).toEqual(['perStaffDay']);
  });

  it.each([
    ['merchantDay: 100000', { merchantDay: 95_000 }, "The merchant's refunds of today come to ₪1,050.00", 'a day'],
    ['perReasonHour: { changed_mind: 100000 }', { perReasonHour: 95_000 }, '(change of mind)', 'an hour'],
    ['perReasonDay: { changed_mind: 100000 }', { perReasonDay: 95_000 }, '(change of mind)', 'a day'],
  ] as const)(
    'says which limit was passed, its value, how much is used and in which window: %s',
    (limit, watched, ...said) => {
      const policy = withPolicy('perSale: 3', limit);
      const { explanation, approval } = decided(someFacts({ policy, history: { watched } }));
      expect(approval.rule).toBe('default');
      const told = explanation.find(({ rule }) => rule.startsWith('limits.'));
      for (const part of said) expect(told?.en).toContain(part);
      expect(told?.he).toContain('1,000.00');
      expect(told?.values).toMatchObject({ max: 100_000, used: 105_000, currency: 'ILS' });
    },
  );

  it('names every limit that is passed, not only the first', () => {
    const policy = withPolicy('perSale: 3', 'merchantDay: 0, perReasonDay: { changed_mind: 0 }');
    const decision = decideRefund(
      someFacts({ policy, history: { refundsOfSale: 3, watched: { merchantDay: 0, perReasonDay: 0 } } }),
    );
    expect(decision).toMatchObject({ kind: 'decided', tripped: ['merchantDay', 'perReasonDay'] });
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
