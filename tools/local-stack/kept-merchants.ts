import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database, PersistenceSecrets } from '@zikui/persistence';
import { demoMerchant, labMerchant } from '../merchant/sample-merchants';
import { setUpMerchant, type MerchantKeys } from '../merchant/set-up-merchant';
import type { StackSecrets } from './secrets';

/** The demo and lab merchants, made the first time; their keys are kept in a file that only its owner may read, because the database knows only hashes. */
export async function keptMerchants(
  folder: string,
  database: Database,
  storeSecrets: PersistenceSecrets,
  secrets: StackSecrets,
): Promise<Readonly<Record<'demo' | 'lab', MerchantKeys>>> {
  const file = path.join(folder, 'merchants.json');
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<'demo' | 'lab', MerchantKeys>>)
    : {};
  const keep = (more: Partial<Record<'demo' | 'lab', MerchantKeys>>): void => {
    Object.assign(kept, more);
    writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  };
  const demo = kept.demo ?? (await setUpMerchant(database, storeSecrets, demoMerchant(secrets)));
  keep({ demo });
  const lab = kept.lab ?? (await setUpMerchant(database, storeSecrets, labMerchant(secrets)));
  keep({ lab });
  return { demo, lab };
}
