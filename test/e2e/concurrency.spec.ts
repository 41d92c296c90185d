import { randomUUID } from 'node:crypto';
import { PROCESS_RACES } from '../builders/behind-lock.builder';
import { sharedStack } from '../environment/shared-stack';
import type { TestStack } from '../environment/stack';
import { eventually } from './client/eventually';
import type { Answer } from './client/http';
import type { Body, MerchantClient, ShownCommand, ShownRefund } from './client/merchant.client';
import { ONE_UNIT, Shop } from './client/shop';
import { expectBooksInOrder } from './invariants';
import { countOfRefunds, heldOn } from './rows';

/** `npm run chaos` races fifty times. */
const LONGEST_RACES_MS = 60_000 + PROCESS_RACES * 5_000;
const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };

describe('many callers at once', () => {
  let stack: TestStack;
  let lab: Shop;
  let demo: Shop;
  beforeAll(async () => {
    stack = await sharedStack();
    lab = new Shop(stack, stack.merchants.lab);
    demo = new Shop(stack, stack.merchants.demo);
  }, 90_000);
  afterAll(() => stack.close());

  const codesOf = (answers: readonly Answer<unknown>[]): readonly string[] =>
    answers.map(({ status, body }) => (status === 201 ? 'accepted' : (body as { code: string }).code));
  const times = <T>(count: number, work: (no: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, no) => work(no)));

  /** A busy service sheds rather than keep its caller waiting; whoever repeats with the same key asks once. */
  async function untilAnswered(client: MerchantClient, body: Body): Promise<Answer<ShownRefund>> {
    const key = randomUUID();
    return eventually('an answer', async () => {
      const answer = await client.request(body, key);
      return answer.status === 503 || answer.status === 429 ? undefined : answer;
    });
  }

  it('pays out no more than the 100.00 that were captured, though 200 refunds of it come at once', async () => {
    const [captured, share, asked] = [10_000, 300, 200];
    const sold = await lab.sell({ price: captured / 2 });
    const body = { ...ONE_UNIT, saleRef: sold.saleRef, reason: 'goodwill', lines: [], goodwill: { amount: share } };
    const moved = async (): Promise<number> =>
      (await lab.sandbox.movements(sold.payments[0])).reduce((sum, { amount }) => sum + amount, 0);
    const answers = await times(asked, () => untilAnswered(lab.client, body));
    expect((await heldOn(stack, sold))[0]).toBeLessThanOrEqual(captured);
    const codes = codesOf(answers);
    const fit = Math.floor(captured / share);
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(fit);
    expect(codes.filter((code) => code === 'over_refund')).toHaveLength(asked - fit);
    for (const { status, body: refund } of answers) {
      if (status !== 201) continue;
      expect(await moved()).toBeLessThanOrEqual(captured);
      await lab.client.untilIs(refund.id, 'completed');
    }
    expect(await moved()).toBe(fit * share);
    expect(await lab.sandbox.movements(sold.payments[0])).toHaveLength(fit);
    expect(await heldOn(stack, sold)).toEqual([fit * share]);
  });

  it('lets one of two refunds through that each take more than half', async () => {
    const sold = await lab.sell();
    const most = { ...ONE_UNIT, saleRef: sold.saleRef, lines: [{ ref: 'l1', amount: 15_480 }] };
    expect([...codesOf(await times(2, () => lab.client.request(most)))].sort()).toEqual(['accepted', 'line_exhausted']);
  });

  it('makes one refund of ten requests under one key, and answers all ten with it', async () => {
    const sold = await lab.sell();
    const before = await countOfRefunds(stack);
    const body = { ...ONE_UNIT, saleRef: sold.saleRef };
    const answers = await times(10, () => lab.client.request(body, 'ten-callers-with-one-key'));
    for (const code of codesOf(answers)) expect(['accepted', 'request_in_progress']).toContain(code);
    const { body: first } = await lab.client.request(body, 'ten-callers-with-one-key');
    for (const { status, body: refund } of answers) if (status === 201) expect(refund.id).toBe(first.id);
    expect(answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotent-replayed'))).toHaveLength(
      1,
    );
    expect(await countOfRefunds(stack)).toBe(before + 1);
    await lab.client.untilIs(first.id, 'completed');
    expect(await lab.sandbox.movements(sold.payments[0])).toHaveLength(1);
  });

  it('lets one body win when two share a key', async () => {
    const sold = await lab.sell();
    const body = { ...ONE_UNIT, saleRef: sold.saleRef };
    const answers = await times(6, (no) =>
      lab.client.request({ ...body, reason: no % 2 === 0 ? 'defective' : 'late' }, 'two-bodies-with-one-key'),
    );
    const won = new Set(answers.filter(({ status }) => status === 201).map(({ body: { reason } }) => reason));
    expect(won.size).toBe(1);
    for (const code of codesOf(answers)) {
      expect(['accepted', 'idempotency_conflict', 'request_in_progress']).toContain(code);
    }
  });

  type Outcome = Readonly<{ granted: readonly Answer<ShownRefund | ShownCommand>[]; refused: readonly unknown[] }>;
  const outcomeOf = (answers: readonly Answer<ShownRefund | ShownCommand>[]): Outcome => ({
    granted: answers.filter(({ status }) => status === 200),
    refused: answers.filter(({ status }) => status !== 200).map(({ body }) => body),
  });
  async function open(): Promise<ShownRefund> {
    const { refund } = await demo.ask({ sale: SOFA });
    return demo.client.untilIs(refund.id, 'awaiting_approval');
  }

  it(
    'lets the first of an approval and a rejection win, and tells the other who it was',
    async () => {
      const managerKey = await stack.addKey(stack.merchants.demo, {
        owner: 'demo-manager',
        scopes: ['refunds:decide', 'refunds:read'],
        role: 'manager',
        amountLimit: 100_000_000,
      });
      for (let race = 0; race < PROCESS_RACES; race += 1) {
        const refund = await open();
        const { granted, refused } = outcomeOf(
          await Promise.all([
            demo.client.decide(refund),
            demo.client.decide(refund, { outcome: 'reject', key: managerKey }),
          ]),
        );
        expect(granted).toHaveLength(1);
        const step = (await demo.client.get(refund.id)).approval.steps[0];
        expect(refused).toMatchObject([
          {
            status: 409,
            code: 'step_not_open',
            values: { decidedBy: step?.decision?.actor, outcome: step?.decision?.outcome },
          },
        ]);
      }
    },
    LONGEST_RACES_MS,
  );

  it(
    'lets the first of an approval and a cancellation win',
    async () => {
      for (let race = 0; race < PROCESS_RACES; race += 1) {
        const refund = await open();
        const { granted, refused } = outcomeOf(
          await Promise.all([demo.client.decide(refund), demo.client.cancel(refund)]),
        );
        expect(granted).toHaveLength(1);
        expect(refused).toMatchObject([{ status: 409 }]);
        const ended = await demo.client.until(
          refund.id,
          'an end',
          ({ completedAt, status }) => completedAt !== null || status === 'cancelled',
        );
        expect(['completed', 'cancelled']).toContain(ended.status);
      }
    },
    LONGEST_RACES_MS,
  );

  it('leaves books that keep every rule and agree with the gateway', async () => {
    await expectBooksInOrder(stack);
  });
});
