import { compiledPolicy, thinSteps, type Authority, type ThinStep } from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { GRANTS } from './authority.sql';

/** A step of a published policy that too few persons can decide. */
export type CoverageView = ThinStep & Readonly<{ policy: string; currency: string }>;

/** At boot this many merchants are looked at. */
const MOST_MERCHANTS = 100;

/** Which approvals hang on nobody, or on one person. */
export class CoverageStore {
  constructor(private readonly database: Database) {}

  /** Of the merchant's published policies. */
  async of(merchantId: string): Promise<readonly CoverageView[]> {
    return this.database.read({ merchantId }, (tx) => coverage(tx, merchantId));
  }

  /** Of every merchant, by the slug; only those that lack somebody. */
  async all(): Promise<readonly Readonly<{ slug: string; thin: readonly CoverageView[] }>[]> {
    const merchants = await this.database.read('intake', (tx) =>
      tx.query<{ id: string; slug: string }>(MERCHANTS, [MOST_MERCHANTS]),
    );
    const found = [];
    for (const { id, slug } of merchants) found.push({ slug, thin: await this.of(id) });
    return found.filter(({ thin }) => thin.length > 0);
  }
}

async function coverage(tx: Tx, merchantId: string): Promise<readonly CoverageView[]> {
  const [policies, house] = await Promise.all([
    tx.query<{ text: string; hash: string; currency: string }>(POLICIES, [merchantId]),
    tx.query<{ person: string; authorities: readonly Authority[] }>(HOUSE, [merchantId]),
  ]);
  return policies.flatMap(({ currency, ...source }) => {
    const { name, approval } = compiledPolicy(source);
    return thinSteps(approval.ladder, house).map((thin) => ({ policy: name, currency, ...thin }));
  });
}

const MERCHANTS = `SELECT id, slug FROM merchant ORDER BY created_at DESC, id LIMIT $1`;
const POLICIES = `
SELECT source AS text, hash, currency FROM policy_version WHERE merchant_id = $1 AND status = 'published' ORDER BY currency LIMIT 200`;
const HOUSE = `
SELECT g.person, jsonb_agg(jsonb_build_object('person', g.person, 'role', g.role, 'limit', g.amount_limit, 'delegation', NULL,
  'teams', coalesce((SELECT a.teams FROM approver a WHERE a.merchant_id = $1 AND a.person = g.person), '{}'), 'approvedBefore', 0)) AS authorities
FROM (${GRANTS}) g WHERE g.merchant_id = $1 GROUP BY g.person ORDER BY g.person LIMIT 500`;
