/** Keys that never stand in the database. */
export type PersistenceSecrets = Readonly<{
  /** 32 bytes; seals gateway credentials and customers' keys. */ masterKey: Buffer;
  apiKeyPepper: string;
  /** Keys the hash that makes gateway keys and references; must survive a restore. */ gatewayKeySecret: string;
}>;
