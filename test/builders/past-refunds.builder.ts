import type { BackTestReport, Principal } from '@zikui/domain';
import type { TestDatabase } from './database.builder';
import { insist } from './insist';
import { simpleSaleOf } from './sale.builder';
import { acceptRefund, type Stores } from './stores.builder';

/** Terms of a policy whose outcome can be counted by hand. */
export type PlainTerms = Readonly<{ autoUpTo: number; sumUpTo: number; feeBps: number }>;
export const TERMS_THEN: PlainTerms = { autoUpTo: 30_000, sumUpTo: 60_000, feeBps: 500 };
/** Of the draft that is tried. */
export const TERMS_NOW: PlainTerms = { autoUpTo: 45_000, sumUpTo: 60_000, feeBps: 300 };

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
type PastCase = Readonly<{ payout: number; reason: string; customer30d: number; sku: string }>;
/** The facts of the refund number `no`, by plain arithmetic: `PAST` writes the same. */
const pastCase = (no: number): PastCase => ({
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
  const id = start?.refundId ?? '';
  const { autoUpTo, sumUpTo, feeBps } = TERMS_THEN;
  // Past the product's own pool, whose statements are not meant to take long.
  for (let from = 1; from <= count; from += BATCH)
    await test.query(PAST, [id, from, Math.min(count, from + BATCH - 1), autoUpTo, sumUpTo, feeBps]);
  await test.query(`DELETE FROM outbox WHERE refund_id = $1`, [id]);
  await test.query(`UPDATE refund SET created_at = now() - interval '400 days' WHERE id = $1`, [id]);
  await test.query('ANALYZE refund');
}

const BATCH = 5_000;
const PAST = `
INSERT INTO refund
SELECT n.* FROM refund r, generate_series($2::int, $3::int) AS g (no),
  LATERAL (SELECT 1000 + (g.no * 7919::bigint) % 60000 AS payout, ('{changed_mind,defective,late,other}'::text[])[1 + g.no % 4] AS reason,
    (g.no * 31) % 50000 AS sum, 'sku-' || g.no % 40 AS sku) v,
  LATERAL (SELECT v.payout <= $4::int AND v.sum + v.payout <= $5::int AS auto,
    CASE WHEN v.reason = 'changed_mind' THEN v.payout * $6::int / 10000 ELSE 0 END AS fee) o,
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

type Outcome = Readonly<{ isAuto: boolean; payout: number; fee: number }>;
function byHand({ autoUpTo, sumUpTo, feeBps }: PlainTerms, no: number): Outcome {
  const { payout, reason, customer30d } = pastCase(no);
  const fee = reason === 'changed_mind' ? Math.floor((payout * feeBps) / 10_000) : 0;
  return { isAuto: payout <= autoUpTo && customer30d + payout <= sumUpTo, payout: payout - fee, fee };
}

const zero = () => ({ before: 0, after: 0 });
type Group = { cases: number; changed: number; payout: { before: number; after: number } };

/** What a back-test of `TERMS_NOW` has to find, by one loop over plain numbers: no rule, no database. */
export function countedByHand(count: number): BackTestReport {
  const sums = { changed: 0, auto: zero(), payout: zero(), fee: zero() };
  const byReason: Record<string, Group> = {};
  const byProduct: Record<string, Group> = {};
  for (let no = 1; no <= count; no += 1) {
    const { reason, sku } = pastCase(no);
    const [before, after] = [byHand(TERMS_THEN, no), byHand(TERMS_NOW, no)];
    const changed = Number(before.isAuto !== after.isAuto || before.payout !== after.payout);
    const groups = [(byReason[reason] ??= newGroup()), (byProduct[sku] ??= newGroup())];
    sums.changed += changed;
    for (const group of groups) {
      group.cases += 1;
      group.changed += changed;
    }
    for (const [side, outcome] of Object.entries({ before, after }) as ['before' | 'after', Outcome][]) {
      sums.auto[side] += Number(outcome.isAuto);
      sums.fee[side] += outcome.fee;
      for (const { payout } of [sums, ...groups]) payout[side] += outcome.payout;
    }
  }
  const { changed, auto, payout, fee } = sums;
  const share = (some: number): number => Math.floor((some * 10_000) / count);
  return {
    ...{ cases: count, skipped: 0, legalMisses: 0, changed },
    outcomes: { auto, approval: { before: count - auto.before, after: count - auto.after }, refused: zero() },
    autoBps: { before: share(auto.before), after: share(auto.after) },
    ...{ payout, fee, errors: zero(), late: zero() },
    ...{ byReason, byProduct },
  };
}
const newGroup = (): Group => ({ cases: 0, changed: 0, payout: zero() });
