import { Client, Connection } from '@temporalio/client';
import { carrierWorkflowId } from '@zikui/domain';
import type { AuditSnapshot } from '@zikui/persistence';
import { processState } from '@zikui/process-client';
import type { ReportedCheck } from './audit-report';

export type TemporalPlace = Readonly<{ address: string; namespace: string }>;

const LIMIT_MS = 10_000;
const PAGE = 200;
const MOST_IDS = 20;
/** A start may be on its way for this long in a running system. */
const GRACE_SECONDS = 60;

type OpenRefund = Readonly<{ id: string; merchantId: string; repairs: number }>;

/** Asks Temporal after the process of every open refund, but those that wait for a person because theirs was lost. Reads only. Throws when Temporal can't be asked. */
export async function auditProcesses(
  snapshot: AuditSnapshot,
  { address, namespace }: TemporalPlace,
  strict: boolean,
): Promise<ReportedCheck> {
  const connection = await Connection.connect({ address, connectTimeout: LIMIT_MS });
  try {
    const client = new Client({ connection, namespace });
    const lost: string[] = [];
    for (let after: string | null = null; ;) {
      const page: readonly OpenRefund[] = await snapshot.query<OpenRefund>(OPEN, [
        after,
        PAGE,
        strict ? 0 : GRACE_SECONDS,
      ]);
      for (const refund of page) {
        const state = await processState(
          client,
          carrierWorkflowId(refund.merchantId, refund.id, refund.repairs),
          LIMIT_MS,
        );
        if (state.kind === 'no_answer') throw new Error('Temporal does not answer');
        if (state.kind !== 'running') lost.push(`${refund.id} ${state.kind === 'closed' ? state.as : state.kind}`);
      }
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
    const sentence = 'every open refund is carried by a running process';
    return { check: 'A15.carried', rule: 'P8', sentence, count: lost.length, ids: lost.slice(0, MOST_IDS) };
  } finally {
    await connection.close();
  }
}

const OPEN = `
SELECT r.id, r.merchant_id AS "merchantId", r.repairs FROM refund r
WHERE r.status NOT IN ('completed', 'rejected', 'expired', 'cancelled', 'failed') AND r.review_reason IS DISTINCT FROM 'process_lost'
  AND r.created_at <= now() - make_interval(secs => $3) AND ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT $2`;
