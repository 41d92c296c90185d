import { Controller, Delete, Get, HttpCode, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { StaffSession } from '@zikui/persistence';
import type { Request, Response } from 'express';
import { Refuses } from '../docs/refuses.decorator';
import { SignedIn } from './access.decorator';
import { MeResource, type Me } from './me.resource';
import { MeService } from './me.service';
import { Session } from './session.decorator';
import { SignInService } from './sign-in.service';

@Controller('v1/me')
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly signIns: SignInService,
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
  find(@Session() session: StaffSession, @Req() request: Request): Promise<Me> {
    return this.me.show(session, request);
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
