import type { RefundCommandStore, RefundCommandName } from '@zikui/persistence';
import type { Principal, Role } from '@zikui/domain';
import type { StoredKey, StoredMerchant } from './stored-merchant.builder';
import type { StoredRefund } from './stored-refund.builder';

let calls = 0;

export const principalOf = (merchant: StoredMerchant, key: StoredKey, role: Role | null = 'lead'): Principal => ({
  merchantId: merchant.id,
  merchantSlug: merchant.slug,
  mode: 'test',
  keyId: key.id,
  actor: key.actor,
  owner: key.owner,
  scopes: ['refunds:decide'],
  role,
  amountLimit: 1_000_000,
});

/** A command as the API stores it before it is sent; its id. */
export async function storeCommand(
  commands: RefundCommandStore,
  merchant: StoredMerchant,
  refund: StoredRefund,
  more: Readonly<{ key?: StoredKey; name?: RefundCommandName; note?: string | null }> = {},
): Promise<string> {
  calls += 1;
  const accepted = await commands.accept(principalOf(merchant, more.key ?? merchant.lead), {
    route: `POST /v1/refunds/${refund.id}/decisions`,
    key: `call-${calls}`,
    bodyHash: 'a'.repeat(64),
    refundId: refund.id,
    name: more.name ?? 'decide',
    payload: {},
    note: more.note ?? null,
  });
  if (accepted.kind !== 'new') throw new Error(`expected a new command, got ${accepted.kind}`);
  return accepted.command.id;
}
