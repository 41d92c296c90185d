import {
  GatewayNotReached,
  GatewayOutcomeUnknown,
  type GatewayAccount,
  type GatewayAsk,
  type Money,
  type PaymentGateway,
} from '@zikui/domain';

/** What a gateway of any vendor can be made to do in its test world. */
export type GatewayTrouble =
  | 'declines'
  | 'stays_pending'
  | 'never_answers_before_work'
  | 'never_answers_after_work'
  | 'fails_after_work'
  | 'breaks_off_after_work'
  | 'answers_garbage'
  | 'answers_half'
  | 'answers_another_amount'
  | 'is_too_busy'
  | 'look_up_fails';

/** The vendor's test world: its gateway as the registry hands it out, and the hands to play the rest. */
export interface GatewayWorld {
  readonly gateway: PaymentGateway;
  readonly account: GatewayAccount;
  /** The same adapter where nothing listens. */
  readonly nowhere: PaymentGateway;
  /** A captured payment; its reference at the gateway. */
  payment(amount: Money): Promise<string>;
  /** A reference of the right form that the gateway does not know. */
  readonly unknownPayment: string;
  /** The next call for that payment meets this trouble. */
  trouble(kind: GatewayTrouble, gatewayRef: string): Promise<void>;
  /** What really moved out of that payment, by the gateway's own books. */
  moved(gatewayRef: string): Promise<readonly number[]>;
}

const ILS = (amount: number): Money => ({ amount, currency: 'ILS' });

/** The exam of every adapter: what the docstrings of the port promise, against a world that answers over the network. */
export function describeGateway(name: string, enter: () => GatewayWorld): void {
  let asked = 0;
  async function askFor(amount: number, captured = 10_000): Promise<GatewayAsk> {
    asked += 1;
    const gatewayRef = await enter().payment(ILS(captured));
    const { account } = enter();
    const idempotencyKey = `zk_exam_${String(asked)}_${gatewayRef}`;
    return { account, idempotencyKey, reference: `zr_exam_${String(asked)}`, gatewayRef, amount: ILS(amount) };
  }
  const refund = (ask: GatewayAsk) => enter().gateway.refund(ask);
  const find = (ask: GatewayAsk) => enter().gateway.findRefund(ask);
  const troubled = async (kind: GatewayTrouble, amount = 500): Promise<GatewayAsk> => {
    const ask = await askFor(amount);
    await enter().trouble(kind, ask.gatewayRef);
    return ask;
  };
  const moved = (ask: GatewayAsk) => enter().moved(ask.gatewayRef);

  describe(`${name} keeps the gateway contract`, () => {
    it('moves money once for one key, however often it is asked', async () => {
      const ask = await askFor(500);
      const first = await refund(ask);
      expect(first).toMatchObject({ kind: 'settled', amount: ILS(500) });
      expect(await refund(ask)).toEqual(first);
      expect(await moved(ask)).toEqual([500]);
    });

    it('moves money once for one key when it is asked at the same moment', async () => {
      const ask = await askFor(500);
      await Promise.allSettled([refund(ask), refund(ask), refund(ask)]);
      expect(await moved(ask)).toEqual([500]);
    });

    it('takes another key for another refund', async () => {
      const ask = await askFor(500);
      await refund(ask);
      await refund({ ...ask, idempotencyKey: `${ask.idempotencyKey}_b`, reference: `${ask.reference}_b` });
      expect(await moved(ask)).toEqual([500, 500]);
    });

    it('finds what it accepted by our reference', async () => {
      const ask = await askFor(500);
      const outcome = await refund(ask);
      expect(await find(ask)).toEqual(outcome);
    });

    it('knows nothing of a reference or a payment that it never saw', async () => {
      const ask = await askFor(500);
      await refund(ask);
      expect(await find({ ...ask, reference: 'zr_never_sent' })).toBeUndefined();
      expect(await find({ ...ask, gatewayRef: enter().unknownPayment })).toBeUndefined();
    });

    it('reports a refusal as declined, and nothing has moved', async () => {
      const ask = await troubled('declines');
      expect(await refund(ask)).toMatchObject({ kind: 'declined' });
      expect(await moved(ask)).toEqual([]);
    });

    it('declines a payment that it does not know, and more than a payment holds', async () => {
      const ask = await askFor(500, 400);
      expect(await refund(ask)).toMatchObject({ kind: 'declined', reason: 'amount_exceeds_payment' });
      const stray = { ...ask, idempotencyKey: `${ask.idempotencyKey}_stray`, gatewayRef: enter().unknownPayment };
      expect(await refund(stray)).toEqual({ kind: 'declined', gatewayRefundId: null, reason: 'payment_not_found' });
      expect(await moved(ask)).toEqual([]);
    });

    it('reports a refund that waits as pending, with the reason', async () => {
      const ask = await troubled('stays_pending');
      const outcome = await refund(ask);
      expect(outcome).toMatchObject({ kind: 'pending', reason: 'processing', amount: ILS(500) });
      expect(await find(ask)).toEqual(outcome);
    });

    it('does not know the outcome of a key that was used for another amount', async () => {
      const ask = await askFor(500);
      await refund(ask);
      await expect(refund({ ...ask, amount: ILS(501) })).rejects.toThrow(GatewayOutcomeUnknown);
      expect(await moved(ask)).toEqual([500]);
    });

    it('does not know what became of a call without an answer: it never arrived', async () => {
      const ask = await troubled('never_answers_before_work');
      await expect(refund(ask)).rejects.toMatchObject({ name: 'GatewayOutcomeUnknown', cause_: 'time_out' });
      expect(await find(ask)).toBeUndefined();
      expect(await refund(ask)).toMatchObject({ kind: 'settled' });
      expect(await moved(ask)).toEqual([500]);
    });

    it.each<GatewayTrouble>(['never_answers_after_work', 'fails_after_work', 'answers_garbage', 'answers_half'])(
      'does not know what became of a call that %s, finds it, and repeats it without a second movement',
      async (trouble) => {
        const ask = await troubled(trouble);
        await expect(refund(ask)).rejects.toThrow(GatewayOutcomeUnknown);
        const found = await find(ask);
        expect(found).toMatchObject({ kind: 'settled', amount: ILS(500) });
        expect(await refund(ask)).toEqual(found);
        expect(await moved(ask)).toEqual([500]);
      },
    );

    it('moves money once when the connection breaks after the work', async () => {
      const ask = await troubled('breaks_off_after_work');
      await Promise.allSettled([refund(ask)]);
      expect(await moved(ask)).toEqual([500]);
      expect(await refund(ask)).toMatchObject({ kind: 'settled' });
      expect(await moved(ask)).toEqual([500]);
    });

    it('never takes another amount for a success', async () => {
      const ask = await troubled('answers_another_amount');
      await expect(refund(ask)).rejects.toMatchObject({ cause_: 'wrong_amount' });
    });

    it('says when a call surely changed nothing: too many calls, wrong credentials, nobody there', async () => {
      const ask = await troubled('is_too_busy');
      await expect(refund(ask)).rejects.toMatchObject({ name: 'GatewayNotReached', retryAfterMs: 2_000 });
      await expect(refund({ ...ask, account: { ...ask.account, apiKey: 'wrong' } })).rejects.toThrow(GatewayNotReached);
      await expect(enter().nowhere.refund(ask)).rejects.toThrow(GatewayNotReached);
      expect(await moved(ask)).toEqual([]);
    });

    it('does not call "not found" what could not be looked up', async () => {
      const ask = await troubled('look_up_fails');
      await expect(find(ask)).rejects.toThrow(GatewayOutcomeUnknown);
      await expect(enter().nowhere.findRefund(ask)).rejects.toThrow(GatewayNotReached);
    });
  });
}
