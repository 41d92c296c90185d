import { Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { ForStaff, Scopes } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { RefPipe } from '../body/id.pipe';
import { Refuses } from '../docs/refuses.decorator';
import { LawPackList } from './law-pack.resource';
import { LawPackService } from './law-pack.service';
import type { LawPackView } from './law-pack.view';

@Controller('v1/law-packs')
export class LawPackController {
  constructor(private readonly packs: LawPackService) {}

  @Get()
  @Scopes('refunds:read')
  @ForStaff('law.read')
  @ApiOperation({
    summary: 'The law that is applied',
    description:
      'Each pack with its version, its sources and how surely they were read, and whether you confirmed it. Not legal advice: let your lawyer confirm what is not P.',
  })
  @ApiOkResponse({ type: LawPackList, description: 'Every pack of this release.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly LawPackView[] }>> {
    return this.packs.list(caller);
  }

  @Put(':version/confirmation')
  @ForStaff('law.confirm')
  @ApiOperation({
    summary: 'Confirm a law pack',
    description:
      'Writes down that the merchant had this version looked at and stands by it. A pack protects customers also before that; nobody can take a confirmation back, a new version waits for its own.',
  })
  @ApiOkResponse({ type: LawPackList, description: 'Every pack as it stands now.' })
  @Refuses('not_found')
  confirm(
    @Caller() caller: Principal,
    @Param('version', RefPipe) version: string,
  ): Promise<Readonly<{ items: readonly LawPackView[] }>> {
    return this.packs.confirm(caller, version);
  }
}
