import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from './access.decorator';
import { SignInDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

/** Where browsers go to sign in: they are sent on, to the identity provider and back. */
@Public()
@ApiExcludeController()
@Controller('auth')
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  @Get('sign-in')
  async begin(@Query() query: SignInDto, @Res() response: Response): Promise<void> {
    response.redirect(302, await this.signIns.begin(response, query));
  }

  @Get('callback')
  async complete(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.redirect(302, await this.signIns.complete(request, response));
  }
}
