import { EventEmitter, once } from 'node:events';
import { publicId } from '@zikui/domain';
import { eventually } from '../../builders/eventually';
import type { StoredMerchant } from '../../builders/stored-merchant.builder';
import { storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';
import { openWebhookWorld, type MadeEndpoint, type WebhookWorld } from './webhook-world';

let world: WebhookWorld;
let merchant: StoredMerchant;
beforeAll(async () => {
  world = await openWebhookWorld();
});
beforeEach(async () => {
  merchant = await world.merchant();
});
afterEach(() => world.stopRelays());
afterAll(() => world.close());

/** The refunds of which the endpoint was told, once it was told of that many. */
const toldOf = async ({ path, secret }: MadeEndpoint, count: number): Promise<string[]> => {
  const received = await eventually(
    async () => world.server.received(path),
    (all) => all.length >= count,
  );
  return received.map((one) => one.verify(secret).data.refundId).sort();
};
const idsOf = (refunds: readonly StoredRefund[]): string[] => refunds.map(({ id }) => publicId('refund', id)).sort();

describe('a new endpoint', () => {
  it('is told nothing of what happened before it was made, and everything afterwards, once', async () => {
    const stranger = await world.endpoint(await world.merchant());
    await world.change(merchant);
    world.relay();
    const endpoint = await world.endpoint(merchant);
    const changes: StoredRefund[] = [];
    for (let no = 0; no < 12; no += 1) changes.push(await world.change(merchant));
    expect(await toldOf(endpoint, 12)).toEqual(idsOf(changes));
    expect(world.server.received(stranger.path)).toEqual([]);
  });

  it('is told of what was under way while it was made, and of nothing that was done before', async () => {
    const { refund, commit } = await changeUnderWay();
    await world.change(merchant);
    const endpoint = await world.endpoint(merchant);
    const after = await world.change(merchant);
    commit();
    const begun = await refund;
    world.relay();
    expect(await toldOf(endpoint, 2)).toEqual(idsOf([begun, after]));
    // Its place is behind all three by now: the one of before is no delivery, not even one to come.
    expect(await world.log(merchant, endpoint.id)).toHaveLength(2);
  });
});

/** A change whose transaction has written everything and is not committed yet. */
async function changeUnderWay(): Promise<Readonly<{ refund: Promise<StoredRefund>; commit: () => void }>> {
  const gate = new EventEmitter();
  const written = once(gate, 'written');
  const committing = once(gate, 'commit');
  const refund = storeRefund(
    {
      write: (work) =>
        world.db.database.write(async (tx) => {
          const done = await work(tx);
          gate.emit('written');
          await committing;
          return done;
        }),
    },
    merchant,
  );
  await written;
  return { refund, commit: () => void gate.emit('commit') };
}
