import { readFileSync } from 'node:fs';
import { GATEWAYS } from '@zikui/connectors';
import type { MerchantSpec } from '@zikui/persistence';

type Accounts = NonNullable<MerchantSpec['gateways']>;

/** Reads a file of accounts by the name of their gateway. Throws one sentence that names the place, never what stands there. */
export function readGateways(file: string): Accounts {
  const accounts = objectOf(parsed(file), 'the file');
  return Object.fromEntries(
    Object.entries(accounts).map(([gateway, value]) => {
      if (!(GATEWAYS as readonly string[]).includes(gateway))
        throw new Error(`--gateways: ${gateway} is none of ${GATEWAYS.join(', ')}.`);
      const { apiKey, webhookSecret, settings, ...others } = objectOf(value, gateway);
      const [other] = Object.keys(others);
      if (other !== undefined) throw new Error(`--gateways: ${gateway} has no ${other}.`);
      const account = {
        apiKey: textOf(apiKey, `${gateway}.apiKey`),
        webhookSecret: textOf(webhookSecret, `${gateway}.webhookSecret`),
      };
      return [gateway, settings === undefined ? account : { ...account, settings: settingsOf(settings, gateway) }];
    }),
  );
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The reason could quote a secret.
    throw new Error('--gateways is the name of a JSON file.');
  }
}

function objectOf(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`--gateways: ${where} is an object.`);
  return value as Readonly<Record<string, unknown>>;
}

function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`--gateways: ${where} is a text.`);
  return value;
}

const settingsOf = (settings: unknown, gateway: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(objectOf(settings, `${gateway}.settings`)).map(([name, value]) => [
      name,
      textOf(value, `${gateway}.settings.${name}`),
    ]),
  );
