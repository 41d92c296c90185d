import { publicId, RefundError, watchedLimits, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import { sha256Hex } from '../database/keyed-hash';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { PLANNED_ANEW } from '../database/prepared-statement';
import { checkedPolicy } from './checked-policy';
import { insistOnPolicyOwner } from './policy-owner';
import {
  SELECT_VERSION_TEXT,
  SELECT_VERSIONS,
  versionTextView,
  versionView,
  type PolicyStatus,
  type PolicyTextView,
  type PolicyVersionRecord,
  type PolicyVersionView,
} from './policy-version.view';

export type DraftAsk = Readonly<{
  text: string;
  /** The caller's name for this call. */ key: string;
  bodyHash: string;
}>;
export type DraftChange = Readonly<{ text: string; /** Hash of the text that was read. */ basedOn: string }>;
export type SavedDraft = Readonly<{ view: PolicyTextView; replayed: boolean }>;
export type VersionFilter = Readonly<{ currency?: string; status?: PolicyStatus; limit: number; after?: string }>;

const MOST_DRAFTS = 100;

/** Versions of policies as their owners write and read them. Each method is one transaction; see `publishPolicy` for the rest of their life. */
export class PolicyVersionStore {
  constructor(private readonly database: Database) {}

  /** Newest first. Throws `invalid_field` for a cursor that is none. */
  async list(merchantId: string, { currency, status, limit, after }: VersionFilter): Promise<Page<PolicyVersionView>> {
    const from = idBehind(after);
    const params = [merchantId, currency ?? null, status ?? null, from, limit + 1];
    const rows = await this.database.read({ merchantId }, (tx) => tx.query<PolicyVersionRecord>(LIST, params));
    return pageById(rows, limit, versionView);
  }

  find(merchantId: string, id: string): Promise<PolicyTextView | undefined> {
    return this.database.read({ merchantId }, (tx) => findText(tx, merchantId, id));
  }

  /** The version that is in force for a currency. */
  async published(merchantId: string, currency: string): Promise<PolicyTextView | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) =>
      tx.query<PolicyVersionRecord>(PUBLISHED, [merchantId, currency]),
    );
    return row && versionTextView(row);
  }

  /** Writes a draft once per call. Throws `policy_invalid`, `permission_missing`, `too_many_drafts`, `idempotency_conflict`. */
  async draft(principal: Principal, { text, key, bodyHash }: DraftAsk): Promise<SavedDraft> {
    insistOnPolicyOwner(principal);
    const { name, currency, limits } = checkedPolicy(text);
    const { merchantId, actor, owner } = principal;
    return this.database.write(principal, async (tx) => {
      await lockPolicies(tx, merchantId);
      const [known] = await tx.query<{ id: string; bodyHash: string }>(KNOWN, [merchantId, key]);
      if (known && known.bodyHash !== bodyHash) throw new RefundError('idempotency_conflict');
      if (known) return { view: await textById(tx, merchantId, known.id), replayed: true };
      const [drafts] = await tx.query<{ count: number }>(COUNT_DRAFTS, [merchantId]);
      if ((drafts?.count ?? 0) >= MOST_DRAFTS) throw new RefundError('too_many_drafts', { limit: MOST_DRAFTS });
      const id = newId();
      const hash = sha256Hex(text);
      const own = [actor, owner, key, bodyHash, watchedLimits(limits)];
      await tx.query(INSERT, [id, merchantId, currency, name, text, hash, ...own]);
      await this.audit(tx, principal, 'policy.drafted', id, { hash, currency });
      return { view: await textById(tx, merchantId, id), replayed: false };
    });
  }

  /**
   * Replaces the text of a draft; an open proposal to publish it is void by that. Saving the same text changes nothing.
   * Throws `policy_changed` when another text was saved meanwhile, `policy_not_draft`, `policy_invalid`.
   */
  async change(principal: Principal, id: string, { text, basedOn }: DraftChange): Promise<PolicyTextView> {
    insistOnPolicyOwner(principal);
    const { name, currency, limits } = checkedPolicy(text);
    const { merchantId, actor, owner } = principal;
    return this.database.write(principal, async (tx) => {
      const draft = await lockDraft(tx, merchantId, id);
      const hash = sha256Hex(text);
      if (draft.hash === hash) return textById(tx, merchantId, id);
      if (draft.hash !== basedOn) throw new RefundError('policy_changed', { by: draft.draftedBy, hash: draft.hash });
      await tx.query(CHANGE, [id, currency, name, text, hash, actor, owner, watchedLimits(limits)]);
      await tx.query(VOID, [merchantId, `policy:${id}`]);
      await this.audit(tx, principal, 'policy.draft_changed', id, { hash, currency });
      return textById(tx, merchantId, id);
    });
  }

  /** Deletes a draft with its back-tests. Throws `policy_not_draft`. */
  async discard(principal: Principal, id: string): Promise<void> {
    const { merchantId } = principal;
    await this.database.write(principal, async (tx) => {
      const { hash } = await lockDraft(tx, merchantId, id);
      insistOnPolicyOwner(principal);
      await tx.query(VOID, [merchantId, `policy:${id}`]);
      await tx.query(`DELETE FROM policy_version WHERE id = $1`, [id]);
      await this.audit(tx, principal, 'policy.draft_discarded', id, { hash });
    });
  }

  private audit(tx: Tx, by: Principal, action: string, id: string, data: Readonly<Record<string, string>>) {
    return appendAudit(tx, {
      ...doneBy(by),
      refundId: null,
      action,
      subject: publicId('policyVersion', id),
      data,
    });
  }
}

/** Whoever changes the policies of a merchant waits for the others. */
export async function lockPolicies(tx: Tx, merchantId: string): Promise<void> {
  await tx.query('SELECT id FROM merchant WHERE id = $1 FOR NO KEY UPDATE', [merchantId]);
}

export const versionNotFound = (id: string): RefundError =>
  new RefundError('policy_version_not_found', { policyVersion: publicId('policyVersion', id) });

async function lockDraft(tx: Tx, merchantId: string, id: string) {
  await lockPolicies(tx, merchantId);
  type Draft = Readonly<{ status: PolicyStatus; hash: string; draftedBy: string | null }>;
  const [draft] = await tx.query<Draft>(LOCK, [merchantId, id]);
  if (!draft) throw versionNotFound(id);
  if (draft.status !== 'draft') throw new RefundError('policy_not_draft', { status: draft.status });
  return draft;
}

async function findText(tx: Tx, merchantId: string, id: string): Promise<PolicyTextView | undefined> {
  const [row] = await tx.query<PolicyVersionRecord>(FIND, [merchantId, id]);
  return row && versionTextView(row);
}
async function textById(tx: Tx, merchantId: string, id: string): Promise<PolicyTextView> {
  const view = await findText(tx, merchantId, id);
  if (!view) throw versionNotFound(id);
  return view;
}

const FIND = `${SELECT_VERSION_TEXT} FROM policy_version v WHERE v.merchant_id = $1 AND v.id = $2`;
const PUBLISHED = `${SELECT_VERSION_TEXT} FROM policy_version v WHERE v.merchant_id = $1 AND v.currency = $2 AND v.status = 'published'`;
const LIST = `${PLANNED_ANEW} ${SELECT_VERSIONS} FROM policy_version v
WHERE v.merchant_id = $1 AND ($2::text IS NULL OR v.currency = $2) AND ($3::text IS NULL OR v.status = $3) AND ($4::uuid IS NULL OR v.id < $4)
ORDER BY v.id DESC LIMIT $5`;
const KNOWN = `SELECT id, body_hash AS "bodyHash" FROM policy_version WHERE merchant_id = $1 AND key = $2`;
const COUNT_DRAFTS = `SELECT count(*) AS count FROM policy_version WHERE merchant_id = $1 AND status = 'draft'`;
const LOCK = `SELECT status, hash, drafted_by AS "draftedBy" FROM policy_version WHERE merchant_id = $1 AND id = $2 FOR UPDATE`;
const INSERT = `
INSERT INTO policy_version (id, merchant_id, currency, name, source, hash, status, published_at, drafted_by, drafted_by_owner, key, body_hash, watched_limits)
VALUES ($1, $2, $3, $4, $5, $6, 'draft', NULL, $7, $8, $9, $10, $11)`;
const CHANGE = `
UPDATE policy_version SET currency = $2, name = $3, source = $4, hash = $5, drafted_by = $6, drafted_by_owner = $7, watched_limits = $8, updated_at = now()
WHERE id = $1`;
const VOID = `
UPDATE proposal SET status = 'void', ended_at = now()
WHERE merchant_id = $1 AND kind = 'publish_policy' AND subject = $2 AND status = 'open'`;
