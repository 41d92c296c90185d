import type { Chance } from '../simulation/chance';
import type { SandboxClient } from '../../e2e/client/sandbox.client';
import { ONE_UNIT, type Sold } from '../../e2e/client/shop';
import type { ShopSale } from '../../e2e/client/shop-sale';
import type { Body, ShownRefund } from '../../e2e/client/merchant.client';
import type { StormClient, Told } from './storm-client';

/** What stands still for good in a storm about liveness; an item that needs it may wait. */
export type Dependency = 'mail' | 'carrier' | 'gateway' | 'worker';
export type Sale = Partial<Pick<ShopSale, 'description' | 'category' | 'price' | 'parts'>>;

/** One piece of the workload: a sale, and what somebody does with it. */
export type Item = Readonly<{
  name: string;
  /** Out of the sum of all. */ weight: number;
  needs: readonly Dependency[];
  sale: Sale;
  run: (at: Counter) => Promise<void>;
}>;
/** Where an item is carried out. */
export type Counter = Readonly<{
  client: StormClient;
  sandbox: SandboxClient;
  sold: Sold;
  /** A key of this item alone. */ key: (name: string) => string;
  /** Asks once; whoever comes next may come now. Then repeats until somebody answers. */
  ask: (body?: Body, key?: string) => Promise<Told<ShownRefund>>;
  /** Waits until the refund has ended, or nobody at the desk can do more. */ untilEnded: (
    id: string,
  ) => Promise<ShownRefund>;
  reach: (what: Reached) => void;
}>;
/** What only the one who asked can tell of. */
export type Reached = 'approve_lost_against_cancel' | 'over_refund_refused' | 'key_with_other_body_refused';

const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };
const idOf = ({ outcome, body }: Told<ShownRefund>): string | undefined => (outcome === 'ok' ? body.id : undefined);

async function carriedOut(at: Counter, told: Told<ShownRefund>): Promise<void> {
  const id = idOf(told);
  if (id !== undefined) await at.untilEnded(id);
}

/** The refund once its approval can be decided; undefined when it went elsewhere. */
async function opened(at: Counter): Promise<ShownRefund | undefined> {
  const id = idOf(await at.ask());
  if (id === undefined) return undefined;
  const seen = await at.client.until(id, 'an approval', ({ status }) => status !== 'requested');
  return seen.status === 'awaiting_approval' ? seen : undefined;
}

/** Everything that happens in a storm. A new feature joins it by one line here. */
export const WORKLOAD: readonly Item[] = [
  {
    name: 'card refund',
    weight: 35,
    needs: ['gateway'],
    sale: {},
    run: async (at) => carriedOut(at, await at.ask()),
  },
  {
    name: 'approval',
    weight: 15,
    needs: ['gateway'],
    sale: SOFA,
    run: async (at) => {
      const open = await opened(at);
      if (open === undefined) return;
      const { outcome, code } = await at.client.decide(open, at.key('approve'));
      if (outcome === 'fail') throw new Error(`The only approval of ${open.id} was refused: ${code}`);
      await at.untilEnded(open.id);
    },
  },
  {
    name: 'return',
    weight: 10,
    needs: ['gateway', 'carrier'],
    sale: {},
    run: async (at) => {
      const id = idOf(await at.ask({ reason: 'changed_mind', returnMethod: 'carrier' }));
      if (id === undefined) return;
      const code = ({ return: goods }: ShownRefund): string => goods?.parcels[0]?.trackingCode ?? '';
      const labelled = await at.client.until(id, 'a label', (one) => code(one) !== '' || one.completedAt !== null);
      await at.sandbox.scan(code(labelled), 'in_transit', 2);
      await at.sandbox.scan(code(labelled), 'delivered');
      await at.untilEnded(id);
    },
  },
  {
    name: 'store credit',
    weight: 10,
    needs: [],
    sale: {},
    run: async (at) => carriedOut(at, await at.ask({ destination: 'store_credit' })),
  },
  {
    name: 'same key, same body',
    weight: 6,
    needs: ['gateway'],
    sale: {},
    run: async (at) => {
      const body = { ...ONE_UNIT, saleRef: at.sold.saleRef };
      const repeats = [1, 2, 3].map(() => at.client.request(at.sold.saleRef, body, at.key('first')));
      const answers = [await at.ask(), ...(await Promise.all(repeats))];
      const ids = new Set(answers.flatMap((told) => idOf(told) ?? []));
      await Promise.all([...ids].map((id) => at.untilEnded(id)));
    },
  },
  {
    name: 'same key, other body',
    weight: 6,
    needs: ['gateway'],
    sale: {},
    run: async (at) => {
      const other = { ...ONE_UNIT, saleRef: at.sold.saleRef, reason: 'late' };
      const both = [at.ask(), at.client.request(at.sold.saleRef, other, at.key('first'))];
      const answers = await Promise.all(both);
      if (answers.some(({ code }) => code === 'idempotency_conflict')) at.reach('key_with_other_body_refused');
      await Promise.all(answers.map((told) => carriedOut(at, told)));
    },
  },
  {
    name: 'two refunds of one payment',
    weight: 6,
    needs: ['gateway'],
    sale: {},
    run: async (at) => {
      const most = { lines: [{ ref: 'l1', amount: 15_480 }] };
      const answers = await Promise.all([at.ask(most), at.ask(most, at.key('second'))]);
      if (answers.some(({ outcome }) => outcome === 'fail')) at.reach('over_refund_refused');
      await Promise.all(answers.map((told) => carriedOut(at, told)));
    },
  },
  {
    name: 'approval against cancellation',
    weight: 6,
    needs: ['gateway'],
    sale: SOFA,
    run: async (at) => {
      const open = await opened(at);
      if (open === undefined) return;
      const [approved, cancelled] = await Promise.all([
        at.client.decide(open, at.key('approve')),
        at.client.cancel(open.id, at.key('cancel')),
      ]);
      if (approved.outcome === 'fail' && cancelled.outcome === 'ok') at.reach('approve_lost_against_cancel');
      await at.untilEnded(open.id);
    },
  },
  {
    name: 'two payments',
    weight: 6,
    needs: ['gateway'],
    sale: { parts: 2, price: 8_000 },
    run: async (at) => carriedOut(at, await at.ask({ lines: [{ ref: 'l1', quantity: 2 }] })),
  },
];

/** Draws one item by its weight. */
export function drawItem(chance: Chance, items: readonly Item[] = WORKLOAD): Item {
  let left = chance.next() * items.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = items.find(({ weight }) => (left -= weight) < 0) ?? items[0];
  if (drawn === undefined) throw new Error('The workload is empty');
  return drawn;
}

export function itemNamed(name: string): Item {
  const item = WORKLOAD.find((one) => one.name === name);
  if (item === undefined) throw new Error(`The workload has no ${name}`);
  return item;
}
