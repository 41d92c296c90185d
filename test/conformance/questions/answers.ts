import { GatewayNotReached, toWireAmount, type Money } from '@zikui/domain';
import { ILS, type Questions } from '../exam';

const CURRENCIES: readonly Money[] = [
  { amount: 500, currency: 'JPY' },
  { amount: 1_230, currency: 'EUR' },
  { amount: 5_290, currency: 'KWD' },
  { amount: 5_291, currency: 'KWD' },
  { amount: 700, currency: 'HUF' },
  { amount: 755, currency: 'HUF' },
];

/** What a gateway answers in words that are certain. */
export const ANSWERS: Questions = {
  'moves the money and says so': {
    async check(exam) {
      const ask = await exam.ask();
      expect(await exam.concluded(ask)).toMatchObject({ kind: 'settled', amount: ILS(500) });
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'reports a refund that waits as pending, then hears that it settled': {
    async check(exam) {
      const ask = await exam.troubled('stays_pending');
      const outcome = await exam.refund(ask);
      expect(outcome).toMatchObject({ kind: 'pending', reason: 'processing', amount: ILS(500) });
      await exam.world.settles(await exam.movement(ask));
      const news = await exam.news(ask, exam.world.answers === 'settled' ? 2 : 1);
      expect(news.map(({ outcome: { status } }) => status)).toContain('settled');
      for (const one of news)
        expect(one).toMatchObject({ gatewayRefundId: outcome.gatewayRefundId, outcome: { amount: ILS(500) } });
    },
  },
  'reports each class of refusal as declined, in our words, and nothing has moved': {
    async check(exam) {
      for (const { code, reason } of exam.world.refusals) {
        const ask = await exam.ask();
        await exam.world.refuse(code, ask.gatewayRef);
        expect([code, await exam.concluded(ask)]).toMatchObject([code, { kind: 'declined', reason }]);
        expect(await exam.moved(ask)).toEqual([]);
      }
    },
  },
  'declines a payment that it does not know, and more than a payment holds': {
    async check(exam) {
      const ask = await exam.ask(ILS(500), 400);
      expect(await exam.concluded(ask)).toMatchObject({ kind: 'declined', reason: 'amount_exceeds_payment' });
      const key = `${ask.idempotencyKey}_stray`;
      const stray = { ...ask, idempotencyKey: key, gatewayRef: exam.world.unknownPayment };
      expect(await exam.refund(stray)).toEqual({
        kind: 'declined',
        gatewayRefundId: null,
        reason: 'payment_not_found',
      });
      expect(await exam.moved(ask)).toEqual([]);
    },
  },
  'gives a payment back in parts until nothing is left': {
    concerns: ({ gateway }) => gateway.capabilities.partialRefunds,
    async check(exam) {
      const first = await exam.ask(ILS(300), 1_000);
      for (const [part, amount] of [300, 300, 400, 1].entries()) {
        const names = { idempotencyKey: `${first.idempotencyKey}_${part}`, reference: `${first.reference}_${part}` };
        const outcome = await exam.world.gateway.refund({ ...first, ...names, amount: ILS(amount) });
        if (exam.world.answers === 'settled') expect(outcome.kind).toBe(part < 3 ? 'settled' : 'declined');
      }
      if (exam.world.answers === 'pending') await exam.news(first, 4);
      expect(await exam.moved(first)).toEqual([300, 300, 400]);
    },
  },
  'counts currencies of none, two and three decimals exactly, or refuses them before anything is sent': {
    async check(exam) {
      for (const money of CURRENCIES) {
        if (toWireAmount(exam.world.gateway.capabilities.currencies, money) === undefined) {
          const stray = { ...(await exam.ask()), amount: money };
          expect(await exam.world.nowhere.refund(stray)).toMatchObject({ reason: 'amount_not_supported' });
          continue;
        }
        const ask = await exam.ask(money);
        expect(await exam.concluded(ask)).toMatchObject({ kind: 'settled', amount: money });
        expect([money, await exam.moved(ask)]).toEqual([money, [money.amount]]);
      }
    },
  },
  'says when a call surely changed nothing: too many calls, wrong credentials, nobody there': {
    async check(exam) {
      const ask = await exam.troubled('is_too_busy');
      await expect(exam.refund(ask)).rejects.toMatchObject({ name: 'GatewayNotReached', retryAfterMs: 2_000 });
      await expect(exam.refund({ ...ask, account: exam.world.stranger })).rejects.toThrow(GatewayNotReached);
      await expect(exam.world.nowhere.refund(ask)).rejects.toThrow(GatewayNotReached);
      expect(await exam.moved(ask)).toEqual([]);
    },
  },
};
