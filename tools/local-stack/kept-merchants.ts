import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiKeyStore, type Database, type PersistenceSecrets } from '@zikui/persistence';
import { demoMerchant, labMerchant } from '../merchant/sample-merchants';
import { setUpMerchant, type MerchantKeys } from '../merchant/set-up-merchant';
import type { StackSecrets } from './secrets';

type Name = 'demo' | 'lab';
/** By database, because a key is good only where it was made. */
type Kept = Readonly<Record<string, Readonly<Partial<Record<Name, MerchantKeys>>>>>;
export type KeepMerchants = Readonly<{
  folder: string;
  /** Which database these are the merchants of, without its password. */ place: string;
  database: Database;
  stores: PersistenceSecrets;
  secrets: StackSecrets;
}>;

/**
 * The demo and lab merchants with the keys of last time, which stand in a file that only its owner may read, because the
 * database knows only hashes. Whatever is missing, be it after a kill half-way, is made.
 */
export async function keptMerchants(where: KeepMerchants): Promise<Readonly<Record<Name, MerchantKeys>>> {
  return { demo: await kept('demo', where), lab: await kept('lab', where) };
}

async function kept(name: Name, { folder, place, database, stores, secrets }: KeepMerchants): Promise<MerchantKeys> {
  const file = path.join(folder, 'merchants.json');
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : {};
  const known = all[place]?.[name];
  const keys = new ApiKeyStore(database, stores);
  const stillGood = known !== undefined && (await keys.authenticate(known.createKey)) !== undefined;
  if (stillGood) return known;
  const setUp = { demo: demoMerchant, lab: labMerchant }[name](secrets);
  const made = await setUpMerchant(database, stores, setUp, { mayExist: true });
  const more: Kept = { ...all, [place]: { ...all[place], [name]: made } };
  writeFileSync(`${file}.new`, `${JSON.stringify(more, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** The place of a database for the file above: everything of its address but the password; our own may move to another port. */
export const placeOf = (url: string, own: boolean): string => {
  if (own) return 'embedded';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port}${pathname}`;
};
