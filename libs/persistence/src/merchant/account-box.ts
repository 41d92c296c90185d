import { SecretBox } from '../access/secret-box';
import type { AccountSpec } from './merchant.types';

export type AccountKind = 'gateway' | 'carrier';
/** How credentials stand in `merchant.gateways` and `merchant.carriers`. */
export type SealedAccount = AccountSpec;

/** Live keys of the vendors whose keys tell. A test merchant that held one could move real money. */
const LIVE_KEY = /^((sk|rk)_live_|EZAK)/;
export const isLiveAccount = ({ apiKey, settings }: AccountSpec): boolean =>
  LIVE_KEY.test(apiKey) || settings?.['environment'] === 'live';

/** Seals credentials to the merchant and account they belong to. */
export class AccountBox {
  private readonly box: SecretBox;

  constructor(masterKey: Buffer) {
    this.box = new SecretBox(masterKey);
  }

  seal(account: AccountSpec, place: string): SealedAccount {
    return {
      ...account,
      apiKey: this.box.seal(account.apiKey, `${place}:apiKey`),
      webhookSecret: this.box.seal(account.webhookSecret, `${place}:webhookSecret`),
    };
  }

  open(account: SealedAccount, place: string): AccountSpec {
    return {
      ...account,
      apiKey: this.box.open(account.apiKey, `${place}:apiKey`),
      webhookSecret: this.box.open(account.webhookSecret, `${place}:webhookSecret`),
    };
  }
}

export const accountPlace = (merchantId: string, kind: AccountKind, name: string): string =>
  `${merchantId}:${kind}:${name}`;
