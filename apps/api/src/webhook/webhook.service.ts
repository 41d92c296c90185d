import { Injectable } from '@nestjs/common';
import { RefundError, type ErrorCode } from '@zikui/domain';
import {
  CarrierInboxStore,
  DisputeInboxStore,
  GatewayInboxStore,
  MerchantStore,
  type SignalToSend,
} from '@zikui/persistence';
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
    private readonly disputeInbox: DisputeInboxStore,
    private readonly wake: WakeProcess,
  ) {}

  /** Throws `bad_signature`, and then nothing is stored. */
  async fromGateway({ name, merchant }: Sender, { body, headers }: RawWebhook): Promise<Answer<Received>> {
    const reader = this.connectors.gatewayWebhooks(name);
    const disputes = this.connectors.disputes(name);
    const { merchantId, told } = await this.verified(merchant, async (id) => {
      const account = await this.merchants.gatewayAccount(id, name);
      const refund = await reader.readWebhook(account, body, headers);
      return { refund, dispute: refund ? undefined : await disputes?.readDispute(account, body, headers) };
    });
    if (told.dispute) await this.disputeInbox.receive(merchantId, name, told.dispute);
    if (!told.refund) return new Answer(RECEIVED);
    const { inboxId, signal } = await this.gatewayInbox.receive(merchantId, name, told.refund);
    return this.received(inboxId, signal && { name: 'gatewayEvent', ...signal });
  }

  /** Throws `bad_signature`, and then nothing is stored. */
  async fromCarrier({ name, merchant }: Sender, { body, headers }: RawWebhook): Promise<Answer<Received>> {
    const carrier = this.connectors.carrier(name);
    const { merchantId, told } = await this.verified(merchant, async (id) => {
      const account = await this.merchants.carrierAccount(id, name);
      return carrier.readWebhook(account, body, headers);
    });
    if (!told) return new Answer(RECEIVED);
    const { inboxId, signal } = await this.carrierInbox.receive(merchantId, name, told);
    return this.received(inboxId, signal && { name: 'carrierEvent', ...signal });
  }

  private received(inboxId: string, signal: SignalToSend | null): Answer<Received> {
    return new Answer(RECEIVED, signal ? { afterwards: () => this.wake.tell(inboxId, signal) } : {});
  }

  /** What the sender told, if the signature is right. A merchant or account that does not exist answers like a wrong one, in every word: addresses can't be tried out. */
  private async verified<T>(
    merchant: string,
    read: (merchantId: string) => Promise<T>,
  ): Promise<Readonly<{ merchantId: string; told: T }>> {
    const known = await this.merchants.find(merchant);
    if (!known) throw new RefundError('bad_signature');
    try {
      return { merchantId: known.id, told: await read(known.id) };
    } catch (error) {
      const isRefusal = error instanceof RefundError && UNVERIFIED.includes(error.code);
      throw isRefusal ? new RefundError('bad_signature') : error;
    }
  }
}

const UNVERIFIED: readonly ErrorCode[] = ['bad_signature', 'gateway_not_configured', 'not_found'];
