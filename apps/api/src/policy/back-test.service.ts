import { Injectable } from '@nestjs/common';
import { publicId, type Principal } from '@zikui/domain';
import { BackTestStore, type BackTestChangeView, type BackTestView, type Page } from '@zikui/persistence';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';

@Injectable()
export class BackTestService {
  constructor(private readonly backTests: BackTestStore) {}

  async find({ merchantId }: Principal, id: string): Promise<BackTestView> {
    const backTest = await this.backTests.find(merchantId, id);
    return found(backTest, 'back_test_not_found', { backTest: publicId('backTest', id) });
  }

  async changes(principal: Principal, id: string, paging: PagingDto): Promise<Page<BackTestChangeView>> {
    await this.find(principal, id);
    return this.backTests.changes(principal.merchantId, id, paging);
  }
}
