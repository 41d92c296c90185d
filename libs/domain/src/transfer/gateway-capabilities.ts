/** What an adapter promises beyond its port. Rules that depend on the gateway read this, never its name. */
export type GatewayCapabilities = Readonly<{
  /** How long the gateway keeps an idempotency key after its first use; null = it knows no keys, so look up before every repeat. */
  keyLifetimeMs: number | null;
  /** A look-up shows every refund of a payment at the latest this long after it was made; null = "not found" proves nothing. */
  lookUpCompleteAfterMs: number | null;
  /** A refund that stays pending longer goes to a person. */ pendingLimitMs: number;
  /** False = results are only ever learned by asking. */ announcesResults: boolean;
}>;
