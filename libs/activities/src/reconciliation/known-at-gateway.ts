import type { GatewayAccount, ListsMovements, PaymentGateway } from '@zikui/domain';
import type { SentTransfer } from '@zikui/persistence';

export type AskedGateway = Readonly<{
  account: GatewayAccount;
  gateway: PaymentGateway;
  listing: ListsMovements;
}>;

/** Clocks differ. */
const MARGIN_MS = 3_600_000;
/** Pages of one list; beyond it the list is no list any more. */
const MOST_PAGES = 20_000;

/**
 * Whether the gateway knows a transfer that its list of some days does not hold: a call that was repeated later made its
 * refund on another day than it was asked for first. Found by the gateway's look-up, or where it has none by its list of
 * all that happened since the call left.
 */
export async function isKnownAtGateway(
  { account, gateway, listing }: AskedGateway,
  ours: SentTransfer,
): Promise<boolean> {
  if (gateway.capabilities.lookUp.by !== 'none')
    return (await gateway.findRefund({ ...ours.ask, account })) !== undefined;
  const fromMs = Math.max(0, Date.parse(ours.sentAt ?? '') - MARGIN_MS);
  if (Number.isNaN(fromMs)) return false;
  const toMs = Date.now() + MARGIN_MS;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await listing.listMovements({ account, fromMs, toMs, after });
    const isOurs = items.some(
      ({ gatewayRefundId, reference }) => gatewayRefundId === ours.gatewayRefundId || reference === ours.ask.reference,
    );
    if (isOurs) return true;
    if (next === null) return false;
    after = next;
  }
  throw new Error('The gateway does not come to the end of its list');
}
