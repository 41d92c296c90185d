import { BackTestTally, publicId, type BackTestReport, type ReplayedRefund } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';

export const BACK_TEST_STATUSES = ['requested', 'running', 'done', 'failed'] as const;
export type BackTestStatus = (typeof BACK_TEST_STATUSES)[number];

/** How a policy would have decided the refunds of some days, as far as it has got. */
export type BackTestView = Readonly<{
  id: string;
  policyVersionId: string;
  /** SHA-256 of the text that is tried: a draft may have gone on since. */ policyHash: string;
  currency: string;
  days: number;
  since: string;
  until: string;
  status: BackTestStatus;
  /** Refunds to look at; null until it has begun. */ total: number | null;
  done: number;
  /** Amounts in minor units of `currency`. */ report: BackTestReport;
  failure: string | null;
  createdAt: string;
  endedAt: string | null;
}>;
/** A refund that would have gone another way. */
export type BackTestChangeView = Readonly<{
  no: number;
  refundId: string;
  before: ReplayedRefund;
  after: ReplayedRefund;
}>;

export type BackTestRecord = Readonly<{ sourceHash: string }> & Omit<BackTestView, 'policyHash'>;
export const SELECT_BACK_TEST = `
SELECT b.id, b.policy_version_id AS "policyVersionId", b.source_hash AS "sourceHash", b.currency, b.days, b.since, b.until, b.status,
  b.total, b.done, b.report, b.failure, b.created_at AS "createdAt", b.ended_at AS "endedAt" FROM back_test b`;

export const EMPTY_REPORT: BackTestReport = new BackTestTally().report;

export const backTestView = ({ sourceHash, ...row }: BackTestRecord): BackTestView => ({
  ...row,
  policyHash: sourceHash,
  id: publicId('backTest', row.id),
  policyVersionId: publicId('policyVersion', row.policyVersionId),
  since: instantText(row.since),
  until: instantText(row.until),
  createdAt: instantText(row.createdAt),
  endedAt: instantTextOrNull(row.endedAt),
});
