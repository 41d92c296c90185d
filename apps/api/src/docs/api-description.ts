import { Injectable, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Env } from '../env';
import { describeApi } from './openapi';
import { docsPage } from './docs-page';

/** The description of this API, made once when it is first asked for. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private json: string | undefined;
  private html: string | undefined;

  constructor(private readonly env: Env) {}

  /** The running application, which knows its routes. */
  of(app: INestApplication): void {
    this.app = app;
  }

  get asJson(): string {
    return (this.json ??= JSON.stringify({ ...this.document, servers: [{ url: this.env.PUBLIC_URL }] }));
  }

  get asHtml(): string {
    return (this.html ??= docsPage(this.document));
  }

  private get document(): OpenAPIObject {
    if (!this.app) throw new Error('The application was not named');
    return describeApi(this.app);
  }
}
