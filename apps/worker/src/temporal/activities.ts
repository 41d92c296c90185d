import {
  createMessageActivities,
  createRefundProcessActivities,
  createReturnLabelActivities,
  createTransferActivities,
} from '@zikui/activities';
import { createCarrierRegistry, createGatewayRegistry, type ConnectorLog, type SmtpMailer } from '@zikui/connectors';
import {
  MerchantStore,
  MessageStore,
  RefundProcessStore,
  ReturnStore,
  TransferStore,
  type Database,
  type PersistenceSecrets,
} from '@zikui/persistence';
import type { Env } from '../env';

export type Activities = ReturnType<typeof wireActivities>;

/** Joins the activities with the stores and the outside world. */
export function wireActivities(env: Env, database: Database, mailer: SmtpMailer, log: ConnectorLog) {
  const secrets = secretsOf(env);
  const merchants = new MerchantStore(database, secrets);
  const messages = new MessageStore(database, secrets);
  const gateways = createGatewayRegistry({
    stripeApiBase: env.STRIPE_API_BASE,
    timeoutMs: env.GATEWAY_TIMEOUT_MS,
    log,
  });
  const carriers = createCarrierRegistry({
    easyPostApiBase: env.EASYPOST_API_BASE,
    timeoutMs: env.GATEWAY_TIMEOUT_MS,
    log,
  });
  return {
    refundProcess: createRefundProcessActivities(new RefundProcessStore(database, secrets), messages),
    transfer: createTransferActivities({
      transfers: new TransferStore(database, secrets),
      gateways,
      accounts: merchants,
    }),
    returnLabel: createReturnLabelActivities(new ReturnStore(database), carriers, merchants),
    message: createMessageActivities(messages, mailer),
  };
}

const secretsOf = (env: Env): PersistenceSecrets => ({
  masterKey: Buffer.from(env.MASTER_KEY, 'base64'),
  apiKeyPepper: env.API_KEY_PEPPER,
  gatewayKeySecret: env.GATEWAY_KEY_SECRET,
});
