import type { Principal } from '@zikui/domain';
import type { TestDatabase } from './database.builder';
import { insist } from './insist';
import { simpleSaleOf } from './sale.builder';
import { acceptRefund, type Stores } from './stores.builder';

/** Terms of a policy whose outcome can be counted by hand. */
export type PlainTerms = Readonly<{ autoUpTo: number; sumUpTo: number; feeBps: number }>;
export const TERMS_THEN: PlainTerms = { autoUpTo: 30_000, sumUpTo: 60_000, feeBps: 500 };

/** A policy of these terms: small amounts go by themselves, and a change of mind costs a share. */
export const plainPolicy = ({ autoUpTo, sumUpTo, feeBps }: PlainTerms): string => `name: plain
currency: ILS
calendar: { days: [sun, mon, tue, wed, thu], from: '09:00', to: '18:00', zone: Asia/Jerusalem, restDays: IL }
eligibility:
  - { id: all, when: 'true', allow: true, he: 'הכול מותר', en: 'Everything is allowed' }
fee:
  - { id: mind, when: 'reason == "changed_mind"', bps: ${feeBps}, he: 'דמי ביטול', en: 'Cancellation fee' }
destinations: { allow: [original, store_credit] }
approval:
  - { id: auto, when: 'payout <= ${autoUpTo} && sums.customer30d + payout <= ${sumUpTo}', steps: [] }
  - { id: default, when: 'true', steps: [{ role: lead, hours: 8, then: manager }] }
`;

const REASONS = ['changed_mind', 'defective', 'late', 'other'] as const;
export type PastCase = Readonly<{ payout: number; reason: string; customer30d: number; sku: string }>;
/** The facts of the refund number `no`, by plain arithmetic: `PAST` writes the same. */
export const pastCase = (no: number): PastCase => ({
  payout: 1_000 + ((no * 7_919) % 60_000),
  reason: REASONS[no % 4] ?? '',
  customer30d: (no * 31) % 50_000,
  sku: `sku-${no % 40}`,
});

/** Refunds of the last months as they would be recorded, made of one that was really accepted; the newest first. */
export async function storePastRefunds(
  test: TestDatabase,
  stores: Stores,
  merchant: Principal,
  count: number,
): Promise<void> {
  const sale = simpleSaleOf(1_000_000, { jurisdiction: 'other' });
  const { start } = await insist(() => acceptRefund(stores, merchant, sale));
  await test.database.write(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = 0`);
    await tx.query(PAST, [start?.refundId, count, TERMS_THEN.autoUpTo, TERMS_THEN.sumUpTo, TERMS_THEN.feeBps]);
    await tx.query(`DELETE FROM outbox WHERE refund_id = $1`, [start?.refundId]);
    await tx.query(`UPDATE refund SET created_at = now() - interval '400 days' WHERE id = $1`, [start?.refundId]);
  });
  await test.database.read((tx) => tx.query('ANALYZE refund'));
}

const PAST = `
INSERT INTO refund
SELECT n.* FROM refund r, generate_series(1, $2::int) AS g (no),
  LATERAL (SELECT 1000 + (g.no * 7919::bigint) % 60000 AS payout, ('{changed_mind,defective,late,other}'::text[])[1 + g.no % 4] AS reason,
    (g.no * 31) % 50000 AS sum, 'sku-' || g.no % 40 AS sku) v,
  LATERAL (SELECT v.payout <= $3::int AND v.sum + v.payout <= $4::int AS auto,
    CASE WHEN v.reason = 'changed_mind' THEN v.payout * $5::int / 10000 ELSE 0 END AS fee) o,
  LATERAL jsonb_populate_record(r, jsonb_build_object(
    'id', gen_random_uuid(), 'request_key', encode(sha256(convert_to(r.id || '/' || g.no, 'UTF8')), 'hex'),
    'payout', v.payout - o.fee, 'fee', o.fee, 'reason', v.reason, 'created_at', now() - g.no * interval '30 seconds',
    'decided', r.decided || jsonb_build_object(
      'facts', r.decided -> 'facts' || jsonb_build_object('payout', v.payout, 'goodsGross', v.payout, 'reason', v.reason,
        'skus', jsonb_build_array(v.sku), 'sums', (r.decided #> '{facts,sums}') || jsonb_build_object('customer30d', v.sum)),
      'grounds', r.decided -> 'grounds' || jsonb_build_object('feeable', v.payout, 'uncapped', v.payout),
      'approval', r.decided -> 'approval' || CASE WHEN o.auto THEN '{"rule": "auto", "steps": [], "silentUntil": null}'::jsonb
        ELSE '{"rule": "default", "steps": [{"no": 1, "role": "lead", "hours": 8, "then": "manager"}]}'::jsonb END))) n
WHERE r.id = $1`;
