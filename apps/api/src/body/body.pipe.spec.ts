import fc from 'fast-check';
import { RefundError, type FieldFault } from '@zikui/domain';
import { DecisionDto } from '../approval/decision.dto';
import { RefundRequestDto } from '../quote/refund-request.dto';
import { RefundFilterDto } from '../refund/refund-filter.dto';
import { SaleDto } from '../sales/sale.dto';
import { BodyPipe } from './body.pipe';

const pipe = new BodyPipe();
const read = (metatype: new () => object, body: unknown): unknown =>
  pipe.transform(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), { type: 'body', metatype });
const ask = (metatype: new () => object, query: object): unknown => pipe.transform(query, { type: 'query', metatype });

const refusal = (work: () => unknown): RefundError => {
  try {
    work();
  } catch (error) {
    if (error instanceof RefundError) return error;
    throw error;
  }
  throw new Error('was not refused');
};
const shown = ({ code, faults }: RefundError): unknown => [
  code,
  faults.map((fault: FieldFault) => `${fault.pointer} ${fault.detail}`),
];

const REQUEST = { saleRef: 'A-1', reason: 'late', lines: [{ ref: 'l1', quantity: 1 }], destination: 'original' };
const LINE = { ref: 'l1', sku: 's', description: 'd', category: 'c', kind: 'goods', quantity: 1, total: 100, tax: 15 };
const SALE = {
  currency: 'ILS',
  placedAt: '2026-01-01T10:00:00Z',
  channel: 'online',
  hadConversation: false,
  jurisdiction: 'IL',
  timeZone: 'Asia/Jerusalem',
  customer: { ref: 'c-1', locale: 'he' },
  lines: [LINE],
  shipping: { total: 0, tax: 0 },
  payments: [{ ref: 'p', gateway: 'stripe', gatewayRef: 'pi_1', captured: 100 }],
};

describe('a refund request', () => {
  it('becomes what was written, and nothing is added', () => {
    const whole = { ...REQUEST, shipping: 'rest', goodwill: { amount: 5 }, metadata: { a: 'b' }, paymentOrder: ['p'] };
    expect(JSON.parse(JSON.stringify(read(RefundRequestDto, whole)))).toEqual(whole);
    expect(read(RefundRequestDto, { ...REQUEST, shipping: { amount: 1 } })).toMatchObject({ shipping: { amount: 1 } });
  });

  it.each<[object, unknown]>([
    [{ lines: [[{ ref: 'l1', quantity: 1 }]] }, ['invalid_request', ['/lines/0 object']]],
    [{ lines: 'l1' }, ['invalid_request', ['/lines list']]],
    [{ lines: [{ ref: 'l1' }] }, ['invalid_request', ['/lines/0 quantity_or_amount']]],
    [{ lines: [{ ref: 'l1', quantity: 0, amount: 1 }] }, ['invalid_request', ['/lines/0 quantity_or_amount']]],
    [
      {
        lines: [
          { ref: 'l1', quantity: 0 },
          { ref: 'l2', amount: 0 },
        ],
      },
      ['invalid_quantity', ['/lines/0/quantity whole_number 9007199254740991', '/lines/1/amount amount']],
    ],
    [{ goodwill: { amount: 0 } }, ['invalid_amount', ['/goodwill/amount amount']]],
    [{ goodwill: { amount: 1, currency: 'ILS' } }, ['unknown_field', ['/goodwill unknown']]],
    [{ goodwill: 5 }, ['invalid_request', ['/goodwill object']]],
    [{ shipping: 'all' }, ['invalid_request', ['/shipping one_of_the_listed']]],
    [{ paymentOrder: ['p', 'p'] }, ['invalid_request', ['/paymentOrder/1 repeated']]],
    [{ paymentOrder: [] }, ['invalid_request', ['/paymentOrder list_too_short 1']]],
    [{ metadata: { a: 5 } }, ['invalid_request', ['/metadata/a text']]],
    [{ metadata: { 'bad name': 'x' } }, ['invalid_request', ['/metadata metadata']]],
    [{ reason: null }, ['invalid_request', ['/reason one_of_the_listed']]],
    [{ saleRef: undefined }, ['invalid_request', ['/saleRef missing']]],
    [
      { note: 'card 5555 5555 5555 4444', reason: 'x' },
      ['card_number_refused', ['/reason one_of_the_listed', '/note card_number']],
    ],
  ])('with %j is refused', (more, expected) =>
    expect(shown(refusal(() => read(RefundRequestDto, { ...REQUEST, ...more })))).toEqual(expected),
  );
});

describe('a sale', () => {
  it('may leave out what has no value', () => expect(read(SaleDto, SALE)).toBeInstanceOf(SaleDto));

  it.each<[object, string]>([
    [{ lines: [] }, '/lines list_too_short 1'],
    [{ lines: [LINE, { ...LINE }] }, '/lines/1 repeated'],
    [{ lines: [{ ...LINE, tax: 101 }] }, '/lines/0/tax tax_above_total'],
    [{ lines: [{ ...LINE, quantity: 3_000_000_000 }] }, '/lines/0/quantity whole_number 2147483647'],
    [{ currency: 'XXX' }, '/currency currency'],
    [{ customer: null }, '/customer object'],
    [{ customer: [] }, '/customer object'],
    [{ customer: { ref: 'c-1', locale: 'fr' } }, '/customer/locale one_of_the_listed'],
    [{ otherCharges: { total: 1.5, description: 'x' } }, '/otherCharges/total signed_amount'],
    [{ hadConversation: 'no' }, '/hadConversation true_or_false'],
  ])('with %j is refused at %s', (more, fault) =>
    expect(shown(refusal(() => read(SaleDto, { ...SALE, ...more })))).toEqual([expect.any(String), [fault]]),
  );

  it('tells of the first fifty faults', () => {
    const lines = Array.from({ length: 100 }, (_, no) => ({ ...LINE, ref: `l${String(no)}`, total: -1 }));
    expect(refusal(() => read(SaleDto, { ...SALE, lines })).faults).toHaveLength(50);
  });
});

describe('a decision', () => {
  const DECISION = { step: 1, outcome: 'approve', snapshotHash: 'a'.repeat(64) };
  it('says why when it rejects', () => {
    expect(read(DecisionDto, DECISION)).toMatchObject(DECISION);
    expect(shown(refusal(() => read(DecisionDto, { ...DECISION, outcome: 'reject' })))).toEqual([
      'invalid_request',
      ['/reasonCode missing', '/note missing'],
    ]);
  });
});

describe('a query', () => {
  it('has numbers as text and a usual length', () => {
    expect(ask(RefundFilterDto, {})).toMatchObject({ limit: 50 });
    expect(ask(RefundFilterDto, { limit: '200', status: 'completed' })).toMatchObject({
      limit: 200,
      status: 'completed',
    });
  });
  it('has no other names', () =>
    expect(refusal(() => ask(RefundFilterDto, { order: 'x' })).code).toBe('unknown_field'));
});

it('takes any text without failing: it is read, or refused with a code', () => {
  const json = fc.json({ maxDepth: 4 });
  const mutated = fc
    .tuple(fc.constantFrom(JSON.stringify(SALE), JSON.stringify(REQUEST)), fc.nat(), fc.string({ maxLength: 4 }))
    .map(
      ([text, at, piece]) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + piece.length),
    );
  fc.assert(
    fc.property(fc.oneof(json, mutated), fc.constantFrom(SaleDto, RefundRequestDto, DecisionDto), (text, metatype) => {
      try {
        expect(read(metatype, text)).toBeInstanceOf(metatype);
      } catch (error) {
        expect(error).toBeInstanceOf(RefundError);
      }
    }),
    { numRuns: 2_000 },
  );
});
