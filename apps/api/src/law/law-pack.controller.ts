import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Scopes } from '../access/access.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { LawPackList } from './law-pack.resource';
import { LAW_PACK_VIEWS, type LawPackView } from './law-pack.view';

@Controller('v1/law-packs')
export class LawPackController {
  @Get()
  @Scopes('refunds:read')
  @ApiOperation({
    summary: 'The law that is applied',
    description:
      'Each pack with its version, its sources and how surely they were read. Not legal advice: let your lawyer confirm what is not P.',
  })
  @ApiOkResponse({ type: LawPackList, description: 'Every pack of this release.' })
  @Refuses()
  list(): Readonly<{ items: readonly LawPackView[] }> {
    return { items: LAW_PACK_VIEWS };
  }
}
