import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PersistenceSecrets } from '@zikui/persistence';

/** Secrets of a local stack. They are made once and kept beside the data that they seal. */
export type StackSecrets = Readonly<{
  MASTER_KEY: string;
  API_KEY_PEPPER: string;
  GATEWAY_KEY_SECRET: string;
  databasePassword: string;
  carrierSecret: string;
  gatewaySecret: string;
}>;

export const freshSecrets = (): StackSecrets => ({
  MASTER_KEY: randomBytes(32).toString('base64'),
  API_KEY_PEPPER: randomBytes(32).toString('hex'),
  GATEWAY_KEY_SECRET: randomBytes(32).toString('hex'),
  databasePassword: randomBytes(18).toString('base64url'),
  gatewaySecret: `whsec_${randomBytes(24).toString('hex')}`,
  carrierSecret: randomBytes(24).toString('hex'),
});

/** Reads the secrets of this folder, or makes them with a file that only its owner may read. */
export function keptSecrets(folder: string): StackSecrets {
  const file = path.join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as StackSecrets;
  const secrets = freshSecrets();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** The form in which the stores take them. */
export const storeSecretsOf = (
  secrets: Pick<StackSecrets, 'MASTER_KEY' | 'API_KEY_PEPPER' | 'GATEWAY_KEY_SECRET'>,
): PersistenceSecrets => ({
  masterKey: Buffer.from(secrets.MASTER_KEY, 'base64'),
  apiKeyPepper: secrets.API_KEY_PEPPER,
  gatewayKeySecret: secrets.GATEWAY_KEY_SECRET,
});
