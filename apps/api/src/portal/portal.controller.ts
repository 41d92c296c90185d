import { Controller, Get, Header, Param, Post, Req, UploadedFiles, UseFilters, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { MOST_EVIDENCE_BYTES, MOST_PHOTOS_AT_ONCE } from '@zikui/domain';
import type { Request } from 'express';
import { Public } from '../access/access.decorator';
import type { Answer } from '../answer/answer';
import { PORTAL_CSS } from './portal.css';
import { PortalFilter } from './portal.filter';
import { PORTAL_SCRIPT } from './portal.script';
import { PortalService, type Photo } from './portal.service';

/** Of the fields beside the photos. */
const MOST_FIELD_BYTES = 16 * 1024;
const PHOTOS = FilesInterceptor('photos', MOST_PHOTOS_AT_ONCE, {
  limits: { fileSize: MOST_EVIDENCE_BYTES, fields: 8, fieldSize: MOST_FIELD_BYTES, parts: 8 + MOST_PHOTOS_AT_ONCE },
});
const NO_PHOTOS = FilesInterceptor('none', 0, { limits: { files: 0, fields: 8, fieldSize: MOST_FIELD_BYTES } });
/** The sheet and the script are of one release. */
const KEPT = 'public, max-age=300';

/** What customers see: pages for people, without sign-in, each opened by a link of its own. */
@Public()
@ApiExcludeController()
@UseFilters(PortalFilter)
@Controller('portal')
export class PortalController {
  constructor(private readonly portal: PortalService) {}

  @Get('r/:token')
  open(@Req() request: Request, @Param('token') token: string): Promise<Answer<string>> {
    return this.portal.open(request, token);
  }

  @Get('refunds/:id')
  show(@Req() request: Request, @Param('id') id: string): Promise<Answer<string>> {
    return this.portal.show(request, id);
  }

  @Get('refunds/:id/version')
  @Header('Cache-Control', 'no-store')
  version(@Req() request: Request, @Param('id') id: string): Promise<Readonly<{ version: string }>> {
    return this.portal.version(request, id);
  }

  @Post('refunds/:id/answers')
  @UseInterceptors(PHOTOS)
  answer(
    @Req() request: Request,
    @Param('id') id: string,
    @UploadedFiles() photos: readonly Photo[] = [],
  ): Promise<Answer<string>> {
    return this.portal.answer(request, id, photos);
  }

  @Get('link')
  link(@Req() request: Request): Answer<string> {
    return this.portal.linkPage(request);
  }

  @Post('link')
  @UseInterceptors(NO_PHOTOS)
  ask(@Req() request: Request): Answer<string> {
    return this.portal.ask(request);
  }

  @Get('link/asked')
  asked(@Req() request: Request): Answer<string> {
    return this.portal.said(request, 'asked');
  }

  @Get('accessibility')
  accessibility(@Req() request: Request): Answer<string> {
    return this.portal.accessibility(request);
  }

  @Get('portal.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', KEPT)
  style(): string {
    return PORTAL_CSS;
  }

  @Get('portal.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', KEPT)
  script(): string {
    return PORTAL_SCRIPT;
  }
}
