import { RefundError, type Mode, type Principal, type Role, type Scope } from '@zikui/domain';
import type { Database } from '../database/database';

export type ApiKeySpec = Readonly<{
  merchantId: string;
  /** The person who answers for the key; keys of one owner count as one person. */ owner: string;
  scopes: readonly Scope[];
  /** With `refunds:decide`: what the key may decide, and up to which payout in minor units. */ role?: Role;
  amountLimit?: number;
  mode: Mode;
  expiresAt?: string;
}>;
/** The only time the key is seen: afterwards there is a keyed hash of it. */
export type NewApiKey = Readonly<{ key: string; publicId: string }>;

/** Keys of machines: `zk_<mode>_<8 characters>_<secret>`. */
export class ApiKeyStore {
  constructor(
    private readonly database: Database,
    private readonly secrets: Readonly<{ apiKeyPepper: string }>,
  ) {}

  /** Throws `invalid_field` for a key that would create and decide, decides without role and limit, or is of another mode than its merchant. */
  async create(spec: ApiKeySpec): Promise<NewApiKey> {
    void [this.database, this.secrets, spec];
    throw new RefundError('internal');
  }

  /** Who presents this key; `undefined` for one that is unknown, wrong, expired or revoked. Answers are at most 5 s old. */
  async authenticate(presented: string): Promise<Principal | undefined> {
    void presented;
    throw new RefundError('internal');
  }

  /** The key stops working within 5 s. Safe to repeat. */
  async revoke(merchantId: string, publicId: string): Promise<void> {
    void [merchantId, publicId];
    throw new RefundError('internal');
  }
}
