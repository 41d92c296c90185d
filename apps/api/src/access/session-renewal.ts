import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import { SignInStore, StaffSessionStore, type StaffSession } from '@zikui/persistence';
import { Env } from '../env';
import { IdentityProvider } from './identity-provider';
import { mappingOf } from './role-mapping';

/** Asks the identity provider, every quarter of an hour, whether whoever is signed in is still his, and with which roles. */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly env: Env,
    private readonly provider: IdentityProvider,
    private readonly sessions: StaffSessionStore,
    private readonly signIns: SignInStore,
  ) {}

  /** Ends the session when the provider says no. Throws `unauthenticated` then, and `unavailable` while it cannot be asked: who may be gone does nothing meanwhile. */
  async renew(session: StaffSession): Promise<void> {
    const shown = await this.sessions.refreshToken(session);
    if (shown === undefined) return;
    try {
      const { roles, refreshToken } = await this.provider.renew(shown);
      const { merchantId, merchantSlug: slug, keyId: staffId } = session.principal;
      const mapping = mappingOf(this.env);
      await this.signIns.renew({ merchantId, staffId, slug }, { roles }, { mapping, claims: roles !== undefined });
      await this.sessions.refreshed(session, refreshToken);
    } catch (error) {
      if (!(error instanceof RefundError) || error.code !== 'sign_in_refused') throw error;
      await this.sessions.end(session, 'identity_provider');
      throw new RefundError('unauthenticated');
    }
  }
}
