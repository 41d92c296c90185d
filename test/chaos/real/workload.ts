import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../simulation/chance';
import { ONE_UNIT } from '../../e2e/client/shop';
import type { ShownRefund } from '../../e2e/client/merchant.client';
import { carriedOut, idOf, opened, SOFA, type Counter, type Item } from './item';
import { PEOPLE } from './people-items';
import { OutOfTime } from './storm-client';

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
  {
    name: 'two payments that come back',
    weight: 4,
    needs: ['gateway'],
    sale: { parts: 2, price: 8_000 },
    run: async (at) => {
      const id = idOf(await at.ask({ lines: [{ ref: 'l1', quantity: 2 }] }));
      if (id === undefined) return;
      await at.untilEnded(id);
      // Faults of the gateway strike the first payment; of the second one it tells whatever it does with it.
      const settled = (await at.sandbox.movements(at.sold.payments[1])).find(({ status }) => status === 'succeeded');
      if (settled === undefined) return;
      while (!(await hasComeBack(at, id))) {
        // Told again where every api was away when it was told.
        await at.sandbox.fail(settled.id);
        if (Date.now() > at.client.deadline) throw new OutOfTime(`Nobody heard that money of ${id} came back`);
        await pause(TELL_AGAIN_MS);
      }
      // It is repaired by people, who have to look at it first.
      await at.client.until(id, 'a person', ({ status }) => status === 'needs_review');
      await at.untilEnded(id);
    },
  },
  ...PEOPLE,
];

const TELL_AGAIN_MS = 1_000;
const hasComeBack = async ({ client }: Counter, id: string): Promise<boolean> =>
  (await client.get(id)).transfers.some(({ status }) => status === 'reversed');

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
