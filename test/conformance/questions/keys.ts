import { GatewayOutcomeUnknown } from '@zikui/domain';
import { ILS, type Questions } from '../exam';

/** What one idempotency key stands for. */
export const KEYS: Questions = {
  'moves money once for one key, however often it is asked': {
    async check(exam) {
      const ask = await exam.ask();
      const first = await exam.refund(ask);
      expect(first).toMatchObject({ kind: exam.world.answers, amount: ILS(500) });
      expect(await exam.refund(ask)).toEqual(first);
      expect(await exam.refund(ask)).toEqual(first);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'moves money once for one key when it is asked at the same moment': {
    async check(exam) {
      const ask = await exam.ask();
      await Promise.allSettled([exam.refund(ask), exam.refund(ask), exam.refund(ask)]);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'takes another key for another refund': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      await exam.refund({ ...ask, idempotencyKey: `${ask.idempotencyKey}_b`, reference: `${ask.reference}_b` });
      expect(await exam.moved(ask)).toEqual([500, 500]);
    },
  },
  'does not know the outcome of a key that was used with other parameters': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      await expect(exam.refund({ ...ask, amount: ILS(501) })).rejects.toThrow(GatewayOutcomeUnknown);
      await expect(exam.refund({ ...ask, reference: `${ask.reference}_b` })).rejects.toThrow(GatewayOutcomeUnknown);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
};
