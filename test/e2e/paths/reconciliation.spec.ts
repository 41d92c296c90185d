import { randomUUID } from 'node:crypto';
import { localDate } from '@zikui/domain';
import type { DifferenceView, Page, ReconciliationView } from '@zikui/persistence';
import { sandboxKey } from '../../../tools/merchant/sample-merchants';
import { startStack, type TestStack } from '../../environment/stack';
import { eventually } from '../client/eventually';
import { bodyOf, call } from '../client/http';
import { LAMP_PRICE, Shop } from '../client/shop';

describe('comparing the books', () => {
  let stack: TestStack;
  let shop: Shop;
  let firstDay: string;
  beforeAll(async () => {
    stack = await startStack();
    shop = new Shop(stack, stack.merchants.lab);
    firstDay = today();
  }, 90_000);
  afterAll(() => stack.close());

  const today = (): string => localDate(new Date().toISOString(), 'Asia/Jerusalem');
  const key = (): string => stack.merchants.lab.createKey;
  async function ended(asked: ReconciliationView): Promise<ReconciliationView> {
    return eventually('the comparison to end', async () => {
      const view = bodyOf(
        await call<ReconciliationView>(`${stack.api}/v1/reconciliations/${asked.id}`, { key: key() }),
        200,
      );
      return view.endedAt === null ? undefined : view;
    });
  }
  const comparedOn = async (day: string): Promise<ReconciliationView> =>
    ended(
      bodyOf(
        await call<ReconciliationView>(`${stack.api}/v1/reconciliations`, {
          method: 'POST',
          key: key(),
          idempotencyKey: randomUUID(),
          body: { gateway: 'stripe', day },
        }),
        202,
      ),
    );
  /** Of the day, and of the one on which the first refund was made: midnight may have come between them. */
  const compared = (): Promise<readonly ReconciliationView[]> =>
    Promise.all([...new Set([firstDay, today()])].map(comparedOn));
  const differencesOf = async (views: readonly ReconciliationView[]): Promise<readonly DifferenceView[]> => {
    const pages = views.map(({ id }) =>
      call<Page<DifferenceView>>(`${stack.api}/v1/reconciliations/${id}/differences`, { key: key() }),
    );
    return (await Promise.all(pages)).flatMap((page) => bodyOf(page, 200).items);
  };
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  const countOf = (views: readonly ReconciliationView[]): number => sumOf(views.map(({ differences }) => differences));

  it('agrees where every refund went through, declined and unanswered calls included', async () => {
    for (const action of [undefined, 'decline', 'commit_then_timeout']) {
      const { refund } = await shop.ask({ faults: action === undefined ? [] : [{ action }] });
      await shop.client.untilIs(refund.id, action === 'decline' ? 'needs_review' : 'completed');
    }
    const views = await compared();
    expect(views.map(({ status, differences }) => [status, differences])).toEqual(views.map(() => ['done', 0]));
    const totals = views.flatMap((view) => view.totals);
    expect(new Set(totals.map(({ currency }) => currency))).toEqual(new Set(['ILS']));
    for (const side of ['ours', 'theirs', 'ledger'] as const)
      expect(sumOf(totals.map((total) => total[side]))).toBe(2 * LAMP_PRICE);
  });

  it('shows a refund that somebody made in the dashboard of the gateway, once, however often it looks', async () => {
    const { payments } = await shop.sell();
    const made = await call<{ id: string }>(`${stack.sandbox}/v1/refunds`, {
      method: 'POST',
      key: sandboxKey(stack.merchants.lab.slug),
      body: new URLSearchParams({ payment_intent: payments[0] ?? '', amount: '700' }),
    });
    const [first, second] = [await compared(), await compared()];
    const [seen] = await differencesOf(second);
    expect(seen).toMatchObject({
      kind: 'missing_here',
      owner: 'finance',
      gatewayRefundId: bodyOf(made, 200).id,
      theirs: { status: 'settled', amount: { amount: 700, currency: 'ILS' } },
    });
    expect([countOf(first), countOf(second)]).toEqual([1, 1]);
    expect(await differencesOf(first)).toEqual([]);
  });

  it('takes the settlement report of the day for the same story', async () => {
    const moved = (await shop.sandbox.movements()).filter(({ metadata }) => 'zikui_reference' in metadata);
    const rows = moved.map(
      ({ id, amount, currency }) => `${id},${amount},${currency},settled,${new Date().toISOString()}`,
    );
    const report = ['gateway_refund_id,amount,currency,status,created_at', ...rows].join('\n');
    const query = `gateway=stripe&format=standard&fromDay=${firstDay}&toDay=${today()}`;
    const imported = await call<ReconciliationView>(`${stack.api}/v1/reconciliations/reports?${query}`, {
      method: 'POST',
      key: key(),
      idempotencyKey: randomUUID(),
      body: report,
      headers: { 'content-type': 'text/csv' },
    });
    expect(await ended(bodyOf(imported, 202))).toMatchObject({ status: 'done', source: 'report', differences: 0 });
  });
});
