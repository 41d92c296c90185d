import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { PayeeView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { BankAccountDto } from './bank-account.dto';
import { PayeeList, PayeeResource } from './bank-transfer.resource';
import { BankTransferService } from './bank-transfer.service';

@Controller('v1/refunds/:id/payees')
export class PayeeController {
  constructor(private readonly bankTransfers: BankTransferService) {}

  @Post()
  @Scopes('refunds:decide')
  @ForStaff('payee.give')
  @ApiOperation({
    summary: 'Give the bank account of whom a refund is owed to',
    description:
      'Kept encrypted under the key of the customer, shown masked, erased 30 days after the payout. It pays nothing: the resolution `change_destination` names it, and the approvers decide.',
  })
  @ApiCreatedResponse({ type: PayeeResource, description: 'Kept. The same for a repeat.' })
  @Refuses('refund_not_found', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  give(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @IdempotencyKey() key: string,
    @Body() body: BankAccountDto,
  ): Promise<Answer<PayeeView>> {
    return this.bankTransfers.givePayee(caller, refundId, body, key);
  }

  @Get()
  @Scopes('refunds:decide')
  @ForStaff('payee.give')
  @ApiOperation({ summary: 'List the bank accounts that were given for a refund', description: 'Masked.' })
  @ApiOkResponse({ type: PayeeList, description: 'All of them, 20 at most.' })
  @Refuses('refund_not_found')
  list(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
  ): Promise<{ items: readonly PayeeView[] }> {
    return this.bankTransfers.listPayees(caller, refundId);
  }
}
