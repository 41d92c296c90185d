import type { PendingReason } from '@zikui/domain';

/** What is told beside the bare status. */
export type NewsDetails = Readonly<{
  /** `gateway:stripe`, or the service itself for what nobody told. */ actor: string;
  gatewayRefundId: string | null;
  pendingReason: PendingReason | null;
  /** Why it was declined, or why nobody knows. */ reason: string | null;
  /** What the gateway says that it moved; needed where it may turn out that no transfer answers for it. */
  moved?: Readonly<{ gatewayRefundId: string; amount: number; currency: string; at: string | null }>;
  /** No secret, no personal data. */ evidence: Readonly<Record<string, string | number | null>> | null;
}>;
