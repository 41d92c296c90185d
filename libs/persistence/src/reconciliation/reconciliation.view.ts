import { publicId, type DifferenceKind, type DifferenceOwner, type ReconciliationTotal } from '@zikui/domain';
import type { Difference } from '@zikui/domain';

export type ReconciliationSource = 'gateway' | 'report';
export type ReconciliationStatus = 'requested' | 'running' | 'done' | 'failed';

/** One comparison of an account's books over some local days of the merchant, both inclusive. */
export type ReconciliationView = Readonly<{
  id: string;
  gateway: string;
  source: ReconciliationSource;
  fromDay: string;
  toDay: string;
  status: ReconciliationStatus;
  /** Why it could not be finished. */ failure: string | null;
  totals: readonly ReconciliationTotal[];
  /** Open ones that this comparison saw last. */ differences: number;
  createdAt: string;
  endedAt: string | null;
}>;

export type DifferenceView = Readonly<{
  id: string;
  kind: DifferenceKind;
  owner: DifferenceOwner;
  gateway: string;
  day: string;
  refundId: string | null;
  transferId: string | null;
  gatewayRefundId: string | null;
  ours: Difference['ours'];
  theirs: Difference['theirs'];
  note: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  resolvedAt: string | null;
  /** Whole seconds since it was seen first; until it was resolved. */ ageSeconds: number;
}>;

type WithId = Readonly<{ id: string }>;
export const reconciliationView = <Row extends WithId>(row: Row): Row => ({
  ...row,
  id: publicId('reconciliation', row.id),
});
export const differenceView = ({ id, refundId, transferId, ...row }: DifferenceView): DifferenceView => ({
  ...row,
  id: publicId('difference', id),
  refundId: refundId && publicId('refund', refundId),
  transferId: transferId && publicId('transfer', transferId),
});
