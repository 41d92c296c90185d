import path from 'node:path';
import { REPOSITORY } from './folders';
import type { ApplicationName, ApplicationSpec } from './application';
import type { StackSecrets } from './secrets';

/** For metrics 0 is none. */
export type StackPorts = Readonly<
  Record<'api' | 'worker' | 'sandbox' | 'smtp' | 'apiMetrics' | 'workerMetrics', number>
>;
export type StackPlan = Readonly<{
  ports: StackPorts;
  databaseUrl: string;
  temporal: Readonly<{ address: string; namespace: string; ui: string | undefined }>;
  secrets: Pick<StackSecrets, 'MASTER_KEY' | 'API_KEY_PEPPER' | 'GATEWAY_KEY_SECRET'>;
  logs: string;
  sandboxData: string;
  /** Settings that differ from what `npm start` uses: shorter waits for tests, another gateway for the bench. */
  overrides?: Readonly<Partial<Record<ApplicationName, Readonly<Record<string, string>>>>>;
}>;

const local = (port: number): string => `http://127.0.0.1:${port}`;

export type ApplicationSpecs = Readonly<Record<ApplicationName, ApplicationSpec>>;

/** How sandbox, api and worker are started against one database and one Temporal namespace. */
export function applicationSpecs(plan: StackPlan): ApplicationSpecs {
  const { ports, temporal, secrets } = plan;
  const outside = { STRIPE_API_BASE: local(ports.sandbox), EASYPOST_API_BASE: `${local(ports.sandbox)}/carrier` };
  const shared = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    DATABASE_URL: plan.databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    MASTER_KEY: secrets.MASTER_KEY,
    API_KEY_PEPPER: secrets.API_KEY_PEPPER,
    GATEWAY_KEY_SECRET: secrets.GATEWAY_KEY_SECRET,
    PUBLIC_URL: local(ports.api),
    WEBHOOK_ALLOW_LOOPBACK: 'true',
    ...outside,
  };
  const settings: Record<ApplicationName, Record<string, string>> = {
    sandbox: {
      SANDBOX_PORT: `${ports.sandbox}`,
      SANDBOX_SMTP_PORT: `${ports.smtp}`,
      SANDBOX_DATA_DIR: plan.sandboxData,
    },
    api: {
      ...shared,
      PORT: `${ports.api}`,
      METRICS_PORT: `${ports.apiMetrics}`,
      HOST: '127.0.0.1',
      STOP_DELAY_MS: '0',
      OIDC_ISSUER_URL: `${local(ports.sandbox)}/oidc`,
      OIDC_CLIENT_ID: 'zikui',
      ...(temporal.ui === undefined ? {} : { TEMPORAL_UI_URL: temporal.ui }),
    },
    worker: {
      ...shared,
      HEALTH_PORT: `${ports.worker}`,
      METRICS_PORT: `${ports.workerMetrics}`,
      WORKFLOW_BUNDLE: path.join(REPOSITORY, 'dist', 'workflow-bundle.js'),
      SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      MAIL_FROM: 'Zikui <refunds@zikui.test>',
    },
  };
  const health: Record<ApplicationName, string> = {
    sandbox: `${local(ports.sandbox)}/health`,
    api: `${local(ports.api)}/health/ready`,
    worker: `${local(ports.worker)}/health/ready`,
  };
  const spec = (name: ApplicationName): ApplicationSpec => ({
    name,
    settings: { ...settings[name], ...plan.overrides?.[name] },
    healthUrl: health[name],
    logFile: path.join(plan.logs, `${name}.log`),
  });
  return { sandbox: spec('sandbox'), api: spec('api'), worker: spec('worker') };
}
