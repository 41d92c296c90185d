import { randomBytes } from 'node:crypto';
import { uuidOf, type Principal } from '@zikui/domain';
import {
  newId,
  WebhookDeliveryStore,
  WebhookDispatchStore,
  WebhookEndpointStore,
  type WebhookDeliveryView,
} from '@zikui/persistence';
import { readEnv } from '../../../apps/worker/src/env';
import { WebhookRelay } from '../../../apps/worker/src/webhook/webhook.relay';
import { newDatabase, type TestDatabase } from '../../builders/database.builder';
import { openEndpointServer, type EndpointServer } from '../../builders/endpoint-server';
import { storeMerchant, type StoredMerchant } from '../../builders/stored-merchant.builder';
import { SECRETS, storeRefund, type StoredRefund } from '../../builders/stored-refund.builder';

export type MadeEndpoint = Readonly<{ id: string; secret: string; path: string }>;
export type WebhookWorld = Readonly<{
  db: TestDatabase;
  server: EndpointServer;
  endpoints: WebhookEndpointStore;
  deliveries: WebhookDeliveryStore;
  merchant: () => Promise<StoredMerchant>;
  principal: (merchant: StoredMerchant) => Principal;
  /** A new endpoint of the merchant, on a path of its own. */ endpoint: (
    merchant: StoredMerchant,
  ) => Promise<MadeEndpoint>;
  /** A new refund, which is one status change: it is `requested`. */ change: (
    merchant: StoredMerchant,
  ) => Promise<StoredRefund>;
  log: (merchant: StoredMerchant, endpointId: string) => Promise<readonly WebhookDeliveryView[]>;
  /** Starts a relay as one worker has it. */ relay: (settings?: Readonly<Record<string, string>>) => WebhookRelay;
  /** Ends the relays that were started. */ stopRelays: () => Promise<void>;
  close: () => Promise<void>;
}>;

const RETRIES = '40,80,160,300';

/** Endpoints, events and relays over a database and real HTTP. */
export async function openWebhookWorld(): Promise<WebhookWorld> {
  const db = await newDatabase();
  const server = await openEndpointServer();
  const endpoints = new WebhookEndpointStore(db.database, SECRETS);
  const deliveries = new WebhookDeliveryStore(db.database);
  const relays: WebhookRelay[] = [];
  const principal: WebhookWorld['principal'] = ({ id, slug, creator }) => ({
    merchantId: id,
    merchantSlug: slug,
    mode: 'test',
    keyId: creator.id,
    actor: creator.actor,
    owner: creator.owner,
    scopes: ['webhooks:manage'],
    role: null,
    amountLimit: null,
    address: '198.51.100.7',
  });
  const stopRelays = async (): Promise<void> => {
    await Promise.all(relays.splice(0).map((relay) => relay.beforeApplicationShutdown()));
  };
  return {
    db,
    server,
    endpoints,
    deliveries,
    merchant: () => storeMerchant(db.database),
    principal,
    endpoint: async (merchant) => {
      const path = `/${randomBytes(6).toString('hex')}`;
      const { endpoint, secret } = await endpoints.create(principal(merchant), {
        url: server.url(path),
        description: null,
        key: newId(),
        bodyHash: '0'.repeat(64),
      });
      return { id: uuidOf('webhookEndpoint', endpoint.id) ?? '', secret: secret ?? '', path };
    },
    change: (merchant) => storeRefund(db.database, merchant),
    log: async (merchant, endpointId) => (await deliveries.list(merchant.id, endpointId, { limit: 200 })).items,
    relay: (settings = {}) => {
      const relay = new WebhookRelay(envOf(db.url, settings), new WebhookDispatchStore(db.database, SECRETS));
      relays.push(relay);
      relay.onApplicationBootstrap();
      return relay;
    },
    stopRelays,
    close: async () => {
      await stopRelays();
      await server.close();
      await db.close();
    },
  };
}

const envOf = (url: string, settings: Readonly<Record<string, string>>) =>
  readEnv({
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://api.test',
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    MASTER_KEY: SECRETS.masterKey.toString('base64'),
    API_KEY_PEPPER: 'p'.repeat(32),
    GATEWAY_KEY_SECRET: 'g'.repeat(32),
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'a@b.test',
    RELAY_EVERY_MS: '50',
    METRICS_PORT: '0',
    WEBHOOK_ALLOW_LOOPBACK: 'true',
    WEBHOOK_RETRIES_MS: RETRIES,
    ...settings,
  });
