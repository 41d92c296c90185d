import { Injectable } from '@nestjs/common';
import { seesPersons, type Principal } from '@zikui/domain';
import { SearchStore, type Found } from '@zikui/persistence';

@Injectable()
export class SearchService {
  constructor(private readonly search: SearchStore) {}

  async find(principal: Principal, text: string): Promise<Readonly<{ items: readonly Found[] }>> {
    const ask = { text: text.trim(), persons: seesPersons(principal) };
    return { items: await this.search.find(principal.merchantId, ask) };
  }
}
