import { GatewayNotReached, GatewayOutcomeUnknown, type GatewayMovement } from '@zikui/domain';
import { ILS, type Exam, type Questions } from '../exam';
import type { GatewayWorld } from '../gateway-world';

const DAY_MS = 86_400_000;
/** More than one page of any vendor that the exam knows but one. */
const MANY = 105;
const lists = ({ listing }: GatewayWorld): boolean => listing !== undefined;

/** All that is listed of that payment within the time, as it comes. */
async function listed(
  { world: { listing, account } }: Exam,
  gatewayRef: string,
  [fromMs, toMs]: readonly [number, number] = [Date.now() - DAY_MS, Date.now() + DAY_MS],
): Promise<readonly GatewayMovement[]> {
  const all: GatewayMovement[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await listing!.listMovements({ account, fromMs, toMs, after: after ?? null });
    all.push(...page.items);
    after = page.next;
  }
  return all.filter((movement) => movement.gatewayRef === gatewayRef);
}

/** What a gateway lists of all that it did: what books are compared with. */
export const LISTS: Questions = {
  'says in its record whether it lists what it did': {
    check: async ({ world: { gateway, listing } }) =>
      expect(gateway.capabilities.books.by).toBe(listing === undefined ? 'report' : 'list'),
  },
  'lists a refund as it was asked for, with our reference and its moment': {
    concerns: lists,
    async check(exam) {
      const ask = await exam.ask();
      const before = Math.floor(Date.now() / 1_000) * 1_000;
      const outcome = await exam.refund(ask);
      const [only, ...others] = await listed(exam, ask.gatewayRef);
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        gatewayRefundId: outcome.gatewayRefundId,
        reference: ask.reference,
        amount: ask.amount,
        status: 'settled',
      });
      expect(Date.parse(only!.createdAt)).toBeGreaterThanOrEqual(before);
    },
  },
  'lists what waits as pending, and what failed later as declined': {
    concerns: lists,
    async check(exam) {
      const ask = await exam.troubled('stays_pending');
      await exam.refund(ask);
      expect(await listed(exam, ask.gatewayRef)).toMatchObject([{ status: 'pending' }]);
      await exam.world.fails(await exam.movement(ask));
      expect(await listed(exam, ask.gatewayRef)).toMatchObject([{ status: 'declined' }]);
    },
  },
  'lists what was made in its dashboard, which has no reference of ours': {
    concerns: lists,
    async check(exam) {
      const { gatewayRef, amount } = await exam.ask();
      const gatewayRefundId = await exam.world.refundsInDashboard(gatewayRef, amount);
      expect(await listed(exam, gatewayRef)).toMatchObject([
        { gatewayRefundId, amount, status: 'settled', reference: null },
      ]);
    },
  },
  'lists amounts of currencies without and with two decimals as we count them': {
    concerns: lists,
    async check(exam) {
      for (const money of [ILS(1_230), { amount: 500, currency: 'JPY' }]) {
        const ask = await exam.ask(money);
        await exam.refund(ask);
        expect(await listed(exam, ask.gatewayRef)).toMatchObject([{ amount: money }]);
      }
    },
  },
  'lists each of many refunds once, page by page': {
    concerns: lists,
    async check(exam) {
      const ask = await exam.ask(ILS(1), 1_000);
      for (let no = 0; no < MANY; no += 1) {
        const names = { idempotencyKey: `${ask.idempotencyKey}_${no}`, reference: `${ask.reference}_${no}` };
        await exam.refund({ ...ask, ...names });
      }
      const references = (await listed(exam, ask.gatewayRef)).map(({ reference }) => reference);
      expect(references).toHaveLength(MANY);
      expect(new Set(references).size).toBe(MANY);
    },
  },
  'lists nothing of another time': {
    concerns: lists,
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      expect(await listed(exam, ask.gatewayRef, [Date.now() - 90 * DAY_MS, Date.now() - DAY_MS])).toEqual([]);
      expect(await listed(exam, ask.gatewayRef, [Date.now() + DAY_MS, Date.now() + 2 * DAY_MS])).toEqual([]);
    },
  },
  'shows its list to nobody but the account, and no list at all where nobody answers': {
    concerns: lists,
    async check({ world: { listing, stranger, account } }) {
      const span = { fromMs: Date.now() - DAY_MS, toMs: Date.now(), after: null };
      await expect(listing!.listMovements({ ...span, account: stranger })).rejects.toThrow(GatewayNotReached);
      const settings = { ...account.settings, address: 'http://127.0.0.1:2' };
      if (account.settings?.['address'] !== undefined)
        await expect(listing!.listMovements({ ...span, account: { ...account, settings } })).rejects.toThrow(
          GatewayNotReached,
        );
    },
  },
  'does not take half an answer for a list': {
    concerns: lists,
    async check({ world }) {
      const span = { fromMs: Date.now() - DAY_MS, toMs: Date.now() + DAY_MS, after: null, account: world.account };
      await world.trouble('look_up_fails', world.nameOfAccount);
      await expect(world.listing!.listMovements(span)).rejects.toThrow(GatewayOutcomeUnknown);
      await world.trouble('look_up_hangs', world.nameOfAccount);
      await expect(world.listing!.listMovements(span)).rejects.toThrow(GatewayOutcomeUnknown);
    },
  },
};
