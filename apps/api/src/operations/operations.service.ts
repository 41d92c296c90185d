import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { OperationsStore } from '@zikui/persistence';
import { RefundLinks } from '../refund/refund-links';
import type { ShownOperations } from './operations.resource';

@Injectable()
export class OperationsService {
  constructor(
    private readonly operations: OperationsStore,
    private readonly links: RefundLinks,
  ) {}

  async find({ merchantId }: Principal): Promise<ShownOperations> {
    return { ...(await this.operations.find(merchantId)), temporalUrl: this.links.processesUrl };
  }
}
