import { Injectable } from '@nestjs/common';
import { readEndpointUrl } from '@zikui/connectors';
import { canonicalJson, publicId, RefundError, type Principal } from '@zikui/domain';
import {
  sha256Hex,
  WebhookDeliveryStore,
  WebhookEndpointStore,
  type Page,
  type ShownSecret,
  type WebhookDeliveryView,
  type WebhookEndpointView,
} from '@zikui/persistence';
import { Answer } from '../answer/answer';
import type { PagingDto } from '../body/paging.dto';
import { Env } from '../env';
import { found } from '../error/found';
import type {
  DeliveryFilterDto,
  NewWebhookEndpointDto,
  SecretRotationDto,
  WebhookEndpointChangeDto,
} from './webhook-endpoint.dto';
import type { ShownEndpoint } from './webhook-endpoint.resource';

const HOUR_MS = 3_600_000;
const USUAL_OVERLAP_HOURS = 24;

@Injectable()
export class WebhookEndpointService {
  constructor(
    private readonly env: Env,
    private readonly endpoints: WebhookEndpointStore,
    private readonly deliveries: WebhookDeliveryStore,
  ) {}

  async create(principal: Principal, body: NewWebhookEndpointDto, key: string): Promise<Answer<ShownEndpoint>> {
    const { url, description = null, contactEmail = null } = body;
    const ask = { url: this.checked(url), description, contactEmail, key, bodyHash: sha256Hex(canonicalJson(body)) };
    return answerOf(await this.endpoints.create(principal, ask));
  }

  list({ merchantId }: Principal, paging: PagingDto): Promise<Page<WebhookEndpointView>> {
    return this.endpoints.list(merchantId, paging);
  }

  async find({ merchantId }: Principal, id: string): Promise<WebhookEndpointView> {
    const endpoint = await this.endpoints.find(merchantId, id);
    return found(endpoint, 'webhook_endpoint_not_found', { webhookEndpoint: publicId('webhookEndpoint', id) });
  }

  async change(principal: Principal, id: string, body: WebhookEndpointChangeDto): Promise<WebhookEndpointView> {
    const { url, ...rest } = body;
    return this.endpoints.change(principal, id, { ...rest, ...(url !== undefined && { url: this.checked(url) }) });
  }

  async remove(principal: Principal, id: string): Promise<Answer<undefined>> {
    await this.endpoints.remove(principal, id);
    return new Answer(undefined, { status: 204 });
  }

  async rotate(principal: Principal, id: string, body: SecretRotationDto, key: string): Promise<Answer<ShownEndpoint>> {
    const overlapMs = (body.overlapHours ?? USUAL_OVERLAP_HOURS) * HOUR_MS;
    const ask = { overlapMs, key, bodyHash: sha256Hex(canonicalJson(body)) };
    return answerOf(await this.endpoints.rotate(principal, id, ask));
  }

  async log(principal: Principal, id: string, filter: DeliveryFilterDto): Promise<Page<WebhookDeliveryView>> {
    await this.find(principal, id);
    return this.deliveries.list(principal.merchantId, id, filter);
  }

  async resend(principal: Principal, id: string, deliveryId: string): Promise<WebhookDeliveryView> {
    return this.deliveries.resend(principal, id, deliveryId);
  }

  /** The address as it is stored: written as it will be understood. Throws `webhook_url_refused`. */
  private checked(text: string): string {
    const url = readEndpointUrl(text, { loopback: this.env.WEBHOOK_ALLOW_LOOPBACK === 'true' });
    if (url) return url.href;
    throw new RefundError('webhook_url_refused', {}, [
      { pointer: '/url', code: 'webhook_url_refused', detail: 'webhook_url' },
    ]);
  }
}

const answerOf = ({ endpoint, secret, replayed }: ShownSecret): Answer<ShownEndpoint> =>
  new Answer(
    { ...endpoint, secret },
    {
      status: 201,
      headers: {
        Location: `/v1/webhook-endpoints/${endpoint.id}`,
        'Cache-Control': 'no-store',
        ...(replayed && { 'Idempotent-Replayed': 'true' }),
      },
    },
  );
