import { RefundError, type DisputeStatus, type Principal } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { disputeViewOf, SELECT_DISPUTES, type DisputeRecord } from './dispute-record';
import type { DisputeView } from './dispute.view';
import { registerDispute, type DisputeAsk } from './register-dispute';

export type { DisputeAsk } from './register-dispute';
export type RegisteredDispute = Readonly<{ view: DisputeView; created: boolean; replayed: boolean }>;
export type DisputeFilter = Readonly<{
  status?: DisputeStatus;
  saleRef?: string;
  /** 1 to 200. */ limit: number;
  /** `next` of the page before. */ after?: string;
}>;

/** Disputes as merchants register and read them. Each method is one transaction. */
export class DisputeStore {
  constructor(private readonly database: Database) {}

  /**
   * Registers a dispute of a payment, once per call and once per gateway's id of it: what the gateway has told meanwhile is
   * given as it stands. Throws `sale_not_found`, `unknown_payment`, `currency_mismatch`, `dispute_exists`, `idempotency_conflict`.
   */
  async register(principal: Principal, ask: DisputeAsk): Promise<RegisteredDispute> {
    return this.database.write(principal, async (tx) => {
      const { id, created, replayed } = await registerDispute(tx, principal, ask);
      const view = await findView(tx, principal.merchantId, id);
      if (!view) throw new RefundError('internal');
      return { view, created, replayed };
    });
  }

  async find(merchantId: string, id: string): Promise<DisputeView | undefined> {
    return this.database.read({ merchantId }, (tx) => findView(tx, merchantId, id));
  }

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, { status, saleRef, limit, after }: DisputeFilter): Promise<Page<DisputeView>> {
    const from = idBehind(after);
    const params = [merchantId, status ?? null, saleRef ?? null, from, limit + 1];
    const records = await this.database.read({ merchantId }, (tx) => tx.query<DisputeRecord>(LIST, params));
    return pageById(records, limit, disputeViewOf);
  }
}

async function findView(tx: Tx, merchantId: string, id: string): Promise<DisputeView | undefined> {
  const [record] = await tx.query<DisputeRecord>(FIND, [merchantId, id]);
  return record && disputeViewOf(record);
}

const FIND = `${SELECT_DISPUTES} WHERE d.merchant_id = $1 AND d.id = $2`;
const LIST = `${PLANNED_ANEW} ${SELECT_DISPUTES}
WHERE d.merchant_id = $1 AND ($2::text IS NULL OR d.status = $2) AND ($3::text IS NULL OR s.sale_ref = $3) AND ($4::uuid IS NULL OR d.id < $4)
ORDER BY d.id DESC LIMIT $5`;
