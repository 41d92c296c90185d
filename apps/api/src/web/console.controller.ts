import { randomBytes } from 'node:crypto';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../access/access.decorator';
import { found } from '../error/found';
import { page } from '../docs/html';
import { consolePage } from './console-page';
import { contentPolicyWith } from './content-policy';
import { lookOf } from './look';
import { WebBuild } from './web-build';

const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';

/** The console's files. They hold nothing that is secret: what a page shows comes from the API, and that asks who calls. */
@Public()
@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  constructor(private readonly web: WebBuild) {}

  /** Names carry a hash of their content: what was once loaded stays true. */
  @Get('assets/:name')
  @Header('Cache-Control', YEAR)
  asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(`assets/${name}`, request, response);
  }

  @Get('icon.svg')
  @Header('Cache-Control', HOUR)
  icon(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send('icon.svg', request, response);
  }

  /** Every other path is a place inside the console, which its script finds. */
  @Get(['', '*place'])
  open(@Req() request: Request, @Res() response: Response): void {
    const look = lookOf(request);
    response.set({ 'Cache-Control': 'no-store', 'Content-Language': look.locale }).vary('Accept-Language, Cookie');
    const template = this.web.consolePage;
    if (template === undefined) {
      response.status(503).type('html').send(NOT_BUILT);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentPolicyWith(nonce));
    response.type('html').send(consolePage({ template, look, nonce, fonts: this.web.fonts }));
  }

  private async send(name: string, request: Request, response: Response): Promise<void> {
    const { type, plain, gzip } = found(await this.web.asset(name), 'not_found', {});
    response.set({ 'Content-Type': type, Vary: 'Accept-Encoding' });
    if (gzip === null || request.acceptsEncodings('gzip') === false) response.send(plain);
    else response.set('Content-Encoding', 'gzip').send(gzip);
  }
}

const NOT_BUILT = page({
  title: 'Zikui: the console is not built',
  lang: 'en',
  body: '<h1>The console is not built</h1>\n<p>Run <code>npm run build</code>, then start the api again. <a href="/docs">The API</a> works without it.</p>',
});
