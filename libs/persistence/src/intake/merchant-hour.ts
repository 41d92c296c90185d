type HourSum = { sum: number; readonly until: number };

/**
 * Payouts of a merchant's last hour, remembered for a moment: reading them for every request would cost more the more
 * a merchant refunds. What this process accepts is counted at once; what others accept is seen when the memory ends,
 * the overshoot that domain.md section 7 allows for this one sum.
 */
export class MerchantHour {
  private readonly sums = new Map<string, HourSum>();

  constructor(
    private readonly milliseconds = 2_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  known(merchantId: string, currency: string): number | undefined {
    const known = this.sums.get(keyOf(merchantId, currency));
    return known && known.until > this.now() ? known.sum : undefined;
  }

  /** A sum that was just read; one that is remembered stays, because it counts what was accepted meanwhile. */
  learn(merchantId: string, currency: string, sum: number): void {
    if (this.known(merchantId, currency) !== undefined) return;
    this.sums.set(keyOf(merchantId, currency), { sum, until: this.now() + this.milliseconds });
  }

  /** A refund was committed. */
  add(merchantId: string, currency: string, payout: number): void {
    const known = this.sums.get(keyOf(merchantId, currency));
    if (known) known.sum += payout;
  }
}

const keyOf = (merchantId: string, currency: string): string => `${merchantId} ${currency}`;
