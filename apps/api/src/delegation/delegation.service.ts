import { Injectable } from '@nestjs/common';
import { canonicalJson, type Principal } from '@zikui/domain';
import { DelegationStore, sha256Hex, type DelegationView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { DelegationDto } from './delegation.dto';

@Injectable()
export class DelegationService {
  constructor(private readonly delegations: DelegationStore) {}

  async make(principal: Principal, body: DelegationDto, key: string): Promise<Answer<DelegationView>> {
    const { from = principal.owner, to, amountLimit = null, startsAt = null, endsAt } = body;
    const bodyHash = sha256Hex(canonicalJson(body));
    const ask = { from, to, amountLimit, startsAt, endsAt, key, bodyHash };
    const { delegation, replayed } = await this.delegations.make(principal, ask);
    return new Answer(delegation, { status: 201, headers: { ...(replayed && { 'Idempotent-Replayed': 'true' }) } });
  }

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly DelegationView[] }>> {
    return { items: await this.delegations.list(merchantId) };
  }

  end(principal: Principal, id: string): Promise<DelegationView> {
    return this.delegations.end(principal, id);
  }
}
