import { Injectable } from '@nestjs/common';
import { canonicalJson, personOf, publicId, type Principal } from '@zikui/domain';
import { ApiKeyAdminStore, sha256Hex, type ApiKeyView, type Page, type ShownKey } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { found } from '../error/found';
import type { NewApiKeyDto, RotationDto } from './api-key.dto';
import type { ShownApiKey } from './api-key.resource';

const HOUR_MS = 3_600_000;
const USUAL_OVERLAP_HOURS = 24;

@Injectable()
export class ApiKeyService {
  constructor(private readonly keys: ApiKeyAdminStore) {}

  list({ merchantId }: Principal, paging: PagingDto): Promise<Page<ApiKeyView>> {
    return this.keys.list(merchantId, paging);
  }

  async find({ merchantId }: Principal, id: string): Promise<ApiKeyView> {
    return found(await this.keys.find(merchantId, id), 'api_key_not_found', { apiKey: publicId('apiKey', id) });
  }

  async create(principal: Principal, body: NewApiKeyDto, key: string): Promise<Answer<ShownApiKey>> {
    const { name, scopes, role = null, amountLimit = null, addresses = [], expiresAt = null, reason } = body;
    const ask = { name, owner: personOf(body.owner), scopes, role, amountLimit, addresses, expiresAt, reason };
    const call = { route: 'POST /v1/api-keys', key, bodyHash: sha256Hex(canonicalJson(body)) };
    return answerOf(await this.keys.create(principal, ask, call));
  }

  async rotate(principal: Principal, id: string, body: RotationDto, key: string): Promise<Answer<ShownApiKey>> {
    const { overlapHours = USUAL_OVERLAP_HOURS, reason } = body;
    const route = `POST /v1/api-keys/${publicId('apiKey', id)}/rotations`;
    const call = { route, key, bodyHash: sha256Hex(canonicalJson(body)) };
    return answerOf(await this.keys.rotate(principal, id, { overlapMs: overlapHours * HOUR_MS, reason }, call));
  }

  async revoke(principal: Principal, id: string): Promise<Answer<undefined>> {
    await this.keys.revoke(principal, id);
    return new Answer(undefined, { status: 204 });
  }
}

const answerOf = ({ apiKey, secret, proposalId, replayed }: ShownKey): Answer<ShownApiKey> =>
  new Answer(
    { ...apiKey, secret, proposalId },
    {
      status: 201,
      headers: {
        Location: `/v1/api-keys/${apiKey.id}`,
        'Cache-Control': 'no-store',
        ...(replayed && { 'Idempotent-Replayed': 'true' }),
      },
    },
  );
