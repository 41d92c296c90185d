import type { DisputeStatus, Money } from '@zikui/domain';

/** A dispute as people and programs see it. */
export type DisputeView = Readonly<{
  id: string;
  saleRef: string;
  /** The payment's reference in its sale. */ payment: string;
  gateway: string;
  /** The gateway's own id of the dispute. */ disputeRef: string;
  status: DisputeStatus;
  amount: Money;
  /** What the gateway keeps of it; 0 = nothing was taken, or it was given back. */ withdrawn: Money;
  /** By how much refunds and disputes of the payment together exceed what was captured. */ exceeds: Money;
  reason: string | null;
  registeredBy: string;
  openedAt: string;
  /** When the status was told that holds now, by the teller's clock. */ statusAt: string;
  createdAt: string;
  updatedAt: string;
  /** Refunds that pay back to this payment, oldest first. */ refunds: readonly string[];
}>;
