import type { DisputeNews } from '@zikui/domain';
import { ILS, type Exam, type Questions } from '../exam';

/** What holds after all of it, whichever event told it: the latest status, and where the money is. */
const end = (news: readonly DisputeNews[]) => ({
  status: news.at(-1)?.status,
  funds:
    news
      .map(({ funds }) => funds)
      .filter((funds) => funds !== null)
      .at(-1) ?? null,
});

async function ended(exam: Exam, as: 'won' | 'lost'): Promise<readonly DisputeNews[]> {
  const ask = await exam.ask();
  const { id, told } = await exam.world.opensDispute(ask.gatewayRef, ILS(500));
  const more = await exam.world.endsDispute(id, as);
  return exam.disputeNews(ask, told + more);
}

/** What a gateway announces of disputes. */
export const DISPUTES: Questions = {
  'reads which payment is disputed, under which id, how much and when': {
    async check(exam) {
      const ask = await exam.ask();
      const { id, told } = await exam.world.opensDispute(ask.gatewayRef, ILS(700));
      const news = await exam.disputeNews(ask, told);
      expect(news.length).toBe(told);
      for (const one of news) {
        expect(one).toMatchObject({ disputeRef: id, amount: ILS(700), status: 'open' });
        expect(one.gatewayRefs).toContain(ask.gatewayRef);
        expect(Math.abs(Date.parse(one.occurredAt) - Date.now())).toBeLessThan(60_000);
      }
      expect(new Set(news.map(({ eventId }) => eventId)).size).toBe(told);
    },
  },
  'reads that a dispute was won, and does not leave its money with the gateway': {
    async check(exam) {
      expect(end(await ended(exam, 'won'))).toEqual({ status: 'won', funds: 'returned' });
    },
  },
  'reads that a dispute was lost, with its money gone': {
    async check(exam) {
      expect(end(await ended(exam, 'lost'))).toEqual({ status: 'lost', funds: 'withdrawn' });
    },
  },
  'takes no news of a dispute for news of a refund, nor the other way round': {
    async check(exam) {
      const ask = await exam.ask();
      const { told } = await exam.world.opensDispute(ask.gatewayRef, ILS(500));
      await exam.disputeNews(ask, told);
      expect(await exam.news(ask, told)).toEqual([]);
      const other = await exam.ask();
      await exam.refund(other);
      await exam.news(other, 1);
      expect(await exam.disputeNews(other, 1)).toEqual([]);
    },
  },
  'is refused a refund of a disputed payment, and says why': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.world.opensDispute(ask.gatewayRef, ILS(500));
      expect(await exam.refund(ask)).toMatchObject(
        exam.world.answers === 'settled' ? { kind: 'declined', reason: 'payment_disputed' } : { kind: 'pending' },
      );
      expect(await exam.moved(ask)).toEqual([]);
    },
  },
  'refuses news of a dispute that another account was told': {
    async check(exam) {
      const ask = await exam.ask();
      const { told } = await exam.world.opensDispute(ask.gatewayRef, ILS(500));
      const [delivery] = await exam.world.told(ask.gatewayRef, told);
      const { disputes, stranger } = exam.world;
      await expect(disputes.readDispute(stranger, delivery!.body, delivery!.headers)).rejects.toMatchObject({
        code: 'bad_signature',
      });
    },
  },
};
