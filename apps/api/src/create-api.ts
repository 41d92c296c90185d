import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MOST_EVIDENCE_BYTES } from '@zikui/domain';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { ApiModule } from './api.module';
import { ApiDescription } from './docs/api-description';
import type { Env } from './env';
import { ReadinessProbe } from './health/readiness';
import { closeWhile } from './request/close-while';
import { conditionByTag } from './request/condition-by-tag';
import { nameRequest } from './request/request-id';
import { isEvidence } from './note/evidence-body.decorator';
import { isPortalForm } from './portal/portal-form';
import { isReport } from './reconciliation/report-body.decorator';
import { requireJson } from './request/require-json';
import { trustedProxies } from './trusted-proxies';
import { CONTENT_POLICY } from './web/content-policy';

const BODY_LIMIT_BYTES = 256 * 1024;
/** Forms of customers are read by whoever expects them, file by file. */
const isOrdinary = (request: IncomingMessage): boolean =>
  !isReport(request) && !isEvidence(request) && !isPortalForm(request);
/** A caller who sends slowly is cut off; one who keeps his connection is not, balancers reuse it. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;
const KEEP_ALIVE_MS = 65_000;

/** A boot that fails throws, and whoever started it decides. */
const OPTIONS = { bodyParser: false, bufferLogs: true, abortOnError: false } as const;

/** The whole service, wired and ready to listen. Opens PostgreSQL; does not wait for Temporal. */
export async function createApi(env: Env): Promise<NestExpressApplication> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes plain objects
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(env), OPTIONS);
  app.useLogger(app.get(Logger));
  app.get(ApiDescription).of(app);
  const readiness = app.get(ReadinessProbe);

  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies(env.TRUSTED_PROXIES));
  app.set('query parser', 'simple');
  app.use(nameRequest);
  app.use(closeWhile(() => readiness.isStopping));
  app.use(
    helmet({ contentSecurityPolicy: CONTENT_POLICY, crossOriginEmbedderPolicy: false, frameguard: { action: 'deny' } }),
  );
  app.use(conditionByTag);
  app.use(requireJson);
  // Raw bytes: a webhook's signature is over them, and a body is scanned before it is parsed. A report is read while it comes.
  app.useBodyParser('raw', { type: isEvidence, limit: MOST_EVIDENCE_BYTES, inflate: false });
  app.useBodyParser('raw', { type: isOrdinary, limit: BODY_LIMIT_BYTES, inflate: false });

  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return app;
}
