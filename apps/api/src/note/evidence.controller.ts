import { Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { EVIDENCE_TYPES, type Principal } from '@zikui/domain';
import type { EvidenceView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { EvidenceIdPipe, RefundIdPipe } from '../body/id.pipe';
import { KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { EvidenceBody } from './evidence-body.decorator';
import { EvidenceDto } from './evidence.dto';
import { EvidenceService } from './evidence.service';
import { EvidenceList, EvidenceResource } from './note.resource';

const FILE = { schema: { type: 'string' as const, format: 'binary' } };

@Controller('v1/refunds/:id/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Post()
  @Scopes('refunds:create', 'refunds:decide')
  @ForStaff('note.write')
  @ApiOperation({
    summary: 'Enclose a photo',
    description:
      'JPEG, PNG or WebP, at most 8 MB, by its first bytes. Kept encrypted under the key of the customer; 20 of one refund at most.',
  })
  @ApiConsumes(...EVIDENCE_TYPES)
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: EvidenceResource, description: 'Kept. The same for a repeat.' })
  @Refuses(
    'refund_not_found',
    'note_not_found',
    'invalid_state',
    'unsupported_media_type',
    'body_too_large',
    'invalid_field',
    'unknown_field',
    ...KEYED_REFUSALS,
  )
  add(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Query() { note }: EvidenceDto,
    @EvidenceBody() content: Buffer,
  ): Promise<Answer<EvidenceView>> {
    return this.evidence.add(caller, { refundId, key, note, content });
  }

  @Get()
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('note.read')
  @ApiOperation({ summary: 'What is enclosed with a refund', description: 'Oldest first.' })
  @ApiOkResponse({ type: EvidenceList, description: 'All of it, 20 at most.' })
  @Refuses('refund_not_found')
  list(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
  ): Promise<Readonly<{ items: readonly EvidenceView[] }>> {
    return this.evidence.list(caller, refundId);
  }

  @Get(':evidenceId/content')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('note.read')
  @ApiOperation({ summary: 'Download a photo', description: 'The bytes as they came, always as a download.' })
  @ApiProduces(...EVIDENCE_TYPES)
  @ApiOkResponse({ ...FILE, description: 'The file.' })
  @Refuses('evidence_not_found')
  content(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('evidenceId', EvidenceIdPipe) id: string,
  ): Promise<Answer<StreamableFile>> {
    return this.evidence.content(caller, refundId, id);
  }
}
