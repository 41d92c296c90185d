import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Public } from '../access/access.decorator';
import type { Answer } from '../answer/answer';
import { RefPipe } from '../body/id.pipe';
import { RefusesAnyone } from '../docs/refuses.decorator';
import { Raw, type RawWebhook } from './raw-webhook.decorator';
import { ReceivedResource } from './received.resource';
import { WebhookService, type Received } from './webhook.service';

@Public()
@Controller('webhooks')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Post('gateways/:name/:merchant')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A gateway tells what became of a refund',
    description:
      "In the gateway's own form, with its signature over the raw body. Told twice, it changes nothing the second time.",
    security: [],
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ type: ReceivedResource, description: 'Stored.' })
  @RefusesAnyone('bad_signature', 'not_found', 'body_too_large')
  gateway(
    @Param('name', RefPipe) name: string,
    @Param('merchant', RefPipe) merchant: string,
    @Raw() webhook: RawWebhook,
  ): Promise<Answer<Received>> {
    return this.webhooks.fromGateway({ name, merchant }, webhook);
  }

  @Post('carriers/:name/:merchant')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A carrier tells where a parcel is',
    description:
      "In the carrier's own form, with its signature over the raw body. A parcel's status only moves forward.",
    security: [],
  })
  @ApiBody({ schema: { type: 'object' } })
  @ApiOkResponse({ type: ReceivedResource, description: 'Stored.' })
  @RefusesAnyone('bad_signature', 'not_found', 'body_too_large')
  carrier(
    @Param('name', RefPipe) name: string,
    @Param('merchant', RefPipe) merchant: string,
    @Raw() webhook: RawWebhook,
  ): Promise<Answer<Received>> {
    return this.webhooks.fromCarrier({ name, merchant }, webhook);
  }
}
