import type { GatewayMovement } from './gateway-movement';
import type { KnownTransfer } from './match-movement';

/** What moved out of one gateway in one currency by each of the three books, minor units. In agreement all three are equal. */
export type ReconciliationTotal = Readonly<{ currency: string; ours: number; theirs: number; ledger: number }>;

/** Adds up page by page; amounts of different currencies are never added. */
export class ReconciliationTotals {
  private readonly sums = new Map<string, { ours: number; theirs: number; ledger: number }>();

  addOurs({ status, amount, posted }: KnownTransfer): void {
    const sum = this.of(amount.currency);
    if (status === 'settled') sum.ours += amount.amount;
    sum.ledger += posted;
  }

  addTheirs({ status, amount }: GatewayMovement): void {
    if (status === 'settled') this.of(amount.currency).theirs += amount.amount;
  }

  /** By currency, in the order of their codes. */
  get list(): readonly ReconciliationTotal[] {
    return [...this.sums]
      .map(([currency, sum]) => ({ currency, ...sum }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }

  private of(currency: string): { ours: number; theirs: number; ledger: number } {
    const known = this.sums.get(currency);
    if (known !== undefined) return known;
    const sum = { ours: 0, theirs: 0, ledger: 0 };
    this.sums.set(currency, sum);
    return sum;
  }
}
