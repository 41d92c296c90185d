import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { Page, WebhookDeliveryView, WebhookEndpointView } from '@zikui/persistence';
import { CreatingScopes, ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { WebhookDeliveryIdPipe, WebhookEndpointIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import {
  DeliveryFilterDto,
  NewWebhookEndpointDto,
  SecretRotationDto,
  WebhookEndpointChangeDto,
} from './webhook-endpoint.dto';
import {
  WebhookDeliveryPage,
  WebhookDeliveryResource,
  WebhookEndpointPage,
  WebhookEndpointResource,
  WebhookEndpointWithSecretResource,
  type ShownEndpoint,
} from './webhook-endpoint.resource';
import { WebhookEndpointService } from './webhook-endpoint.service';

@Controller('v1/webhook-endpoints')
export class WebhookEndpointController {
  constructor(private readonly endpoints: WebhookEndpointService) {}

  @Post()
  @CreatingScopes('webhooks:manage')
  @ForStaff('webhook.manage')
  @ApiOperation({
    summary: 'Add an endpoint',
    description:
      'It is told of every status change from now on: `refund.status_changed`, signed by Standard Webhooks (docs/webhooks.md). The answer shows its secret, once.',
  })
  @ApiCreatedResponse({ type: WebhookEndpointWithSecretResource, description: 'The endpoint and its secret.' })
  @Refuses('webhook_url_refused', 'too_many_endpoints', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  create(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: NewWebhookEndpointDto,
  ): Promise<Answer<ShownEndpoint>> {
    return this.endpoints.create(caller, body, key);
  }

  @Get()
  @Scopes('webhooks:manage')
  @ForStaff('webhook.read')
  @ApiOperation({ summary: 'List endpoints', description: 'In the order in which they were made.' })
  @ApiOkResponse({ type: WebhookEndpointPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<WebhookEndpointView>> {
    return this.endpoints.list(caller, paging);
  }

  @Get(':id')
  @Scopes('webhooks:manage')
  @ForStaff('webhook.read')
  @ApiOperation({ summary: 'Read an endpoint' })
  @ApiOkResponse({ type: WebhookEndpointResource, description: 'The endpoint.' })
  @Refuses('webhook_endpoint_not_found')
  find(@Caller() caller: Principal, @Param('id', WebhookEndpointIdPipe) id: string): Promise<WebhookEndpointView> {
    return this.endpoints.find(caller, id);
  }

  @Patch(':id')
  @Scopes('webhooks:manage')
  @ForStaff('webhook.manage')
  @ApiOperation({ summary: 'Change, disable or enable an endpoint' })
  @ApiOkResponse({ type: WebhookEndpointResource, description: 'As it is now.' })
  @Refuses('webhook_endpoint_not_found', 'webhook_url_refused', ...BODY_REFUSALS)
  change(
    @Caller() caller: Principal,
    @Param('id', WebhookEndpointIdPipe) id: string,
    @Body() body: WebhookEndpointChangeDto,
  ): Promise<WebhookEndpointView> {
    return this.endpoints.change(caller, id, body);
  }

  @Delete(':id')
  @Scopes('webhooks:manage')
  @ForStaff('webhook.manage')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete an endpoint',
    description: 'What is still on its way there is not sent. Safe to repeat.',
  })
  @ApiNoContentResponse({ description: 'It is no more.' })
  @Refuses('webhook_endpoint_not_found')
  remove(@Caller() caller: Principal, @Param('id', WebhookEndpointIdPipe) id: string): Promise<Answer<undefined>> {
    return this.endpoints.remove(caller, id);
  }

  @Post(':id/secret-rotations')
  @CreatingScopes('webhooks:manage')
  @ForStaff('webhook.manage')
  @ApiOperation({
    summary: 'Change the secret',
    description:
      'Shows the new one, once. For a while both sign each message, so that receivers can change over in between.',
  })
  @ApiCreatedResponse({ type: WebhookEndpointWithSecretResource, description: 'The endpoint and its new secret.' })
  @Refuses('webhook_endpoint_not_found', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  rotate(
    @Caller() caller: Principal,
    @Param('id', WebhookEndpointIdPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: SecretRotationDto,
  ): Promise<Answer<ShownEndpoint>> {
    return this.endpoints.rotate(caller, id, body, key);
  }

  @Get(':id/deliveries')
  @Scopes('webhooks:manage')
  @ForStaff('webhook.read')
  @ApiOperation({ summary: 'What was told to an endpoint', description: 'Newest first, each with its last tries.' })
  @ApiOkResponse({ type: WebhookDeliveryPage, description: 'One page.' })
  @Refuses('webhook_endpoint_not_found')
  log(
    @Caller() caller: Principal,
    @Param('id', WebhookEndpointIdPipe) id: string,
    @Query() filter: DeliveryFilterDto,
  ): Promise<Page<WebhookDeliveryView>> {
    return this.endpoints.log(caller, id, filter);
  }

  @Post(':id/deliveries/:deliveryId/resend')
  @Scopes('webhooks:manage')
  @ForStaff('webhook.manage')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Send an event once more',
    description: 'Under the same `webhook-id`, with another 72 hours of tries. Safe to repeat.',
  })
  @ApiAcceptedResponse({ type: WebhookDeliveryResource, description: 'It is on its way.' })
  @Refuses('webhook_delivery_not_found', 'webhook_endpoint_not_found', 'webhook_endpoint_disabled')
  resend(
    @Caller() caller: Principal,
    @Param('id', WebhookEndpointIdPipe) id: string,
    @Param('deliveryId', WebhookDeliveryIdPipe) deliveryId: string,
  ): Promise<WebhookDeliveryView> {
    return this.endpoints.resend(caller, id, deliveryId);
  }
}
