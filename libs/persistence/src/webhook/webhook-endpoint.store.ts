import { publicId, RefundError, type EndpointStatus, type Principal } from '@zikui/domain';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { EndpointSecrets } from './endpoint-secrets';
import { endpointView, SELECT_ENDPOINTS, type EndpointRow, type WebhookEndpointView } from './webhook-endpoint.view';

export type NewWebhookEndpoint = Readonly<{
  url: string;
  description: string | null;
  /** Who is told by mail when the endpoint is gone. */ contactEmail?: string | null;
  key: string;
  bodyHash: string;
}>;
export type EndpointChange = Readonly<{
  url?: string;
  description?: string | null;
  contactEmail?: string | null;
  status?: EndpointStatus;
}>;
export type SecretRotation = Readonly<{ overlapMs: number; key: string; bodyHash: string }>;
/** With the secret, which is shown now and, to a repeat of the same call, for an hour; afterwards it is null. */
export type ShownSecret = Readonly<{ endpoint: WebhookEndpointView; secret: string | null; replayed: boolean }>;

/** More than anybody needs, and few enough that one refund never becomes a flood. */
const MOST_ENDPOINTS = 20;

/** Endpoints as their merchants keep them. Each writing method is one transaction, with an entry in the book of what people did. */
export class WebhookEndpointStore {
  private readonly secrets: EndpointSecrets;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.secrets = new EndpointSecrets(secrets);
  }

  /** Makes an endpoint once per (merchant, key); it is told of what happens from now on. Throws `idempotency_conflict`, `too_many_endpoints`. */
  async create(principal: Principal, ask: NewWebhookEndpoint): Promise<ShownSecret> {
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      await lockEndpoints(tx, merchantId);
      const [before] = await tx.query<EndpointRow>(`${SELECT_ENDPOINTS} WHERE w.merchant_id = $1 AND w.key = $2`, [
        merchantId,
        ask.key,
      ]);
      if (before)
        return this.again(before, { isSame: before.bodyHash === ask.bodyHash, isNewest: before.rotationKey === null });
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(COUNT, [merchantId]);
      if (count >= MOST_ENDPOINTS) throw new RefundError('too_many_endpoints', { limit: MOST_ENDPOINTS });
      const id = newId();
      const { secret, sealed } = this.secrets.create(merchantId, id);
      const place = [id, merchantId, ask.url, ask.description, sealed];
      const contact = this.sealed(ask.contactEmail, merchantId, id);
      await tx.query(INSERT, [...place, principal.owner, principal.actor, ask.key, ask.bodyHash, contact]);
      await writeDown(tx, principal, 'webhook_endpoint.created', id);
      return { endpoint: endpointView(await endpointOf(tx, merchantId, id)), secret, replayed: false };
    });
  }

  async find(merchantId: string, id: string): Promise<WebhookEndpointView | undefined> {
    const [row] = await this.database.read({ merchantId }, (tx) => tx.query<EndpointRow>(FIND, [merchantId, id]));
    return row && endpointView(row);
  }

  /** In the order in which they were made. */
  async list(
    merchantId: string,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<WebhookEndpointView>> {
    const from = idBehind(after);
    const rows = await this.database.read({ merchantId }, (tx) =>
      tx.query<EndpointRow>(LIST, [merchantId, from, limit + 1]),
    );
    return pageById(rows, limit, endpointView);
  }

  /**
   * Changes address, description, who is told when it is gone, or whether it is told at all. One that is enabled again goes on where it stopped.
   * Safe to repeat. Throws `webhook_endpoint_not_found`.
   */
  async change(principal: Principal, id: string, change: EndpointChange): Promise<WebhookEndpointView> {
    const { url = null, description, contactEmail, status = null } = change;
    return this.database.write(principal, async (tx) => {
      await lockEndpoint(tx, principal.merchantId, id);
      const contact = this.sealed(contactEmail, principal.merchantId, id);
      const texts = [description !== undefined, description ?? null];
      await tx.query(CHANGE, [id, url, ...texts, status, contactEmail !== undefined, contact]);
      await writeDown(tx, principal, 'webhook_endpoint.changed', id, { fields: Object.keys(change).join(','), status });
      return endpointView(await endpointOf(tx, principal.merchantId, id));
    });
  }

  /** Ends it and what is still on its way there; its log stays. Safe to repeat. Throws `webhook_endpoint_not_found` for one that never was. */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.database.write(principal, async (tx) => {
      const [known] = await tx.query<{ deleted: boolean }>(KNOWN, [principal.merchantId, id]);
      if (!known) throw notFound(id);
      if (known.deleted) return;
      await tx.query(
        `UPDATE webhook_endpoint SET deleted_at = now(), contact = NULL, notice_due_at = NULL, updated_at = now() WHERE id = $1`,
        [id],
      );
      await tx.query(CANCEL, [id]);
      await writeDown(tx, principal, 'webhook_endpoint.deleted', id);
    });
  }

  /** Gives a new secret; the one before signs beside it for a while. Once per key of the caller. Throws `webhook_endpoint_not_found`, `idempotency_conflict`. */
  async rotate(principal: Principal, id: string, { overlapMs, key, bodyHash }: SecretRotation): Promise<ShownSecret> {
    const { merchantId } = principal;
    return this.database.write(principal, async (tx) => {
      await lockEndpoint(tx, merchantId, id);
      const before = await endpointOf(tx, merchantId, id);
      if (before.rotationKey === key)
        return this.again(before, { isSame: before.rotationBodyHash === bodyHash, isNewest: true });
      const { secret, sealed } = this.secrets.create(merchantId, id);
      await tx.query(ROTATE, [id, sealed, overlapMs, key, bodyHash]);
      await writeDown(tx, principal, 'webhook_endpoint.secret_rotated', id, { overlapMs });
      return { endpoint: endpointView(await endpointOf(tx, merchantId, id)), secret, replayed: false };
    });
  }

  private sealed(contact: string | null | undefined, merchantId: string, id: string): string | null {
    return contact === null || contact === undefined ? null : this.secrets.sealContact(contact, merchantId, id);
  }

  /** The answer to a repeat. The secret is shown again for an hour: the first answer may have been lost. */
  private again(row: EndpointRow, call: Readonly<{ isSame: boolean; isNewest: boolean }>): ShownSecret {
    if (!call.isSame) throw new RefundError('idempotency_conflict');
    const { id, merchantId, fresh } = row;
    const secret = fresh && call.isNewest ? this.secrets.open(row.secret, merchantId, id) : null;
    return { endpoint: endpointView(row), secret, replayed: true };
  }
}

const notFound = (id: string): RefundError =>
  new RefundError('webhook_endpoint_not_found', { webhookEndpoint: publicId('webhookEndpoint', id) });

/** Calls that make endpoints of one merchant queue here, so that repeats and the limit are seen. */
const lockEndpoints = (tx: Tx, merchantId: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`webhook_endpoint\n${merchantId}`]);

async function lockEndpoint(tx: Tx, merchantId: string, id: string): Promise<void> {
  const [row] = await tx.query(
    `SELECT FROM webhook_endpoint WHERE merchant_id = $1 AND id = $2 AND deleted_at IS NULL FOR UPDATE`,
    [merchantId, id],
  );
  if (!row) throw notFound(id);
}

async function endpointOf(tx: Tx, merchantId: string, id: string): Promise<EndpointRow> {
  const [row] = await tx.query<EndpointRow>(FIND, [merchantId, id]);
  if (!row) throw notFound(id);
  return row;
}

const writeDown = (
  tx: Tx,
  principal: Principal,
  action: string,
  id: string,
  data: Readonly<Record<string, string | number | null>> = {},
): Promise<void> =>
  appendAudit(tx, {
    ...doneBy(principal),
    refundId: null,
    action,
    subject: publicId('webhookEndpoint', id),
    data,
  });

const FIND = `${SELECT_ENDPOINTS} WHERE w.merchant_id = $1 AND w.id = $2 AND w.deleted_at IS NULL`;
const LIST = `${SELECT_ENDPOINTS} WHERE w.merchant_id = $1 AND w.deleted_at IS NULL AND ($2::uuid IS NULL OR w.id > $2) ORDER BY w.id LIMIT $3`;
const KNOWN = `SELECT deleted_at IS NOT NULL AS deleted FROM webhook_endpoint WHERE merchant_id = $1 AND id = $2 FOR UPDATE`;
const COUNT = `SELECT count(*) FROM webhook_endpoint WHERE merchant_id = $1 AND deleted_at IS NULL`;

// Whatever is not committed yet belongs to what happens from now on: nothing is missed while it is made. `made_after` says what
// else its place has behind it: what was done by then, although something older was still running.
const INSERT = `
INSERT INTO webhook_endpoint (id, merchant_id, url, description, status, secret, transaction_no, number, made_after, owner, created_by, key, body_hash, contact)
VALUES ($1, $2, $3, $4, 'enabled', $5, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, ${Number.MAX_SAFE_INTEGER}, pg_current_snapshot()::text, $6, $7, $8, $9, $10)`;

const CHANGE = `
UPDATE webhook_endpoint SET url = coalesce($2, url), description = CASE WHEN $3::boolean THEN $4 ELSE description END, status = coalesce($5::text, status),
  disabled_reason = CASE WHEN $5::text = 'disabled' THEN coalesce(disabled_reason, 'by_merchant') WHEN $5::text = 'enabled' THEN NULL ELSE disabled_reason END,
  disabled_at = CASE WHEN $5::text = 'disabled' THEN coalesce(disabled_at, now()) WHEN $5::text = 'enabled' THEN NULL ELSE disabled_at END,
  failures = CASE WHEN $5::text = 'enabled' OR $2 IS NOT NULL THEN 0 ELSE failures END, updated_at = now(),
  contact = CASE WHEN $6::boolean THEN $7 ELSE contact END,
  notice_due_at = CASE WHEN $5::text = 'enabled' OR ($6::boolean AND $7 IS NULL) THEN NULL ELSE notice_due_at END
WHERE id = $1`;

const CANCEL = `
UPDATE webhook_delivery SET status = 'cancelled', next_try_at = NULL, leased_until = NULL, ended_at = now() WHERE endpoint_id = $1 AND status = 'pending'`;

const ROTATE = `
UPDATE webhook_endpoint SET previous_secret = CASE WHEN $3::bigint > 0 THEN secret END,
  previous_until = CASE WHEN $3::bigint > 0 THEN now() + $3 * interval '1 millisecond' END,
  secret = $2, rotation_key = $4, rotation_body_hash = $5, rotated_at = now(), updated_at = now()
WHERE id = $1`;
