import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefundIdPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import { StepEvidenceResource, type ShownStepEvidence } from './step-evidence.resource';
import { StepEvidenceService } from './step-evidence.service';
import { StepPipe } from './step.pipe';

@Controller('v1/refunds/:id/steps')
export class StepEvidenceController {
  constructor(private readonly evidence: StepEvidenceService) {}

  @Get(':step')
  @Scopes('refunds:read', 'refunds:decide')
  @ForStaff('note.read')
  @ApiOperation({
    summary: 'All that stands beside a decision',
    description:
      'Of an approval step, in one call: the refund with its arithmetic, why somebody is asked, words, photos, lines, payments, what the customer was refunded before, and what you may do, with the reason where you may not.',
  })
  @ApiParam({ name: 'step', schema: { type: 'integer', minimum: 1 } })
  @ApiOkResponse({ type: StepEvidenceResource, description: 'As it stands now.' })
  @Refuses('refund_not_found')
  find(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('step', StepPipe) step: number,
  ): Promise<ShownStepEvidence> {
    return this.evidence.find(caller, refundId, step);
  }
}
