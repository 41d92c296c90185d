import { RefundError, type GatewayAccount } from '@zikui/domain';
import { BREAKS, type Break } from './breaks';
import { Exam, type Question } from './exam';
import { EXAM } from './gateway-conformance';
import type { GatewayWorld } from './gateway-world';
import { worldOver } from './worlds/open-world';
import { stripeWorld } from './worlds/stripe-world';

const { enter, leave } = worldOver(stripeWorld);
let sound: GatewayWorld;
beforeAll(async () => {
  sound = await enter();
});
afterAll(leave);

/** The sound adapter, spoilt in one way. */
function brokenWorld({ refund, find, read, list = (page) => page, can }: Break): GatewayWorld {
  const { gateway, nowhere, webhooks, listing } = sound;
  const spoil = (one: GatewayWorld['gateway']): GatewayWorld['gateway'] => ({
    name: 'broken',
    capabilities: { ...one.capabilities, ...can },
    refund: (ask) => (refund === undefined ? one.refund(ask) : refund(ask, (changed) => one.refund(changed))),
    findRefund: (ask) => (find === undefined ? one.findRefund(ask) : find(() => one.findRefund(ask))),
  });
  return {
    ...sound,
    gateway: spoil(gateway),
    nowhere: spoil(nowhere),
    listing: listing && { listMovements: async (ask) => list(await listing.listMovements(ask)) },
    webhooks: {
      async readWebhook(account, body, headers) {
        const from = (other: GatewayAccount) => webhooks.readWebhook(other, body, headers);
        return read === undefined ? from(account) : read({ body, headers }, from, sound);
      },
    },
  };
}

const questions: Readonly<Record<string, Question>> = EXAM;
const ask = (name: string, world: GatewayWorld): Promise<string> =>
  questions[name]!.check(new Exam(world)).then(
    () => 'passed',
    (error: unknown) => (error instanceof RefundError ? 'stumbled' : 'failed'),
  );

describe('the exam of gateways catches an adapter that', () => {
  it.each(BREAKS)('%s', async (_, caughtBy, how) => {
    expect(await ask(caughtBy, sound)).toBe('passed');
    expect(await ask(caughtBy, brokenWorld(how))).not.toBe('passed');
  });
});
