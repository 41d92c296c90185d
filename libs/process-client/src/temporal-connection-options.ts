import { loadClientConnectConfig } from '@temporalio/envconfig';

/** Address, TLS and API key for Temporal, as Temporal's own environment configuration names them. No file is read: the environment is the one place of settings. */
export const temporalConnectionOptions = () => loadClientConnectConfig({ disableFile: true }).connectionOptions;
