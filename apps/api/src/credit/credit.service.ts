import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { CreditReadStore, type CreditAccountView } from '@zikui/persistence';
import { found } from '../error/found';

@Injectable()
export class CreditService {
  constructor(private readonly credit: CreditReadStore) {}

  async account({ merchantId }: Principal, customerRef: string): Promise<CreditAccountView> {
    return found(await this.credit.account(merchantId, customerRef), 'credit_account_not_found', { customerRef });
  }
}
