import { Controller, Get, Header, Param, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ErrorCode } from '@zikui/domain';
import { Public } from '../access/access.decorator';
import { ApiDescription } from './api-description';
import { ErrorCodePipe } from './error-code.pipe';
import { errorListPage, errorPage } from './error-page';
import { STYLE } from './style';

const HTML = 'text/html; charset=utf-8';

@Public()
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  /** Whoever opens the bare address in a browser is shown what can be asked here. */
  @Get()
  @Redirect('/docs', 302)
  home(): void {}

  @Get('v1/openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  openApi(): string {
    return this.description.asJson;
  }

  @Get('docs')
  @Header('Content-Type', HTML)
  page(): string {
    return this.description.asHtml;
  }

  @Get('docs/style.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  style(): string {
    return STYLE;
  }

  @Get('docs/errors')
  @Header('Content-Type', HTML)
  errors(): string {
    return errorListPage();
  }

  @Get('docs/errors/:code')
  @Header('Content-Type', HTML)
  error(@Param('code', ErrorCodePipe) code: ErrorCode): string {
    return errorPage(code);
  }
}
