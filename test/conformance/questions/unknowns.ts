import { GatewayOutcomeUnknown, type GatewayAsk } from '@zikui/domain';
import { ILS, type Exam, type Question, type Questions } from '../exam';
import type { GatewayTrouble } from '../gateway-world';

/** What a later look-up says of a refund that was made; a gateway that cannot be asked says nothing. */
async function shows(exam: Exam, ask: GatewayAsk): Promise<void> {
  const found = await exam.find(ask);
  if (exam.world.gateway.capabilities.lookUp.by === 'none') expect(found).toBeUndefined();
  else expect(found).toMatchObject({ kind: 'settled', amount: ILS(500) });
}

/** The work was done, the answer was lost or spoilt: unknown, shown by a look-up, and repeated without a second movement. */
const afterWork = (trouble: GatewayTrouble): Question => ({
  async check(exam) {
    const ask = await exam.troubled(trouble);
    await expect(exam.refund(ask)).rejects.toThrow(GatewayOutcomeUnknown);
    await shows(exam, ask);
    expect(await exam.refund(ask)).toMatchObject({ kind: exam.world.answers, amount: ILS(500) });
    expect(await exam.moved(ask)).toEqual([500]);
  },
});
/** Nothing was done and nobody said so: unknown, and the repeat under the same key moves it. */
const beforeWork = (trouble: GatewayTrouble): Question => ({
  async check(exam) {
    const ask = await exam.troubled(trouble);
    await expect(exam.refund(ask)).rejects.toThrow(GatewayOutcomeUnknown);
    expect(await exam.find(ask)).toBeUndefined();
    expect(await exam.refund(ask)).toMatchObject({ kind: exam.world.answers });
    expect(await exam.moved(ask)).toEqual([500]);
  },
});

/** The limits of the call and of whoever makes it, with room for a busy machine; the answer would take 20 seconds. */
const LONGEST_DRIP_MS = 10_000;

/** Calls of which nobody can say what became of them. */
export const UNKNOWNS: Questions = {
  'does not know what became of a call that timed out before the work': beforeWork('never_answers_before_work'),
  'does not know what became of a call that timed out after the work': afterWork('never_answers_after_work'),
  'does not know what became of a call that failed after the work': afterWork('fails_after_work'),
  'does not know what became of a call that was answered with garbage': afterWork('answers_garbage'),
  'does not know what became of a call that was answered by half': afterWork('answers_half'),
  'moves money once when the connection breaks after the work': {
    async check(exam) {
      const ask = await exam.troubled('breaks_off_after_work');
      // A vendor's package may repeat the call by itself: then it knows.
      const [ended] = await Promise.allSettled([exam.refund(ask)]);
      if (ended.status === 'rejected') expect(ended.reason).toBeInstanceOf(GatewayOutcomeUnknown);
      else expect(ended.value.kind).toBe(exam.world.answers);
      expect(await exam.refund(ask)).toMatchObject({ kind: exam.world.answers });
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'never takes a connection that broke after sending for a call that never left': {
    async check(exam) {
      const ask = await exam.troubled('breaks_off_before_work');
      const [ended] = await Promise.allSettled([exam.refund(ask)]);
      if (ended.status === 'rejected') expect(ended.reason).toBeInstanceOf(GatewayOutcomeUnknown);
      expect(await exam.refund(ask)).toMatchObject({ kind: exam.world.answers });
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'does not invent an outcome while every repeat of a key gets the same failure': {
    async check(exam) {
      const ask = await exam.troubled('fails_for_ever_after_work');
      await expect(exam.refund(ask)).rejects.toThrow(GatewayOutcomeUnknown);
      await expect(exam.refund(ask)).rejects.toThrow(GatewayOutcomeUnknown);
      await shows(exam, ask);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'does not wait for a late answer, and moves nothing by asking again': {
    async check(exam) {
      const ask = await exam.troubled('answers_late');
      await expect(exam.refund(ask)).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown', cause_: 'time_out' });
      const [again] = await Promise.allSettled([exam.refund(ask)]);
      if (again.status === 'rejected') expect(again.reason).toBeInstanceOf(GatewayOutcomeUnknown);
      else expect(again.value.kind).toBe(exam.world.answers);
      await shows(exam, ask);
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'does not wait for an answer that drips in, and moves nothing by asking again': {
    async check(exam) {
      const ask = await exam.troubled('answers_in_drips');
      const begun = performance.now();
      await expect(exam.refund(ask)).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown', cause_: 'time_out' });
      expect(performance.now() - begun).toBeLessThan(LONGEST_DRIP_MS);
      await shows(exam, ask);
      expect(await exam.refund(ask)).toMatchObject({ kind: exam.world.answers });
      expect(await exam.moved(ask)).toEqual([500]);
    },
  },
  'takes a status that is not listed for unknown': {
    async check(exam) {
      const ask = await exam.troubled('answers_unlisted_status');
      await expect(exam.refund(ask)).rejects.toMatchObject({ cause_: 'unlisted_status' });
    },
  },
  'never takes another amount for a success': {
    async check(exam) {
      const ask = await exam.troubled('answers_another_amount');
      await expect(exam.refund(ask)).rejects.toMatchObject({ cause_: 'wrong_amount' });
    },
  },
};
