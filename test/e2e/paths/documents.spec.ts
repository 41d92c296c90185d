import { sharedStack } from '../../environment/shared-stack';
import type { TestStack } from '../../environment/stack';
import { Shop } from '../client/shop';
import { expectBooksInOrder } from '../invariants';

const HEBREW = /[\u05d0-\u05ea]/;
const LATIN = /[A-Za-z]{3}/;

describe('what a refund leaves behind: credit, documents, mails, its story', () => {
  let stack: TestStack;
  let shop: Shop;
  beforeAll(async () => {
    stack = await sharedStack();
    shop = new Shop(stack, stack.merchants.demo);
  }, 90_000);
  afterAll(() => stack.close());

  it('gives store credit with the policy bonus at once, without a gateway', async () => {
    const { sold, refund } = await shop.ask({ request: { destination: 'store_credit' } });
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.transfers).toMatchObject([{ paymentRef: 'store_credit', status: 'settled', gatewayRefundId: null }]);
    const { accounts } = await shop.client.creditOf(sold.customerRef);
    const bonus = Math.floor((done.payout.amount * 500) / 10_000);
    expect(accounts).toMatchObject([{ currency: 'ILS', available: { amount: done.payout.amount + bonus } }]);
    const entries = accounts[0]?.entries.map(({ kind, amount, refundId }) => [kind, amount.amount, refundId]);
    expect(new Set(entries)).toEqual(
      new Set([
        ['refund', done.payout.amount, refund.id],
        ['bonus', bonus, refund.id],
      ]),
    );
    expect(await shop.sandbox.movements(sold.payments[0])).toEqual([]);
    expect((await shop.sandbox.mailTo(sold.email, sold.saleRef)).text).toMatch(HEBREW);
  });

  it('adds credit of a second refund to the same account', async () => {
    const { sold, refund } = await shop.ask({ request: { destination: 'store_credit' } });
    await shop.client.untilIs(refund.id, 'completed');
    const second = await shop.client.accepted({
      saleRef: sold.saleRef,
      reason: 'defective',
      lines: [{ ref: 'l1', quantity: 1 }],
      destination: 'store_credit',
      returnMethod: 'none',
    });
    const done = await shop.client.untilIs(second.id, 'completed');
    const { accounts } = await shop.client.creditOf(sold.customerRef);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.available.amount).toBe(2 * Math.floor((done.payout.amount * 10_500) / 10_000));
    expect(accounts[0]?.entries).toHaveLength(4);
  });

  it('numbers credit notes without a gap, however many refunds end at once', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => shop.ask()));
    const done = await Promise.all(asked.map(({ refund }) => shop.client.untilIs(refund.id, 'completed')));
    const numbers = done.map(({ creditNotes }) => Number(/^ZK-(\d+)$/.exec(creditNotes[0]?.number ?? '')?.[1]));
    const [first = 0] = numbers.sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    for (const { creditNotes, payout } of done) {
      expect(creditNotes).toMatchObject([{ status: 'issued', documentType: 'credit_note', total: payout }]);
    }
  });

  it('waits with the credit note, and not with the money, when the sale has no invoice yet', async () => {
    const { refund } = await shop.ask({ sale: { body: { invoice: null } } });
    const done = await shop.client.untilIs(refund.id, 'completed');
    expect(done.creditNotes).toMatchObject([{ status: 'draft', number: null, total: done.payout }]);
  });

  it.each([
    ['he', 'שלום', 'dir="rtl"'],
    ['en', 'Hello', 'dir="ltr"'],
  ] as const)('tells the customer in his language that the money was sent: %s', async (locale, greeting, direction) => {
    const { sold, refund } = await shop.ask({ sale: { locale } });
    const done = await shop.client.untilIs(refund.id, 'completed');
    const mail = await shop.sandbox.mailTo(sold.email, sold.saleRef);
    expect(mail.subject).toContain('[TEST]');
    expect(mail.text).toContain('TEST');
    expect(mail.html).toContain(direction);
    expect(mail.html).toMatch(/129\.00/);
    expect(mail.text).toContain(greeting);
    expect(mail.text).toContain(done.creditNotes[0]?.number);
    const told = await shop.client.until(refund.id, 'the message to be sent', ({ messages }) =>
      messages.some(({ kind, status }) => kind === 'refund_completed' && status === 'sent'),
    );
    // Whoever is paid at once is not told first that his request arrived.
    expect(told.messages.filter(({ status }) => status === 'sent')).toHaveLength(1);
    expect(await shop.sandbox.mailsTo(sold.email)).toHaveLength(1);
  });

  it('tells the whole story in both languages, and for whom each part of it is', async () => {
    const { refund } = await shop.ask();
    await shop.client.untilIs(refund.id, 'completed');
    const story = await shop.client.timeline(refund.id);
    expect(story.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['requested', 'payment_started', 'transfer_settled', 'completed']),
    );
    expect(story.flatMap(({ toStatus }) => toStatus ?? [])).toEqual(['requested', 'processing', 'completed']);
    for (const { text, actor, depth, at } of story) {
      expect(text.he).toMatch(HEBREW);
      expect(text.en).toMatch(LATIN);
      expect(text.en + text.he).not.toMatch(/undefined|null|\{|\}/);
      expect(actor).not.toBe('');
      expect(['customer', 'staff', 'technical']).toContain(depth);
      expect(Date.parse(at)).not.toBeNaN();
    }
  });

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
