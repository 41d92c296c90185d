import { parseArgs } from 'node:util';
import { openDatabase } from '@zikui/persistence';
import { ROLES, type Role } from '@zikui/domain';
import { LOCAL } from '../local-stack/folders';
import { readStackFile } from '../local-stack/state';
import { keptSecrets } from '../local-stack/secrets';
import { registerWebhooks } from '../local-stack/sandbox-accounts';
import { sandboxKey } from './sample-merchants';
import { setUpMerchant } from './set-up-merchant';

const HELP = `npm run merchant -- create --slug SLUG --name NAME --policy FILE [--policy FILE ...]
    --entity-name NAME --entity-number NUMBER --entity-address ADDRESS [--credit-note-prefix CN-]
    [--mode test|live] [--time-zone Asia/Jerusalem] [--locale he|en]
    [--stripe-key KEY --stripe-webhook-secret SECRET] [--easypost-key KEY --easypost-webhook-secret SECRET]
    [--create-owner WHO] [--decide-owner WHO] [--decide-role lead|manager|cfo|finance] [--decide-limit MINOR_UNITS]

Makes a merchant with a legal entity, one policy per file, and two API keys of two owners: one that requests, one that decides.
The keys are shown once. Beside a running \`npm start\` it uses that stack; elsewhere set DATABASE_URL, MASTER_KEY, API_KEY_PEPPER
and GATEWAY_KEY_SECRET. A test merchant without Stripe and EasyPost keys gets accounts at the sandbox.`;

const text = { type: 'string' } as const;
const OPTIONS = {
  slug: text,
  name: text,
  policy: { type: 'string', multiple: true },
  'entity-name': text,
  'entity-number': text,
  'entity-address': text,
  'credit-note-prefix': text,
  mode: text,
  'time-zone': text,
  locale: text,
  'stripe-key': text,
  'stripe-webhook-secret': text,
  'easypost-key': text,
  'easypost-webhook-secret': text,
  'create-owner': text,
  'decide-owner': text,
  'decide-role': text,
  'decide-limit': text,
} as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (positionals[0] !== 'create') {
    console.log(HELP);
    return;
  }
  const required = (name: 'slug' | 'name' | 'entity-name' | 'entity-number' | 'entity-address'): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`--${name} is missing.\n\n${HELP}`);
    return value;
  };
  if (values.policy === undefined)
    throw new Error(`--policy is missing: a merchant without a policy cannot refund.\n\n${HELP}`);
  const mode = oneOf('mode', values.mode ?? 'test', ['test', 'live'] as const);
  const slug = required('slug');
  const stack = readStackFile();
  const secrets = stack === undefined ? undefined : keptSecrets(LOCAL);
  const setting = (name: 'DATABASE_URL' | 'MASTER_KEY' | 'API_KEY_PEPPER' | 'GATEWAY_KEY_SECRET'): string => {
    const value = process.env[name] ?? (name === 'DATABASE_URL' ? stack?.database : secrets?.[name]);
    if (value === undefined) throw new Error(`${name} is not set, and no \`npm start\` runs beside this.`);
    return value;
  };
  const account = (
    key: string | undefined,
    secret: string | undefined,
    sandbox: string | undefined,
    sandboxSecret: string | undefined,
  ) => {
    const apiKey = key ?? (mode === 'test' ? sandbox : undefined);
    const webhookSecret = secret ?? (mode === 'test' ? sandboxSecret : undefined);
    return apiKey === undefined || webhookSecret === undefined ? undefined : { apiKey, webhookSecret };
  };
  const stripe = account(
    values['stripe-key'],
    values['stripe-webhook-secret'],
    sandboxKey(slug),
    secrets?.gatewaySecret,
  );
  const easypost = account(
    values['easypost-key'],
    values['easypost-webhook-secret'],
    `EZTK${slug}`,
    secrets?.carrierSecret,
  );
  const storeSecrets = {
    masterKey: Buffer.from(setting('MASTER_KEY'), 'base64'),
    apiKeyPepper: setting('API_KEY_PEPPER'),
    gatewayKeySecret: setting('GATEWAY_KEY_SECRET'),
  };
  const database = await openDatabase({ url: setting('DATABASE_URL'), poolSize: 2, applicationName: 'zikui-merchant' });
  try {
    const merchant = await setUpMerchant(database, storeSecrets, {
      slug,
      name: required('name'),
      mode,
      timeZone: values['time-zone'] ?? 'Asia/Jerusalem',
      locale: oneOf('locale', values.locale ?? 'he', ['he', 'en'] as const),
      legalEntities: [
        {
          ref: 'main',
          name: required('entity-name'),
          registrationNumber: required('entity-number'),
          address: required('entity-address'),
          ...(values['credit-note-prefix'] === undefined ? {} : { creditNotePrefix: values['credit-note-prefix'] }),
        },
      ],
      gateways: stripe === undefined ? {} : { stripe },
      carriers: easypost === undefined ? {} : { easypost },
      policyFiles: values.policy,
      owners: {
        create: values['create-owner'] ?? `${slug}-backend`,
        decide: values['decide-owner'] ?? `${slug}-approver`,
      },
      decides: {
        role: oneOf<Role>('decide-role', values['decide-role'] ?? 'cfo', ROLES),
        amountLimit: wholeNumber('decide-limit', values['decide-limit'] ?? '100000000'),
      },
    });
    if (stack !== undefined && secrets !== undefined && mode === 'test' && values['stripe-key'] === undefined) {
      await registerWebhooks(stack.gateway, stack.api, { slug, id: merchant.id, ...secrets });
    }
    console.log(JSON.stringify(merchant, null, 2));
  } finally {
    await database.close();
  }
}

function oneOf<Value extends string>(name: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`--${name} is one of ${allowed.join(', ')}.`);
  return found;
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new Error(`--${name} is a whole number of minor units.`);
  return Number(value);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
