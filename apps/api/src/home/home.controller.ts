import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { StaffSession } from '@zikui/persistence';
import { SignedIn } from '../access/access.decorator';
import { Session } from '../access/session.decorator';
import { Refuses } from '../docs/refuses.decorator';
import { HomeResource, type ShownHome } from './home.resource';
import { HomeService } from './home.service';

@Controller('v1/home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'What waits for me',
    description: 'Counts for people who signed in; null where no role of theirs has to do with it.',
  })
  @ApiOkResponse({ type: HomeResource, description: 'As of now.' })
  @Refuses()
  find(@Session() session: StaffSession): Promise<ShownHome> {
    return this.home.find(session);
  }
}
