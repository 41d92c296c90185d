import { publicId } from '@zikui/domain';
import { instantText, instantTextOrNull } from '../database/instant-text';

export const POLICY_STATUSES = ['draft', 'published', 'retired'] as const;
export type PolicyStatus = (typeof POLICY_STATUSES)[number];

/** A version of a policy as people see it in a list. */
export type PolicyVersionView = Readonly<{
  id: string;
  name: string;
  currency: string;
  /** Null while it is a draft. */ number: number | null;
  status: PolicyStatus;
  /** SHA-256 of the text. */ hash: string;
  /** Null for one that was set up with the merchant. */ draftedBy: string | null;
  publishedBy: string | null;
  /** Number of the earlier version whose text it brings back. */ restores: number | null;
  /** An open proposal to publish it. */ proposalId: string | null;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
}>;
/** With its text, and how many refunds are pinned to it. */
export type PolicyTextView = PolicyVersionView & Readonly<{ text: string; refunds: number }>;

export type PolicyVersionRecord = Readonly<{ source: string; refunds: number }> & Omit<PolicyTextView, 'text'>;

/** Versions `v`; the text only where one is read by itself. */
export const SELECT_VERSIONS = `
SELECT v.id, v.name, v.currency, v.number, v.status, v.hash, v.drafted_by AS "draftedBy", v.published_by AS "publishedBy",
  (SELECT e.number FROM policy_version e WHERE e.id = v.restores_id) AS restores,
  (SELECT p.id FROM proposal p WHERE p.merchant_id = v.merchant_id AND p.kind = 'publish_policy' AND p.subject = 'policy:' || v.id
     AND p.status = 'open' AND p.expires_at > now()) AS "proposalId",
  v.created_at AS "createdAt", v.updated_at AS "updatedAt", v.published_at AS "publishedAt"`;
export const SELECT_VERSION_TEXT = `${SELECT_VERSIONS}, v.source,
  (SELECT count(*) FROM refund r WHERE r.policy_version_id = v.id) AS refunds`;

export const versionView = (row: Omit<PolicyVersionRecord, 'source' | 'refunds'>): PolicyVersionView => ({
  id: publicId('policyVersion', row.id),
  name: row.name,
  currency: row.currency,
  number: row.number,
  status: row.status,
  hash: row.hash,
  draftedBy: row.draftedBy,
  publishedBy: row.publishedBy,
  restores: row.restores,
  proposalId: row.proposalId && publicId('proposal', row.proposalId),
  createdAt: instantText(row.createdAt),
  updatedAt: instantText(row.updatedAt),
  publishedAt: instantTextOrNull(row.publishedAt),
});
export const versionTextView = (row: PolicyVersionRecord): PolicyTextView => ({
  ...versionView(row),
  text: row.source,
  refunds: row.refunds,
});
