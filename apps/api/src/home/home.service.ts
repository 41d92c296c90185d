import { Injectable } from '@nestjs/common';
import { rolesThatAllow, type Permission } from '@zikui/domain';
import { HomeStore, type StaffSession } from '@zikui/persistence';
import type { ShownHome } from './home.resource';

@Injectable()
export class HomeService {
  constructor(private readonly home: HomeStore) {}

  /** What the person's roles do not show him is null. */
  async find({ id, principal }: StaffSession): Promise<ShownHome> {
    const { approvals, proposals, unknown, reviews, watched, failed } = await this.home.find(principal, id);
    const shown = <T>(permission: Permission, value: T): T | null =>
      rolesThatAllow(principal, permission).length > 0 ? value : null;
    return {
      approvals: shown('refund.decide', approvals),
      proposals: shown('proposal.decide', proposals),
      unknown: shown('review.read', unknown),
      reviews: shown('review.read', reviews),
      watched: shown('refund.follow', watched),
      failed: shown('refund.follow', failed),
    };
  }
}
