import {
  compiledPolicy,
  thinActs,
  thinSteps,
  type Authority,
  type Colleague,
  type ThinAct,
  type ThinStep,
} from '@zikui/domain';
import type { Database, Tx } from '../database/database';
import { GRANTS } from './authority.sql';

/** A step of a published policy that too few persons can decide. */
export type CoverageView = ThinStep & Readonly<{ policy: string; currency: string }>;
/** What too few persons can do: steps of ladders, and acts that need a second person. */
export type ThinCoverage = Readonly<{ steps: readonly CoverageView[]; acts: readonly ThinAct[] }>;

/** At boot this many merchants are looked at. */
const MOST_MERCHANTS = 100;

/** Which approvals, and which acts of two persons, hang on nobody or on one person. */
export class CoverageStore {
  constructor(private readonly database: Database) {}

  /** Of the merchant's published policies. */
  async of(merchantId: string): Promise<ThinCoverage> {
    return this.database.read({ merchantId }, (tx) => coverage(tx, merchantId, PUBLISHED, []));
  }

  /** As it would be with this version in force; no steps when there is no such version. */
  async with(merchantId: string, policyVersionId: string): Promise<ThinCoverage> {
    return this.database.read({ merchantId }, (tx) => coverage(tx, merchantId, VERSION, [policyVersionId]));
  }

  /** Of every merchant, by the slug; only those that lack somebody. */
  async all(): Promise<readonly (ThinCoverage & Readonly<{ slug: string }>)[]> {
    const merchants = await this.database.read('intake', (tx) =>
      tx.query<{ id: string; slug: string }>(MERCHANTS, [MOST_MERCHANTS]),
    );
    const found = [];
    for (const { id, slug } of merchants) found.push({ slug, ...(await this.of(id)) });
    return found.filter(({ steps, acts }) => steps.length > 0 || acts.length > 0);
  }
}

async function coverage(tx: Tx, merchantId: string, policies: string, which: readonly string[]): Promise<ThinCoverage> {
  const [sources, house, colleagues] = await Promise.all([
    tx.query<{ text: string; hash: string; currency: string }>(policies, [merchantId, ...which]),
    tx.query<{ person: string; authorities: readonly Authority[] }>(HOUSE, [merchantId]),
    tx.query<Colleague>(COLLEAGUES, [merchantId]),
  ]);
  const steps = sources.flatMap(({ currency, ...source }) => {
    const { name, approval } = compiledPolicy(source);
    return thinSteps(approval.ladder, house).map((thin) => ({ policy: name, currency, ...thin }));
  });
  return { steps, acts: thinActs(colleagues) };
}

/** A larger house lacks nobody. */
const MOST_PERSONS = 500;

const MERCHANTS = `SELECT id, slug FROM merchant ORDER BY created_at DESC, id LIMIT $1`;
const PUBLISHED = `
SELECT source AS text, hash, currency FROM policy_version WHERE merchant_id = $1 AND status = 'published' ORDER BY currency LIMIT 200`;
const VERSION = `SELECT source AS text, hash, currency FROM policy_version WHERE merchant_id = $1 AND id = $2`;
const HOUSE = `
SELECT g.person, jsonb_agg(jsonb_build_object('person', g.person, 'role', g.role, 'limit', g.amount_limit, 'delegation', NULL,
  'teams', coalesce((SELECT a.teams FROM approver a WHERE a.merchant_id = $1 AND a.person = g.person), '{}'), 'approvedBefore', 0)) AS authorities
FROM (${GRANTS}) g WHERE g.merchant_id = $1 GROUP BY g.person ORDER BY g.person LIMIT ${MOST_PERSONS}`;
const COLLEAGUES = `
SELECT k.owner::text AS person, array_agg(DISTINCT k.role::text) AS roles, bool_or(k.person IS NOT DISTINCT FROM 'staff') AS "signsIn"
FROM credential k WHERE k.merchant_id = $1 AND k.valid AND k.role IS NOT NULL AND k.scopes @> ARRAY['refunds:decide']
GROUP BY k.owner ORDER BY k.owner LIMIT ${MOST_PERSONS}`;
