import { ILS, type Exam, type Questions } from '../exam';
import type { GatewayTrouble } from '../gateway-world';

/** An announcement that met that trouble on its way is refused, whatever it says. */
async function refuses(exam: Exam, trouble: GatewayTrouble): Promise<void> {
  const ask = await exam.troubled(trouble);
  await exam.refund(ask);
  const [delivery] = await exam.world.told(ask.gatewayRef, 1);
  await expect(exam.read(delivery!)).rejects.toMatchObject({ code: 'bad_signature' });
}

/** What a gateway announces by itself. */
export const ANNOUNCEMENTS: Questions = {
  'reads who is told, what, of which refund and when': {
    async check(exam) {
      const ask = await exam.ask();
      const outcome = await exam.refund(ask);
      const [news] = await exam.news(ask, 1);
      expect(news).toMatchObject({
        reference: ask.reference,
        gatewayRefundId: outcome.gatewayRefundId,
        gatewayRef: ask.gatewayRef,
        outcome: { status: 'settled', amount: ILS(500) },
      });
      expect(Math.abs(Date.parse(news!.occurredAt) - Date.now())).toBeLessThan(60_000);
    },
  },
  'tells a repeated announcement by its id': {
    async check(exam) {
      const ask = await exam.troubled('announces_twice');
      await exam.refund(ask);
      const [first, second] = await exam.news(ask, 2);
      expect(second).toEqual(first);
      expect(first?.eventId).toMatch(/\S/);
    },
  },
  'tells of a refund that was made in its dashboard, which has no reference of ours': {
    async check(exam) {
      const ask = await exam.ask();
      const gatewayRefundId = await exam.world.refundsInDashboard(ask.gatewayRef, ask.amount);
      expect((await exam.news(ask, 1))[0]).toMatchObject({
        ...{ gatewayRefundId, reference: null, gatewayRef: ask.gatewayRef },
        outcome: { status: 'settled', amount: ask.amount },
      });
    },
  },
  'tells money that came back after it had settled, later than the success': {
    concerns: ({ gateway }) => gateway.capabilities.announcesReversals,
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      const [settled] = await exam.news(ask, 1);
      await exam.world.fails(await exam.movement(ask));
      const reversed = (await exam.news(ask, 2)).find(({ outcome: { status } }) => status === 'declined');
      expect(reversed).toMatchObject({ gatewayRefundId: settled?.gatewayRefundId, outcome: { amount: ILS(500) } });
      expect(reversed?.eventId).not.toBe(settled?.eventId);
      expect(Date.parse(reversed!.occurredAt)).toBeGreaterThanOrEqual(Date.parse(settled!.occurredAt));
    },
  },
  'dates announcements by what happened, not by when they came': {
    concerns: ({ gateway }) => gateway.capabilities.announcesReversals,
    async check(exam) {
      const ask = await exam.troubled('announces_out_of_order');
      await exam.refund(ask);
      await exam.world.fails(await exam.movement(ask));
      const news = await exam.news(ask, 2);
      const at = (status: string) => Date.parse(news.find(({ outcome }) => outcome.status === status)!.occurredAt);
      expect(news[0]?.outcome.status).toBe('declined');
      expect(at('settled')).toBeLessThanOrEqual(at('declined'));
    },
  },
  'refuses an announcement that is wrongly signed': {
    check: (exam) => refuses(exam, 'announces_wrongly_signed'),
  },
  'refuses an announcement from the past': {
    concerns: ({ datesAnnouncements }) => datesAnnouncements,
    check: (exam) => refuses(exam, 'announces_stale'),
  },
  'refuses an announcement that was changed on its way, or that carries no signature': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      const [delivery] = await exam.world.told(ask.gatewayRef, 1);
      const text = delivery!.body.toString('utf8');
      const changed = Buffer.from(text.replace(/("(?:amount|value)":"?)5/, '$16'));
      expect(changed.equals(delivery!.body)).toBe(false);
      await expect(exam.read({ ...delivery!, body: changed })).rejects.toMatchObject({ code: 'bad_signature' });
      const bare = text.replace(/"hmacSignature":"[^"]*"/, '"other":""');
      await expect(exam.read({ headers: {}, body: Buffer.from(bare) })).rejects.toMatchObject({
        code: 'bad_signature',
      });
    },
  },
  'refuses what another account was told': {
    async check(exam) {
      const ask = await exam.ask();
      await exam.refund(ask);
      const [delivery] = await exam.world.told(ask.gatewayRef, 1);
      const { webhooks, stranger } = exam.world;
      const read = async () => webhooks.readWebhook(stranger, delivery!.body, delivery!.headers);
      await expect(read()).rejects.toMatchObject({ code: 'bad_signature' });
    },
  },
};
