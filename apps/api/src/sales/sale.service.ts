import { Injectable } from '@nestjs/common';
import { seesPersons, type Principal } from '@zikui/domain';
import { SaleStore, type SaleView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { found } from '../error/found';
import type { SaleDto } from './sale.dto';
import { saleOf } from './sale-of';

@Injectable()
export class SaleService {
  constructor(private readonly sales: SaleStore) {}

  async put(principal: Principal, saleRef: string, body: SaleDto): Promise<Answer<SaleView>> {
    const { created, sale } = await this.sales.put(principal, saleOf(saleRef, body));
    return new Answer(sale, created ? { status: 201, headers: { Location: `/v1/sales/${saleRef}` } } : { status: 200 });
  }

  async find(principal: Principal, saleRef: string): Promise<SaleView> {
    const sale = found(await this.sales.find(principal.merchantId, saleRef), 'sale_not_found', { saleRef });
    return seesPersons(principal)
      ? sale
      : { ...sale, customer: { ...sale.customer, name: null, email: null, phone: null } };
  }
}
