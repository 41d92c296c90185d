import { RefundError, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';

/** That somebody of the merchant read a law pack and stands by it. */
export type LawPackConfirmation = Readonly<{ by: string; at: string }>;
export type LawPackConfirmations = ReadonlyMap<string, LawPackConfirmation>;

/** Which versions of law packs a merchant confirmed. A pack applies without it (ADR 0016). */
export class LawPackConfirmationStore {
  constructor(private readonly database: Database) {}

  /** By version. */
  async of(merchantId: string): Promise<LawPackConfirmations> {
    const [row] = await this.database.read({ merchantId }, (tx) =>
      tx.query<{ packs: Readonly<Record<string, LawPackConfirmation>> }>(CONFIRMED, [merchantId]),
    );
    const packs = Object.entries(row?.packs ?? {});
    return new Map(packs.map(([version, { by, at }]) => [version, { by, at: instantText(at) }]));
  }

  /** Writes down that the merchant confirms this version, once: a repeat changes nothing. */
  async confirm(principal: Principal, version: string): Promise<void> {
    const { merchantId, actor } = principal;
    await this.database.write(principal, async (tx) => {
      const [merchant] = await tx.query<{ isConfirmed: boolean }>(LOCK, [merchantId, version]);
      if (!merchant) throw new RefundError('internal');
      if (merchant.isConfirmed) return;
      await tx.query(CONFIRM, [merchantId, version, actor]);
      const about = { refundId: null, action: 'law_pack.confirmed', subject: version, data: {} };
      await appendAudit(tx, { ...doneBy(principal), ...about });
    });
  }
}

const CONFIRMED = `SELECT law_packs AS packs FROM merchant WHERE id = $1`;
const LOCK = `SELECT law_packs ? $2::text AS "isConfirmed" FROM merchant WHERE id = $1 FOR NO KEY UPDATE`;
const CONFIRM = `
UPDATE merchant SET law_packs = law_packs || jsonb_build_object($2::text, jsonb_build_object('by', $3::text, 'at', now())) WHERE id = $1`;
