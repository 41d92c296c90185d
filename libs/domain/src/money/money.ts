/** An amount in the currency's minor unit (agorot, cents, yen). Always a safe integer. */
export type Money = Readonly<{ amount: number; currency: string }>;
