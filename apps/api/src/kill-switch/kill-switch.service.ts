import { Injectable } from '@nestjs/common';
import { canonicalJson, type Principal } from '@zikui/domain';
import { KillSwitchStore, sha256Hex, type KillSwitchView } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { ShownProposal } from '../proposal/proposal-links';
import { answerOf } from '../proposal/proposal.service';
import type { KillSwitchDto } from './kill-switch.dto';

const ROUTE = 'PUT /v1/kill-switches';

@Injectable()
export class KillSwitchService {
  constructor(private readonly switches: KillSwitchStore) {}

  async list({ merchantId }: Principal): Promise<Readonly<{ items: readonly KillSwitchView[] }>> {
    return { items: await this.switches.list(merchantId) };
  }

  /** One person stops; that money flows again is written down as a proposal, unless the switch is off already. */
  async put(principal: Principal, body: KillSwitchDto, key: string): Promise<Answer<KillSwitchView | ShownProposal>> {
    const ask = { gateway: body.gateway ?? null, reason: body.reason };
    if (body.on) return new Answer(await this.switches.turnOn(principal, ask), { status: 200 });
    const call = { route: ROUTE, key, bodyHash: sha256Hex(canonicalJson(body)) };
    const proposed = await this.switches.proposeLift(principal, ask, call);
    if (proposed) return answerOf(principal, proposed, 201);
    return new Answer(await this.switches.find(principal.merchantId, ask.gateway), { status: 200 });
  }
}
