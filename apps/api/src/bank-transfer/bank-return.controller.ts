import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import type { ShownProposal } from '../proposal/proposal-links';
import { ProposalResource } from '../proposal/proposal.resource';
import { BankReturnDto } from './bank-file.dto';
import { BankTransferService } from './bank-transfer.service';

@Controller('v1/refunds/:id/bank-returns')
export class BankReturnController {
  constructor(private readonly bankTransfers: BankTransferService) {}

  @Post()
  @Scopes('refunds:decide')
  @ForStaff('bank_file.state_outcome')
  @HttpCode(201)
  @ApiOperation({
    summary: 'State that a bank returned money it had paid',
    description:
      'For a transfer by hand that had settled, whatever else its refund waits for. It becomes a proposal that a second person confirms: the books are countered, and the refund goes to a person again, with a counter note and word to the customer.',
  })
  @ApiCreatedResponse({ type: ProposalResource, description: 'Proposed. A second person has to confirm.' })
  @Refuses('refund_not_found', 'invalid_state', 'proposal_exists', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  state(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() body: BankReturnDto,
  ): Promise<Answer<ShownProposal>> {
    return this.bankTransfers.stateReturn(caller, { refundId, key, body });
  }
}
