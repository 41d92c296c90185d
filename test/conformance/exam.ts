import type { DisputeNews, GatewayAsk, GatewayNews, GatewayOutcome, Money } from '@zikui/domain';
import type { Delivery, GatewayTrouble, GatewayWorld, Movement } from './gateway-world';

export const ILS = (amount: number): Money => ({ amount, currency: 'ILS' });

/** One question of the exam. It throws when the adapter fails it. */
export type Question = Readonly<{
  /** Asked only of those whom it concerns. */ concerns?: (world: GatewayWorld) => boolean;
  check: (exam: Exam) => Promise<void>;
}>;
/** Questions by what they say. */
export type Questions = Readonly<Record<string, Question>>;

let asked = 0;

/** What every question needs: asks of its own, and short words for what is done with them. */
export class Exam {
  constructor(readonly world: GatewayWorld) {}

  /** An ask for a part of a payment that nobody else touches. */
  async ask(amount: Money = ILS(500), captured = amount.amount * 20): Promise<GatewayAsk> {
    asked += 1;
    const gatewayRef = await this.world.payment({ ...amount, amount: captured });
    const name = `exam_${String(asked)}_${gatewayRef}`;
    return { account: this.world.account, idempotencyKey: `zk_${name}`, reference: `zr_${name}`, gatewayRef, amount };
  }

  /** An ask whose next call meets that trouble. */
  async troubled(kind: GatewayTrouble): Promise<GatewayAsk> {
    const ask = await this.ask();
    await this.world.trouble(kind, ask.gatewayRef);
    return ask;
  }

  refund(ask: GatewayAsk): Promise<GatewayOutcome> {
    return this.world.gateway.refund(ask);
  }

  find(ask: GatewayAsk): Promise<GatewayOutcome | undefined> {
    return this.world.gateway.findRefund(ask);
  }

  /** The end of a refund: its answer, or what is announced where answers only confirm that the ask arrived. */
  async concluded(ask: GatewayAsk): Promise<Readonly<{ kind: string; amount?: Money; reason?: string | null }>> {
    const answer = await this.refund(ask);
    if (answer.kind !== 'pending' || this.world.answers === 'settled') return answer;
    const [news] = await this.news(ask, 1);
    if (news === undefined) throw new Error('what was announced told nothing');
    const { status: kind, amount, reason } = news.outcome;
    return { kind, amount, reason };
  }

  /** What the announcements about that payment say, in the order in which they arrived. */
  async news(ask: GatewayAsk, count: number): Promise<readonly GatewayNews[]> {
    const read = (await this.world.told(ask.gatewayRef, count)).map((delivery) => this.read(delivery));
    return (await Promise.all(read)).filter((news) => news !== undefined);
  }

  async read({ body, headers }: Delivery): Promise<GatewayNews | undefined> {
    return this.world.webhooks.readWebhook(this.world.account, body, headers);
  }

  /** What the announcements about that payment say of disputes, in the order in which they arrived. */
  async disputeNews(ask: GatewayAsk, count: number): Promise<readonly DisputeNews[]> {
    const told = await this.world.told(ask.gatewayRef, count);
    const read = told.map(({ body, headers }) => this.world.disputes.readDispute(this.world.account, body, headers));
    return (await Promise.all(read)).filter((news) => news !== undefined);
  }

  movements(ask: GatewayAsk): Promise<readonly Movement[]> {
    return this.world.movements(ask.gatewayRef);
  }

  /** The only movement out of that payment. */
  async movement(ask: GatewayAsk): Promise<Movement> {
    const [only, ...others] = await this.movements(ask);
    if (only === undefined || others.length > 0) throw new Error('not exactly one movement');
    return only;
  }

  /** The amounts that moved and did not come back. */
  async moved(ask: GatewayAsk): Promise<readonly number[]> {
    return (await this.movements(ask)).filter(({ status }) => status !== 'failed').map(({ amount }) => amount);
  }
}
