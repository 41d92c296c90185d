import { Injectable } from '@nestjs/common';
import { RefundError, type Principal } from '@zikui/domain';
import { ApiKeyStore } from '@zikui/persistence';
import type { Request } from 'express';
import { addressOf } from './address-of';
import { FailedKeys } from './failed-keys';
import { KeyUses } from './key-uses';

/** Who presents an API key. */
@Injectable()
export class KeyDoor {
  constructor(
    private readonly keys: ApiKeyStore,
    private readonly failedKeys: FailedKeys,
    private readonly uses: KeyUses,
  ) {}

  /** Throws `unauthenticated`, and `rate_limited` at an address from where too many keys were wrong. */
  async enter(request: Request): Promise<Principal> {
    const presented = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined) throw new RefundError('unauthenticated');
    const address = addressOf(request);
    // Asked before the key is looked at: whoever guesses learns nothing while he waits, not even a right guess.
    const wait = this.failedKeys.waitSeconds(address, Date.now());
    if (wait > 0) throw new RefundError('rate_limited', { retryAfterSeconds: wait });
    const principal = await this.keys.authenticate(presented, address);
    if (principal) {
      this.uses.note(principal.keyId);
      return principal;
    }
    await this.failedKeys.failed(address, Date.now());
    throw new RefundError('unauthenticated');
  }
}
