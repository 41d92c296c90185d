import { Injectable } from '@nestjs/common';
import { ChangeFeedStore, textOfPlace, type StaffSession } from '@zikui/persistence';
import type { Request } from 'express';
import { showMe, type Me } from './me.resource';
import { SessionCookie } from './session-cookie';

/** Says to a page whose it is, and from where on it has to be told of changes. */
@Injectable()
export class MeService {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly changes: ChangeFeedStore,
  ) {}

  /** The place is read before the page reads anything else: what changes from then on lies behind it. */
  async show(session: StaffSession, request: Request): Promise<Me> {
    const place = await this.changes.head(session.principal.merchantId);
    return showMe(session, this.cookie.read(request) ?? '', textOfPlace(place));
  }
}
