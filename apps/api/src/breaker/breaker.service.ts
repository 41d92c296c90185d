import { Injectable } from '@nestjs/common';
import { canonicalJson, publicId, type Principal } from '@zikui/domain';
import { BreakerStore, sha256Hex, type BreakerView } from '@zikui/persistence';
import type { Answer } from '../answer/answer';
import type { ShownProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import type { BreakerReleaseDto } from './breaker.dto';

type Release = Readonly<{ breakerId: string; key: string; body: BreakerReleaseDto }>;

@Injectable()
export class BreakerService {
  constructor(private readonly breakers: BreakerStore) {}

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly BreakerView[] }>> {
    return { items: await this.breakers.list(merchantId) };
  }

  async release(principal: Principal, { breakerId, key, body }: Release): Promise<Answer<ShownProposal>> {
    const route = `POST /v1/breakers/${publicId('breaker', breakerId)}/releases`;
    const call = { route, key, bodyHash: sha256Hex(canonicalJson(body)) };
    const ask = { breakerId, reason: body.reason };
    return answerOf(principal, await this.breakers.proposeRelease(principal, ask, call), 201);
  }
}
