import { Injectable } from '@nestjs/common';
import { RefundError } from '@zikui/domain';
import { CarrierInboxStore, GatewayInboxStore, MerchantStore } from '@zikui/persistence';
import { Answer } from '../answer/answer';
import { Connectors } from '../infrastructure/connectors';
import type { RawWebhook } from './raw-webhook.decorator';
import { WakeProcess } from './wake-process';

/** Which account at which vendor the address names. */
export type Sender = Readonly<{ name: string; merchant: string }>;
export type Received = Readonly<{ received: true }>;
const RECEIVED: Received = { received: true };

/** Facts from outside: verified, stored, answered, and only then told to a process. A sender never waits for Temporal. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly merchants: MerchantStore,
    private readonly connectors: Connectors,
    private readonly gatewayInbox: GatewayInboxStore,
    private readonly carrierInbox: CarrierInboxStore,
    private readonly wake: WakeProcess,
  ) {}

  /** Throws `bad_signature`, and then nothing is stored. */
  async fromGateway({ name, merchant }: Sender, { body, headers }: RawWebhook): Promise<Answer<Received>> {
    const reader = this.connectors.gatewayWebhooks(name);
    const account = await this.accountOf(merchant, (id) => this.merchants.gatewayAccount(id, name));
    const news = reader.readWebhook(account, body, headers);
    if (!news) return new Answer(RECEIVED);
    const { inboxId, signal } = await this.gatewayInbox.receive(account.merchantId, name, news);
    return this.received(inboxId, signal && { name: 'gatewayEvent', ...signal });
  }

  /** Throws `bad_signature`, and then nothing is stored. */
  async fromCarrier({ name, merchant }: Sender, { body, headers }: RawWebhook): Promise<Answer<Received>> {
    const carrier = this.connectors.carrier(name);
    const account = await this.accountOf(merchant, (id) => this.merchants.carrierAccount(id, name));
    const scan = carrier.readWebhook(account, body, headers);
    if (!scan) return new Answer(RECEIVED);
    const { inboxId, signal } = await this.carrierInbox.receive(account.merchantId, name, scan);
    return this.received(inboxId, signal && { name: 'carrierEvent', ...signal });
  }

  private received(inboxId: string, signal: Parameters<WakeProcess['tell']>[1] | null): Answer<Received> {
    return new Answer(RECEIVED, signal ? { afterwards: () => this.wake.tell(inboxId, signal) } : {});
  }

  /** A merchant or an account that does not exist answers like a wrong signature: addresses can't be tried out. */
  private async accountOf<T>(merchant: string, open: (merchantId: string) => Promise<T>): Promise<T> {
    const known = await this.merchants.find(merchant);
    if (!known) throw new RefundError('bad_signature');
    try {
      return await open(known.id);
    } catch (error) {
      const isMissing = error instanceof RefundError && ['gateway_not_configured', 'not_found'].includes(error.code);
      throw isMissing ? new RefundError('bad_signature') : error;
    }
  }
}
