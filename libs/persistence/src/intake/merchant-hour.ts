type HourSum = { sum: number; readonly until: number };

/**
 * Payouts of a merchant's last hour, remembered for a moment: reading them for every request would cost more the more
 * a merchant refunds. What this process accepts is counted at once; what others accept is seen when the memory ends,
 * the overshoot that domain.md section 7 allows for this one sum.
 */
export class MerchantHour {
  /** By merchant, then by currency. */ private readonly sums = new Map<string, Map<string, HourSum>>();

  constructor(
    private readonly milliseconds = 2_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The merchant's sums that are remembered, by currency. */
  known(merchantId: string): Readonly<Record<string, number>> {
    const sums = [...(this.sums.get(merchantId) ?? [])].filter(([, { until }]) => until > this.now());
    return Object.fromEntries(sums.map(([currency, { sum }]) => [currency, sum]));
  }

  /** A sum that was just read; one that is remembered stays, because it counts what was accepted meanwhile. */
  learn(merchantId: string, currency: string, sum: number): void {
    if (this.known(merchantId)[currency] !== undefined) return;
    const sums = this.sums.get(merchantId) ?? new Map<string, HourSum>();
    this.sums.set(merchantId, sums.set(currency, { sum, until: this.now() + this.milliseconds }));
  }

  /** A refund was committed. */
  add(merchantId: string, currency: string, payout: number): void {
    const known = this.sums.get(merchantId)?.get(currency);
    if (known) known.sum += payout;
  }
}
