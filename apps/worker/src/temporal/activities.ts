import {
  BY_QUEUE_ONLY,
  createBackTestActivities,
  createMessageActivities,
  createReconciliationActivities,
  createRefundProcessActivities,
  createReturnLabelActivities,
  createTransferActivities,
  FirstCalls,
  type ProcessStates,
} from '@zikui/activities';
import { createCarrierRegistry, createGatewayRegistry, type ConnectorLog, type SmtpMailer } from '@zikui/connectors';
import {
  BackTestRunStore,
  LostProcessStore,
  MerchantStore,
  MessageStore,
  ReconciliationRunStore,
  RefundProcessStore,
  ReturnStore,
  TransferStore,
  type Database,
  type PersistenceSecrets,
} from '@zikui/persistence';
import type { Env } from '../env';

export type Activities = ReturnType<typeof wireActivities>;

export type Outside = Readonly<{ database: Database; mailer: SmtpMailer; log: ConnectorLog; states: ProcessStates }>;

/** Joins the activities with the stores and the outside world. */
export function wireActivities(env: Env, { database, mailer, log, states }: Outside) {
  const secrets = secretsOf(env);
  const merchants = new MerchantStore(database, secrets);
  const messages = new MessageStore(database, secrets, env.PUBLIC_URL);
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
      transfers: new TransferStore(database, { ...secrets, gatewayPauseMs: env.GATEWAY_PAUSE_MS }),
      gateways,
      accounts: merchants,
      firstCalls: env.WORKER_ROLES.includes('gateway')
        ? new FirstCalls(Date.now, Object.keys(env.GATEWAY_RATES))
        : BY_QUEUE_ONLY,
    }),
    returnLabel: createReturnLabelActivities(new ReturnStore(database), carriers, merchants),
    message: createMessageActivities(messages, mailer),
    backTest: createBackTestActivities(new BackTestRunStore(database)),
    reconciliation: createReconciliationActivities({
      runs: new ReconciliationRunStore(database),
      gateways,
      accounts: merchants,
      processes: { book: new LostProcessStore(database), states },
    }),
  };
}

const secretsOf = (env: Env): PersistenceSecrets => ({
  masterKey: Buffer.from(env.MASTER_KEY, 'base64'),
  apiKeyPepper: env.API_KEY_PEPPER,
  gatewayKeySecret: env.GATEWAY_KEY_SECRET,
});
