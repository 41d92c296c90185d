import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import { StaffSessionStore, type StaffSession } from '@zikui/persistence';
import type { Request } from 'express';
import { Env } from '../env';
import { requireOwnPage } from './own-page';
import { SessionCookie } from './session-cookie';
import { SessionRenewal } from './session-renewal';

/** Who comes with the cookie of a session. */
@Injectable()
export class StaffDoor {
  constructor(
    private readonly env: Env,
    private readonly sessions: StaffSessionStore,
    private readonly cookie: SessionCookie,
    private readonly renewal: SessionRenewal,
  ) {}

  /** Throws `unauthenticated` for a session that is over, and `foreign_page`. */
  async enter(request: Request): Promise<StaffSession> {
    const token = this.cookie.read(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (token === undefined || !session) throw new RefundError('unauthenticated');
    requireOwnPage(request, token, this.env.PUBLIC_URL);
    if (!session.isDueForRefresh) return session;
    await this.renewal.renew(session);
    const renewed = await this.sessions.find(token);
    if (!renewed) throw new RefundError('unauthenticated');
    return renewed;
  }
}
