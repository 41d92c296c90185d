import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { ApiKeyView, Page } from '@zikui/persistence';
import type { Answer } from '../answer/answer';
import { ApiKeyIdPipe } from '../body/id.pipe';
import { PagingDto } from '../body/paging.dto';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { ForStaff } from './access.decorator';
import { NewApiKeyDto, RotationDto } from './api-key.dto';
import { ApiKeyPage, ApiKeyResource, ApiKeyWithSecretResource, type ShownApiKey } from './api-key.resource';
import { ApiKeyService } from './api-key.service';
import { Caller } from './caller.decorator';

@Controller('v1/api-keys')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get()
  @ForStaff('api_key.read')
  @ApiOperation({ summary: 'List API keys', description: 'In the order in which they were made, without secrets.' })
  @ApiOkResponse({ type: ApiKeyPage, description: 'One page.' })
  @Refuses()
  list(@Caller() caller: Principal, @Query() paging: PagingDto): Promise<Page<ApiKeyView>> {
    return this.keys.list(caller, paging);
  }

  @Get(':id')
  @ForStaff('api_key.read')
  @ApiOperation({ summary: 'Read an API key' })
  @ApiOkResponse({ type: ApiKeyResource, description: 'The key, without its secret.' })
  @Refuses('api_key_not_found')
  find(@Caller() caller: Principal, @Param('id', ApiKeyIdPipe) id: string): Promise<ApiKeyView> {
    return this.keys.find(caller, id);
  }

  @Post()
  @ForStaff('api_key.manage', { recent: true })
  @ApiOperation({
    summary: 'Make an API key',
    description:
      'The answer shows the key itself, once. One with `refunds:decide` waits until a second person has confirmed it under `/v1/proposals`.',
  })
  @ApiCreatedResponse({ type: ApiKeyWithSecretResource, description: 'The key and its secret.' })
  @Refuses('second_person_needed', 'recent_sign_in_needed', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  create(
    @Caller() caller: Principal,
    @IdempotencyKey() key: string,
    @Body() body: NewApiKeyDto,
  ): Promise<Answer<ShownApiKey>> {
    return this.keys.create(caller, body, key);
  }

  @Post(':id/rotations')
  @ForStaff('api_key.manage', { recent: true })
  @ApiOperation({
    summary: 'Rotate an API key',
    description: 'A new key with the same rights; the old one works on for a while, and both count as one.',
  })
  @ApiCreatedResponse({ type: ApiKeyWithSecretResource, description: 'The new key and its secret.' })
  @Refuses(
    ...['api_key_not_found' as const, 'invalid_state' as const, 'second_person_needed' as const],
    ...['recent_sign_in_needed' as const, ...BODY_REFUSALS, ...KEYED_REFUSALS],
  )
  rotate(
    @Caller() caller: Principal,
    @Param('id', ApiKeyIdPipe) id: string,
    @IdempotencyKey() key: string,
    @Body() body: RotationDto,
  ): Promise<Answer<ShownApiKey>> {
    return this.keys.rotate(caller, id, body, key);
  }

  @Delete(':id')
  @ForStaff('api_key.manage')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API key', description: 'It stops working within 5 seconds. Safe to repeat.' })
  @ApiNoContentResponse({ description: 'Revoked.' })
  @Refuses('api_key_not_found')
  revoke(@Caller() caller: Principal, @Param('id', ApiKeyIdPipe) id: string): Promise<Answer<undefined>> {
    return this.keys.revoke(caller, id);
  }
}
