import { runTool } from '../command-line/run-tool';
import { LOCAL } from '../local-stack/folders';
import { keptSecrets, storeSecretsOf } from '../local-stack/secrets';
import { readStackFile } from '../local-stack/state';
import { HELP, readAuditCommand, type AuditCommand } from './audit-command';
import { exitCodeOf, reportText } from './audit-report';
import type { GatewayAccess } from './gateway-audit';
import type { TemporalPlace } from './process-audit';
import { runAudit, type AuditPlan } from './run-audit';

const UNFINISHED = 2;

async function audit(command: AuditCommand): Promise<number> {
  const report = await runAudit(planOf(command, process.env));
  console.log(command.json ? JSON.stringify(report, null, 2) : reportText(report));
  return exitCodeOf(report);
}

/** What the command and the environment name; beside a running `npm start` what they leave out is that stack's. */
function planOf({ databaseUrl, strict, rowsOnly }: AuditCommand, environment: NodeJS.ProcessEnv): AuditPlan {
  const named = databaseUrl ?? (environment['DATABASE_URL'] || undefined);
  const stack = named === undefined ? readStackFile() : undefined;
  const url = named ?? stack?.database;
  if (url === undefined) throw new Error('DATABASE_URL is not set, and no `npm start` runs beside this.');
  if (rowsOnly) return { databaseUrl: url, strict, gateways: undefined };
  const gateways: GatewayAccess =
    stack === undefined
      ? { secrets: storeSecretsOf(secretsIn(environment)), stripeApiBase: stripeIn(environment) }
      : { secrets: storeSecretsOf(keptSecrets(LOCAL)), stripeApiBase: stack.gateway };
  const temporal = temporalIn(environment, stack?.temporal);
  return { databaseUrl: url, strict, gateways, temporal, ...(stack && { sandbox: stack.gateway }) };
}

/** Processes are looked for where the environment says that Temporal is, or where the stack has it. */
function temporalIn(environment: NodeJS.ProcessEnv, ofStack: string | undefined): TemporalPlace | undefined {
  const address = environment['TEMPORAL_ADDRESS'] || ofStack;
  return address === undefined ? undefined : { address, namespace: environment['TEMPORAL_NAMESPACE'] || 'refunds' };
}

const stripeIn = (environment: NodeJS.ProcessEnv): string => environment['STRIPE_API_BASE'] || 'https://api.stripe.com';

function secretsIn(environment: NodeJS.ProcessEnv): Parameters<typeof storeSecretsOf>[0] {
  const setting = (name: 'MASTER_KEY' | 'API_KEY_PEPPER' | 'GATEWAY_KEY_SECRET'): string => {
    const value = environment[name] ?? '';
    if (value === '')
      throw new Error(`${name} is not set: the gateways can't be asked. --rows-only leaves them alone.`);
    return value;
  };
  return {
    MASTER_KEY: setting('MASTER_KEY'),
    API_KEY_PEPPER: setting('API_KEY_PEPPER'),
    GATEWAY_KEY_SECRET: setting('GATEWAY_KEY_SECRET'),
  };
}

void runTool({ help: HELP, read: readAuditCommand, run: audit, failed: UNFINISHED });
