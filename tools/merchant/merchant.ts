import path from 'node:path';
import { RefundError } from '@zikui/domain';
import { openDatabase } from '@zikui/persistence';
import { runTool } from '../command-line/run-tool';
import { LOCAL } from '../local-stack/folders';
import { registerWebhooks } from '../local-stack/sandbox-accounts';
import { keptSecrets, storeSecretsOf, type StackSecrets } from '../local-stack/secrets';
import { readStackFile, type StackFile } from '../local-stack/state';
import { HELP, readMerchantCommand, type MerchantCommand } from './merchant-command';
import { readGateways } from './read-gateways';
import { readLogo } from './read-logo';
import { policiesOf, sandboxAccounts } from './sample-merchants';
import { setUpMerchant, type MerchantKeys, type MerchantSetUp } from './set-up-merchant';

type Place = Readonly<{
  databaseUrl: string;
  secrets: Parameters<typeof storeSecretsOf>[0];
  /** A stack that runs beside us, whose sandbox has accounts to give. */
  stack: Readonly<{ file: StackFile; secrets: StackSecrets }> | undefined;
}>;

async function makeMerchant(command: MerchantCommand): Promise<number> {
  const place = whereAmI(process.env);
  const merchant = await create(command, place);
  const { stack } = place;
  if (stack !== undefined && command.mode === 'test')
    await registerWebhooks(stack.file.gateway, stack.file.api, { ...merchant, ...stack.secrets });
  console.log(JSON.stringify(merchant, null, 2));
  return 0;
}

async function create(command: MerchantCommand, place: Place): Promise<MerchantKeys> {
  const stores = storeSecretsOf(place.secrets);
  const database = await openDatabase({ url: place.databaseUrl, poolSize: 2, applicationName: 'zikui-merchant' });
  try {
    return await setUpMerchant(database, stores, setUpOf(command, place));
  } finally {
    await database.close();
  }
}

function setUpOf(
  { policies, legalEntity, stripe, gateways: file, easypost, admins, contact, logo, ...command }: MerchantCommand,
  { stack }: Place,
): MerchantSetUp {
  const sandbox =
    stack === undefined || command.mode === 'live' ? undefined : sandboxAccounts(command.slug, stack.secrets);
  const gateway = stripe ?? sandbox?.gateways.stripe;
  const carrier = easypost ?? sandbox?.carriers.easypost;
  return {
    ...command,
    contact: { ...contact, ...(logo !== undefined && { logo: readLogo(fromCaller(logo)) }) },
    legalEntities: [{ ref: 'main', ...legalEntity }],
    gateways: {
      ...(gateway === undefined ? {} : { stripe: gateway }),
      ...(file === undefined ? {} : readGateways(fromCaller(file))),
    },
    carriers: carrier === undefined ? {} : { easypost: carrier },
    staff: admins.map((email) => ({ email, roles: ['admin'], amountLimit: null })),
    policyFiles: policies?.map(fromCaller) ?? policiesOf('lab'),
  };
}

/** npm runs us in the repository's folder, whoever calls from wherever. */
const fromCaller = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);

/** The stack of `npm start`, unless the environment names a database: then all four settings come from there. */
function whereAmI(environment: NodeJS.ProcessEnv): Place {
  const file = readStackFile();
  if (file !== undefined && (environment['DATABASE_URL'] ?? '') === '') {
    const secrets = keptSecrets(LOCAL);
    return { databaseUrl: file.database, secrets, stack: { file, secrets } };
  }
  const setting = (name: 'DATABASE_URL' | 'MASTER_KEY' | 'API_KEY_PEPPER' | 'GATEWAY_KEY_SECRET'): string => {
    const value = environment[name] ?? '';
    if (value === '') throw new Error(`${name} is not set, and no \`npm start\` runs beside this.`);
    return value;
  };
  const databaseUrl = setting('DATABASE_URL');
  const secrets = {
    MASTER_KEY: setting('MASTER_KEY'),
    API_KEY_PEPPER: setting('API_KEY_PEPPER'),
    GATEWAY_KEY_SECRET: setting('GATEWAY_KEY_SECRET'),
  };
  return { databaseUrl, secrets, stack: undefined };
}

/** A refusal of the product tells each wrong field. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof RefundError)) return error instanceof Error ? error.message : String(error);
  return error.faults.length === 0
    ? error.message
    : error.faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('\n');
}

void runTool({ help: HELP, read: readMerchantCommand, run: makeMerchant, sentence: sentenceOf });
