import { randomBytes } from 'node:crypto';
import { SecretBox } from '../access/secret-box';

const SECRET_BYTES = 32;

/** Secrets of endpoints, `whsec_` and 32 bytes: sealed to the endpoint that they belong to. */
export class EndpointSecrets {
  private readonly box: SecretBox;

  constructor({ masterKey }: Readonly<{ masterKey: Buffer }>) {
    this.box = new SecretBox(masterKey);
  }

  /** A new secret, as it is shown once and as it is stored. */
  create(merchantId: string, endpointId: string): Readonly<{ secret: string; sealed: string }> {
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    return { secret, sealed: this.box.seal(secret, placeOf(merchantId, endpointId)) };
  }

  /** A mail address of whoever keeps the endpoint; it opens for this endpoint alone, and as nothing else. */
  sealContact(address: string, merchantId: string, endpointId: string): string {
    return this.box.seal(address, `${placeOf(merchantId, endpointId)}:contact`);
  }

  openContact(sealed: string, merchantId: string, endpointId: string): string {
    return this.box.open(sealed, `${placeOf(merchantId, endpointId)}:contact`);
  }

  open(sealed: string, merchantId: string, endpointId: string): string {
    return this.box.open(sealed, placeOf(merchantId, endpointId));
  }
}

const placeOf = (merchantId: string, endpointId: string): string => `${merchantId}:webhook_endpoint:${endpointId}`;
