import { Injectable } from '@nestjs/common';
import { RefundError, type Principal } from '@zikui/domain';
import { LawPackConfirmationStore } from '@zikui/persistence';
import { isLawPack, lawPackViews, type LawPackView } from './law-pack.view';

@Injectable()
export class LawPackService {
  constructor(private readonly confirmations: LawPackConfirmationStore) {}

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly LawPackView[] }>> {
    return { items: lawPackViews(await this.confirmations.of(merchantId)) };
  }

  /** Answers with every pack as it stands then. Throws `not_found` for a version that this release has not. */
  async confirm(principal: Principal, version: string): Promise<Readonly<{ items: readonly LawPackView[] }>> {
    if (!isLawPack(version)) throw new RefundError('not_found');
    await this.confirmations.confirm(principal, version);
    return this.list(principal);
  }
}
