import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { GatewayStateStore, type GatewayStateView } from '@zikui/persistence';

@Injectable()
export class GatewayService {
  constructor(private readonly states: GatewayStateStore) {}

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly GatewayStateView[] }>> {
    return { items: await this.states.list(merchantId) };
  }
}
