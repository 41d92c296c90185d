import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { PayeeView, UnmaskedPayee } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import type { Answer } from '../answer/answer';
import { PayeeIdPipe, RefundIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, KEYED_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { IdempotencyKey } from '../idempotency/idempotency-key.decorator';
import { BankAccountDto } from './bank-account.dto';
import { PayeeList, PayeeResource, UnmaskedPayeeResource } from './bank-transfer.resource';
import { BankTransferService } from './bank-transfer.service';
import { UnmaskingDto } from './unmasking.dto';

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

  @Post(':payeeId/unmaskings')
  @HttpCode(200)
  @ForStaff('payee.unmask')
  @ApiOperation({
    summary: 'See a bank account in clear, for a reason',
    description:
      'For people alone, 20 times an hour each. Who looked, when and from where stands in the audit log each time; the reason becomes a comment on the refund, once for a key.',
  })
  @ApiOkResponse({ type: UnmaskedPayeeResource, description: 'In clear; no cache keeps it.' })
  @Refuses('refund_not_found', 'payee_not_found', 'invalid_state', ...BODY_REFUSALS, ...KEYED_REFUSALS)
  unmask(
    @Caller() caller: Principal,
    @Param('id', RefundIdPipe) refundId: string,
    @Param('payeeId', PayeeIdPipe) payeeId: string,
    @IdempotencyKey() key: string,
    @Body() { reason }: UnmaskingDto,
  ): Promise<Answer<UnmaskedPayee>> {
    return this.bankTransfers.unmaskPayee(caller, { refundId, payeeId, key, reason });
  }

  @Get()
  @Scopes('refunds:decide')
  @ForStaff('payee.read')
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
