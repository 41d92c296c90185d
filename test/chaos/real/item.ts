import type { SandboxClient } from '../../e2e/client/sandbox.client';
import type { Sold } from '../../e2e/client/shop';
import type { ShopSale } from '../../e2e/client/shop-sale';
import type { Body, ShownRefund } from '../../e2e/client/merchant.client';
import type { StormClient, Told } from './storm-client';

/** What stands still for good in a storm about liveness; an item that needs it may wait. */
export type Dependency = 'mail' | 'carrier' | 'gateway' | 'worker';
export type Sale = Partial<Pick<ShopSale, 'description' | 'category' | 'price' | 'parts'>>;

/** One piece of the workload: a sale, and what somebody does with it. */
export type Item = Readonly<{
  name: string;
  /** Out of the sum of all. */ weight: number;
  needs: readonly Dependency[];
  sale: Sale;
  run: (at: Counter) => Promise<void>;
}>;
/** Where an item is carried out. */
export type Counter = Readonly<{
  client: StormClient;
  sandbox: SandboxClient;
  sold: Sold;
  /** The merchant's name at the sandbox. */ slug: string;
  /** A key of this item alone. */ key: (name: string) => string;
  /** Asks once; whoever comes next may come now. Then repeats until somebody answers. */
  ask: (body?: Body, key?: string) => Promise<Told<ShownRefund>>;
  /** Waits until the refund has ended, or nobody at the desk can do more. */ untilEnded: (
    id: string,
  ) => Promise<ShownRefund>;
  /** The desk does not send again what the gateway declined of this refund: somebody else cares for it. */
  keepFromDesk: (id: string) => void;
  /** Whether nobody at the desk can do more. */ isLeft: (id: string) => boolean;
  reach: (what: Reached) => void;
}>;
/** What only the one who asked can tell of. */
type Reached =
  | 'approve_lost_against_cancel'
  | 'over_refund_refused'
  | 'key_with_other_body_refused'
  | 'held_by_a_dispute'
  | 'held_by_a_kill_switch'
  | 'refund_of_the_dashboard_recorded';

export const SOFA = { description: 'ספה דו־מושבית', category: 'furniture', price: 79_000 };
export const idOf = ({ outcome, body }: Told<ShownRefund>): string | undefined =>
  outcome === 'ok' ? body.id : undefined;

export async function carriedOut(at: Counter, told: Told<ShownRefund>): Promise<void> {
  const id = idOf(told);
  if (id !== undefined) await at.untilEnded(id);
}

/** The refund once its approval can be decided; undefined when it went elsewhere. */
export async function opened(at: Counter): Promise<ShownRefund | undefined> {
  const id = idOf(await at.ask());
  if (id === undefined) return undefined;
  const seen = await at.client.until(id, 'an approval', ({ status }) => status !== 'requested');
  return seen.status === 'awaiting_approval' ? seen : undefined;
}
