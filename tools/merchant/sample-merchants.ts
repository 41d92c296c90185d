import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FirstStaff, ShopContact } from '@zikui/persistence';
import type { StackSecrets } from '../local-stack/secrets';
import { REPOSITORY } from '../local-stack/folders';
import type { MerchantSetUp } from './set-up-merchant';

/** The policy documents of a sample merchant, one per currency. */
export const policiesOf = (name: 'demo' | 'lab'): string[] => {
  const folder = path.join(REPOSITORY, 'policies', name);
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((file) => path.join(folder, file))
    : [];
};

/** `sk_test_<slug>`: the sandbox takes any test key; one per merchant keeps their webhooks apart. */
export const sandboxKey = (slug: string): string => `sk_test_${slug}`;

/** A merchant's own accounts at the sandbox's gateway and carrier. */
export const sandboxAccounts = (slug: string, secrets: Pick<StackSecrets, 'gatewaySecret' | 'carrierSecret'>) => ({
  gateways: { stripe: { apiKey: sandboxKey(slug), webhookSecret: secrets.gatewaySecret } },
  carriers: { easypost: { apiKey: `EZTK${slug}`, webhookSecret: secrets.carrierSecret } },
});

/** The people of the sandbox's identity provider. It says what they are; up to which amount is ours to say. */
const DEMO_STAFF: readonly FirstStaff[] = [
  { email: 'lior@demo.test', roles: [], amountLimit: 50_000 },
  { email: 'maya@demo.test', roles: [], amountLimit: 200_000 },
  { email: 'carmel@demo.test', roles: [], amountLimit: 100_000_000 },
  { email: 'fadi@demo.test', roles: [], amountLimit: 1_000_000 },
  { email: 'faina@demo.test', roles: [], amountLimit: 1_000_000 },
];

/** How customers of the demo shop reach it. */
const DEMO_CONTACT: ShopContact = {
  email: 'service@orubait.example',
  phone: '03-555-0100',
  hours: 'א׳ עד ה׳, 9:00 עד 17:00',
  accessibility: 'נועה לוי, רכזת נגישות, 03-555-0101',
  logo: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAAAg0lEQVR42u3XQQqAMAxE0d7Eo3lUj6ZbN4K1k2SCf6D7/6AUOgZjjDEWsG0/zvtpHd8G8RTeAvI23hIxG2+F+BpvgViNL0Wo4tMR6vBUSHR8KCIrPgSRHS9FVMVLENXxSwiX+GmEW7jsSrV+hQAAAPAjgO2/GQAAAAAAAAAAgDHG3HYBUPueA2KVjOkAAAAASUVORK5CYII=',
};

/** A shop with a realistic policy: small refunds go by themselves, larger ones ask people, goods come back first. */
export const demoMerchant = (secrets: Pick<StackSecrets, 'gatewaySecret' | 'carrierSecret'>): MerchantSetUp => ({
  slug: 'demo',
  name: 'אור ובית',
  mode: 'test',
  timeZone: 'Asia/Jerusalem',
  locale: 'he',
  legalEntities: [
    {
      ref: 'main',
      name: 'אור ובית בע״מ',
      registrationNumber: '516000001',
      address: 'רחוב הרצל 10, תל אביב-יפו',
      creditNotePrefix: 'ZK-',
    },
  ],
  ...sandboxAccounts('demo', secrets),
  contact: DEMO_CONTACT,
  policyFiles: policiesOf('demo'),
  owners: { create: 'demo-backend', decide: 'demo-approver' },
  decides: { role: 'cfo', amountLimit: 100_000_000 },
  staff: DEMO_STAFF,
});

/** A merchant for trying things out: everything is approved at once, nothing comes back, no fee. */
export const labMerchant = (secrets: Pick<StackSecrets, 'gatewaySecret' | 'carrierSecret'>): MerchantSetUp => ({
  slug: 'lab',
  name: 'Zikui Lab',
  mode: 'test',
  timeZone: 'Asia/Jerusalem',
  locale: 'en',
  legalEntities: [
    {
      ref: 'main',
      name: 'Zikui Lab Ltd',
      registrationNumber: '516000002',
      address: '1 Test Street, Haifa',
      creditNotePrefix: 'LAB-',
    },
  ],
  ...sandboxAccounts('lab', secrets),
  policyFiles: policiesOf('lab'),
  owners: { create: 'lab-backend', decide: 'lab-approver' },
  decides: { role: 'cfo', amountLimit: 100_000_000 },
});
