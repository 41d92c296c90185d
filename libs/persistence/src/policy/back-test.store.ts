import { publicId, RefundError, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import { cursorOf, partsOfCursor } from '../database/cursor';
import type { Database, Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import {
  backTestView,
  EMPTY_REPORT,
  SELECT_BACK_TEST,
  type BackTestChangeView,
  type BackTestRecord,
  type BackTestView,
} from './back-test.view';
import { lockPolicies, versionNotFound } from './policy-version.store';

export type BackTestAsk = Readonly<{
  policyVersionId: string;
  /** Whose refunds, back from now. */ days: number;
  key: string;
  bodyHash: string;
}>;
export type AcceptedBackTest = Readonly<{ id: string; view: BackTestView; replayed: boolean }>;

/** Back-tests as they are asked for and read. Each method is one transaction. */
export class BackTestStore {
  constructor(private readonly database: Database) {}

  /**
   * Writes that a version is to be tried on the refunds of the last days, once per call. The text is kept as it is now. A
   * merchant has one at a time. Throws `policy_version_not_found`, `back_test_running`, `idempotency_conflict`.
   */
  async request(principal: Principal, ask: BackTestAsk): Promise<AcceptedBackTest> {
    const { merchantId, actor } = principal;
    const { policyVersionId, days, key, bodyHash } = ask;
    return this.database.write(principal, async (tx) => {
      await lockPolicies(tx, merchantId);
      const [known] = await tx.query<{ id: string; bodyHash: string }>(KNOWN, [merchantId, key]);
      if (known && known.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
      if (known) return { id: known.id, view: await viewById(tx, merchantId, known.id), replayed: true };
      const [running] = await tx.query<{ id: string }>(RUNNING, [merchantId]);
      if (running) throw new RefundError('back_test_running', { backTest: publicId('backTest', running.id) });
      const id = newId();
      const values = [id, merchantId, policyVersionId, days, JSON.stringify(EMPTY_REPORT), actor, key, bodyHash];
      const [made] = await tx.query(INSERT, values);
      if (!made) throw versionNotFound(policyVersionId);
      await appendAudit(tx, {
        ...doneBy(principal),
        refundId: null,
        action: 'policy.back_tested',
        subject: publicId('policyVersion', policyVersionId),
        data: { backTest: publicId('backTest', id), days },
      });
      return { id, view: await viewById(tx, merchantId, id), replayed: false };
    });
  }

  async find(merchantId: string, id: string): Promise<BackTestView | undefined> {
    return this.database.read({ merchantId }, (tx) => findView(tx, merchantId, id));
  }

  /** Refunds that would have gone another way, in the order in which they were asked for. */
  async changes(
    merchantId: string,
    id: string,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<BackTestChangeView>> {
    const [from = 0] = after === undefined ? [] : partsOfCursor(after, ['number']);
    const params = [merchantId, id, from, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<BackTestChangeView>(CHANGES, params));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => ({ ...row, refundId: publicId('refund', row.refundId) })),
      next: last ? cursorOf(last.no) : null,
    };
  }
}

async function findView(tx: Tx, merchantId: string, id: string): Promise<BackTestView | undefined> {
  const [row] = await tx.query<BackTestRecord>(FIND, [merchantId, id]);
  return row && backTestView(row);
}
async function viewById(tx: Tx, merchantId: string, id: string): Promise<BackTestView> {
  const view = await findView(tx, merchantId, id);
  if (!view) throw new RefundError('back_test_not_found', { backTest: publicId('backTest', id) });
  return view;
}

const FIND = `${SELECT_BACK_TEST} WHERE b.merchant_id = $1 AND b.id = $2`;
const KNOWN = `SELECT id, body_hash AS "bodyHash" FROM back_test WHERE merchant_id = $1 AND key = $2`;
const RUNNING = `SELECT id FROM back_test WHERE merchant_id = $1 AND status IN ('requested', 'running')`;
const INSERT = `
INSERT INTO back_test (id, merchant_id, policy_version_id, source, source_hash, currency, days, since, until, status, report, actor, key, body_hash)
SELECT $1, v.merchant_id, v.id, v.source, v.hash, v.currency, $4, now() - $4::int * interval '1 day', now(), 'requested', $5, $6, $7, $8
FROM policy_version v WHERE v.merchant_id = $2 AND v.id = $3 RETURNING id`;
const CHANGES = `
SELECT c.no, c.refund_id AS "refundId", c.before, c.after FROM back_test_change c JOIN back_test b ON b.id = c.back_test_id
WHERE b.merchant_id = $1 AND b.id = $2 AND c.no > $3 ORDER BY c.no LIMIT $4`;
