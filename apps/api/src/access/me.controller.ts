import { Controller, Delete, Get, HttpCode, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ChangeFeedStore, textOfPlace, type StaffSession } from '@zikui/persistence';
import type { Request, Response } from 'express';
import { Refuses } from '../docs/refuses.decorator';
import { SignedIn } from './access.decorator';
import { MeResource, showMe, type Me } from './me.resource';
import { Session } from './session.decorator';
import { SessionCookie } from './session-cookie';
import { SignInService } from './sign-in.service';

@Controller('v1/me')
export class MeController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signIns: SignInService,
    private readonly changes: ChangeFeedStore,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    summary: 'Who am I, and what may I do',
    description:
      'For people who signed in at `/auth/sign-in`. Calls of their page that change something repeat `pageToken` as `X-Zikui-Token`.',
  })
  @ApiOkResponse({ type: MeResource, description: 'Whoever signed in.' })
  @Refuses()
  async find(@Session() session: StaffSession, @Req() request: Request): Promise<Me> {
    const place = await this.changes.head(session.principal.merchantId);
    return showMe(session, this.cookie.read(request) ?? '', textOfPlace(place));
  }

  @Delete('session')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'The session is over, at once.' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  @Refuses('foreign_page')
  end(@Session() session: StaffSession, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.signIns.end(session, response);
  }
}
