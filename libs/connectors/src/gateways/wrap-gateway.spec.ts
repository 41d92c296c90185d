import { GatewayNotReached, RefundError, type GatewayAsk, type GatewayOutcome } from '@zikui/domain';
import type { GatewayAdapter } from './gateway-adapter';
import { STRIPE_CAPABILITIES } from './stripe/stripe.capabilities';
import { UnclearAnswer } from './unclear-answer';
import { wrapGateway, wrapGatewayWebhooks } from './wrap-gateway';

const ASK: GatewayAsk = {
  account: { merchantId: 'm', apiKey: 'sk_test_canary', webhookSecret: 'whsec_canary' },
  idempotencyKey: 'zk_1',
  reference: 'zr_1',
  gatewayRef: 'pi_1',
  amount: { amount: 500, currency: 'ILS' },
};
const SETTLED: GatewayOutcome = { kind: 'settled', gatewayRefundId: 're_1', amount: ASK.amount };

function wrapped(refund: () => Promise<GatewayOutcome>, readWebhook?: GatewayAdapter['readWebhook']) {
  const lines: string[] = [];
  const write = (fields: object, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  const adapter: GatewayAdapter = {
    name: 'vendor',
    capabilities: STRIPE_CAPABILITIES,
    refund,
    findRefund: refund,
    ...(readWebhook === undefined ? {} : { readWebhook }),
  };
  const settings = { deadlineMs: 50, log: { info: write, warn: write } };
  return { gateway: wrapGateway(adapter, settings), webhooks: wrapGatewayWebhooks(adapter, settings), lines };
}

describe('a gateway as the registry hands it out', () => {
  it('gives answers through and tells each in one line, without a secret', async () => {
    const { gateway, lines } = wrapped(() => Promise.resolve(SETTLED));
    expect(await gateway.refund(ASK)).toBe(SETTLED);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"reference":"zr_1","outcome":"settled","detail":"re_1"');
    expect(lines.join()).not.toContain('canary');
  });

  it('lets "changed nothing" through as it is', async () => {
    const { gateway } = wrapped(() => Promise.reject(new GatewayNotReached('vendor', 5)));
    await expect(gateway.refund(ASK)).rejects.toMatchObject({ name: 'GatewayNotReached', retryAfterMs: 5 });
  });

  it.each<[string, unknown, string]>([
    ['an unclear answer', new UnclearAnswer('wrong_amount', { amount: 1 }), 'wrong_amount'],
    ['a failure of the server', Object.assign(new Error('x'), { statusCode: 503 }), 'server_error'],
    [
      'a refusal that is not listed',
      Object.assign(new Error('x'), { statusCode: 400, code: 'new' }),
      'unlisted_refusal',
    ],
    ['a lost connection', Object.assign(new Error('x'), { detail: { code: 'ECONNRESET' } }), 'connection_lost'],
    ['a time-out', Object.assign(new Error('x'), { detail: { code: 'ETIMEDOUT' } }), 'time_out'],
    ['a mistake of ours', new TypeError('x is not a function'), 'unreadable_answer'],
    ['something that is no error', 'gone', 'unreadable_answer'],
  ])('makes an unknown outcome of %s', async (_, error, cause) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- vendors throw what they like
    const { gateway } = wrapped(() => Promise.reject(error));
    await expect(gateway.refund(ASK)).rejects.toMatchObject({
      name: 'GatewayOutcomeUnknown',
      gateway: 'vendor',
      cause_: cause,
    });
  });

  it('keeps the message of an error to itself, for it may name people', async () => {
    const { gateway, lines } = wrapped(() => Promise.reject(new Error('dana@example.com')));
    const error: unknown = await gateway.refund(ASK).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error) + lines.join()).not.toContain('dana');
  });

  it('stops waiting at the deadline, and the outcome is unknown', async () => {
    const { gateway } = wrapped(() => new Promise(() => undefined));
    await expect(gateway.refund(ASK)).rejects.toMatchObject({ cause_: 'time_out', evidence: { deadlineMs: 50 } });
  });
});

describe('webhooks as the registry hands them out', () => {
  const body = Buffer.from('{"id":"evt_9","data":"dana@example.com"}');

  it('are missing where a gateway announces nothing', () => {
    expect(wrapped(() => Promise.resolve(SETTLED)).webhooks).toBeUndefined();
  });

  it('tell in the log which event told nothing', async () => {
    const { webhooks, lines } = wrapped(
      () => Promise.resolve(SETTLED),
      () => Promise.resolve(undefined),
    );
    expect(await webhooks?.readWebhook(ASK.account, body, {})).toBeUndefined();
    expect(lines.join()).toContain('"event":"evt_9"');
    expect(lines.join()).not.toContain('dana');
  });

  it.each([
    [
      'throws',
      () => {
        throw new TypeError('x');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('x'))],
  ])('refuse what the adapter stumbles over: it %s', async (_, stumble) => {
    const { webhooks } = wrapped(() => Promise.resolve(SETTLED), stumble);
    await expect(webhooks?.readWebhook(ASK.account, body, {})).rejects.toThrow(RefundError);
    await expect(webhooks?.readWebhook(ASK.account, body, {})).rejects.toThrow('bad_signature');
  });
});
