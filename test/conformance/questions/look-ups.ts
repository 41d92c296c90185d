import { GatewayNotReached, GatewayOutcomeUnknown, provesAbsence } from '@zikui/domain';
import { ILS, type Questions } from '../exam';
import type { GatewayWorld } from '../gateway-world';

const canBeAsked = ({ gateway }: GatewayWorld): boolean => gateway.capabilities.lookUp.by !== 'none';

/** What a gateway says when it is asked what became of a refund. */
export const LOOK_UPS: Questions = {
  'finds what it accepted by our reference': {
    concerns: canBeAsked,
    async check(exam) {
      const ask = await exam.ask();
      const outcome = await exam.refund(ask);
      expect(await exam.find(ask)).toEqual(outcome);
    },
  },
  'finds a refund that waits as pending': {
    concerns: canBeAsked,
    async check(exam) {
      const ask = await exam.troubled('stays_pending');
      const outcome = await exam.refund(ask);
      expect(await exam.find(ask)).toEqual(outcome);
    },
  },
  'finds a refund that failed later as declined': {
    concerns: canBeAsked,
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      await exam.world.fails(await exam.movement(ask));
      expect(await exam.find(ask)).toMatchObject({ kind: 'declined' });
    },
  },
  'finds nothing of a reference or a payment that it never saw': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      expect(await exam.find({ ...ask, reference: 'zr_never_sent', idempotencyKey: 'zk_never_sent' })).toBeUndefined();
      expect(await exam.find({ ...ask, gatewayRef: exam.world.unknownPayment })).toBeUndefined();
    },
  },
  'finds its refund behind more of the same payment than one page holds': {
    concerns: ({ pageOfLookUp }) => pageOfLookUp > 0,
    async check(exam) {
      const ask = await exam.ask(ILS(7), 10_000);
      const outcome = await exam.refund(ask);
      for (let no = 0; no <= exam.world.pageOfLookUp; no += 1) {
        const names = { idempotencyKey: `${ask.idempotencyKey}_${no}`, reference: `${ask.reference}_${no}` };
        await exam.refund({ ...ask, ...names, amount: ILS(1) });
      }
      expect(await exam.find(ask)).toEqual(outcome);
    },
  },
  'does not take a look-up that lags for proof that nothing was sent': {
    concerns: canBeAsked,
    async check(exam) {
      const ask = await exam.troubled('look_up_lags');
      await exam.refund(ask);
      expect(await exam.find(ask)).toBeUndefined();
      expect(provesAbsence(exam.world.gateway.capabilities.lookUp, 0)).toBe(false);
      await exam.refund(ask);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'does not call "not found" what could not be looked up': {
    concerns: canBeAsked,
    async check(exam) {
      const failing = await exam.troubled('look_up_fails');
      await expect(exam.find(failing)).rejects.toThrow(GatewayOutcomeUnknown);
      const hanging = await exam.troubled('look_up_hangs');
      await expect(exam.find(hanging)).rejects.toThrow(GatewayOutcomeUnknown);
      await expect(exam.world.nowhere.findRefund(failing)).rejects.toThrow(GatewayNotReached);
    },
  },
};
