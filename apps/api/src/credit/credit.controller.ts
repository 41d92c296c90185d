import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import type { CreditAccountView } from '@zikui/persistence';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import { CreditAccountResource } from './credit.resource';
import { CreditService } from './credit.service';

@Controller('v1/credit-accounts')
export class CreditController {
  constructor(private readonly credit: CreditService) {}

  @Get(':customerRef')
  @Scopes('credit:read')
  @ForStaff('credit.read')
  @ApiOperation({
    summary: "A customer's store credit",
    description: 'One balance per legal entity and currency, with the entries that it is made of.',
  })
  @ApiOkResponse({ type: CreditAccountResource, description: 'All balances of the customer.' })
  @Refuses('credit_account_not_found')
  account(@Caller() caller: Principal, @Param('customerRef', RefPipe) customerRef: string): Promise<CreditAccountView> {
    return this.credit.account(caller, customerRef);
  }
}
