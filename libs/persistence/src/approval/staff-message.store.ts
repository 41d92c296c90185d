import { publicId, type Locale, type Money, type StaffMessageKind, type StaffNews } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database } from '../database/database';
import { instantTextOrNull } from '../database/instant-text';
import { NEXT_TRY } from '../database/next-try';
import { STUCK } from '../resolution/stuck';
import { contextOf } from './approver.store';

/** All that one approver is to be told now, in one mail. */
export type DueStaffMail = Readonly<{
  /** Rows that it stands for. */ ids: readonly string[];
  to: string | null;
  locale: Locale;
  test: boolean;
  merchantName: string;
  merchantSlug: string;
  timeZone: string;
  news: readonly StaffNews[];
}>;

/** Tried for about an hour, then given up: the inbox shows the step all the same. */
const MOST_TRIES = 200;

/** Messages to approvers and to people of the desk that wait to be sent. */
export class StaffMessageStore {
  private readonly box: SecretBox;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.box = new SecretBox(secrets.masterKey);
  }

  /**
   * Takes up to `limit` messages that are due, by reader; each is offered again until it has an end. What is decided
   * meanwhile is not told any more, but that nobody is to decide it. Whose they are is seen across merchants; what they say is read as each of these.
   */
  async due(limit: number): Promise<readonly DueStaffMail[]> {
    const taken = await this.database.write('relay', (tx) => tx.query<Taken>(TAKE, [limit]));
    const mails: DueStaffMail[] = [];
    for (const merchantId of new Set(taken.map((one) => one.merchantId))) {
      const ids = taken.filter((one) => one.merchantId === merchantId).map(({ id }) => id);
      mails.push(...(await this.mailsOf(merchantId, ids)));
    }
    return mails;
  }

  async sent(ids: readonly string[]): Promise<void> {
    await this.database.write('relay', (tx) => tx.query(END, [ids, 'sent']));
  }

  /** Given up at once when a repeat is useless, else after the last try. */
  async failed(ids: readonly string[], final: boolean): Promise<void> {
    await this.database.write('relay', (tx) => tx.query(FAIL, [ids, final, MOST_TRIES]));
  }

  private async mailsOf(merchantId: string, ids: readonly string[]): Promise<readonly DueStaffMail[]> {
    const rows = await this.database.write({ merchantId }, async (tx) => {
      await tx.query(OVERTAKEN, [ids]);
      await tx.query(GOES_ON, [ids]);
      return tx.query<DueRow>(NEWS, [ids]);
    });
    const byReader = new Map<string, DueRow[]>();
    for (const row of rows) byReader.set(row.person, [...(byReader.get(row.person) ?? []), row]);
    return [...byReader.values()].map((some) => this.mailOf(some));
  }

  private mailOf(rows: readonly DueRow[]): DueStaffMail {
    const [first] = rows;
    if (!first) throw new Error('a group has rows');
    const { contact, merchantId, person, locale, mode, merchantName, merchantSlug, timeZone } = first;
    const told =
      contact === null ? null : (JSON.parse(this.box.open(contact, contextOf(merchantId, person))) as Contact);
    return {
      ids: rows.map(({ id }) => id),
      to: told?.email ?? null,
      ...{ locale, test: mode === 'test', merchantName, merchantSlug, timeZone },
      news: rows.map(({ kind, refundId, saleRef, step, payout, currency, dueAt }) => ({
        ...{ kind, saleRef, step, refundRef: publicId('refund', refundId) },
        payout: { amount: payout, currency } satisfies Money,
        dueAt: instantTextOrNull(dueAt),
      })),
    };
  }
}

type Contact = Readonly<{ email: string | null }>;
type Taken = Readonly<{ id: string; merchantId: string }>;
type DueRow = Readonly<{
  id: string;
  merchantId: string;
  merchantName: string;
  merchantSlug: string;
  timeZone: string;
  mode: string;
  person: string;
  locale: Locale;
  contact: string | null;
  kind: StaffMessageKind;
  refundId: string;
  saleRef: string;
  step: number | null;
  payout: number;
  currency: string;
  dueAt: string | null;
}>;

const TAKE = `
UPDATE staff_message SET tries = tries + 1, next_try_at = ${NEXT_TRY}
WHERE id IN (SELECT id FROM staff_message WHERE status = 'queued' AND next_try_at <= now() ORDER BY next_try_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING id, merchant_id AS "merchantId"`;
const OVERTAKEN = `
UPDATE staff_message q SET status = 'suppressed', ended_at = now() FROM approval_step s
WHERE q.id = ANY ($1::uuid[]) AND q.status = 'queued' AND s.id = q.step_id AND s.status <> 'open' AND q.kind <> 'approval_withdrawn'`;
const GOES_ON = `
UPDATE staff_message q SET status = 'suppressed', ended_at = now() FROM refund r
WHERE q.id = ANY ($1::uuid[]) AND q.status = 'queued' AND q.step_id IS NULL AND r.id = q.refund_id
  AND (r.status NOT IN (${STUCK.map((status) => `'${status}'`).join(', ')}) OR r.review_assigned_to IS DISTINCT FROM q.person)`;
const NEWS = `
SELECT t.id, t.merchant_id AS "merchantId", m.name AS "merchantName", m.slug AS "merchantSlug", m.time_zone AS "timeZone", m.mode, t.person,
  a.locale, a.contact, t.kind, t.refund_id AS "refundId", s.sale_ref AS "saleRef", step.no AS step, r.payout, r.currency,
  CASE WHEN t.kind IN ('pay_by_near', 'pay_by_missed') THEN r.pay_ends_at ELSE step.due_at END AS "dueAt"
FROM staff_message t JOIN merchant m ON m.id = t.merchant_id JOIN refund r ON r.id = t.refund_id JOIN sale s ON s.id = r.sale_id
LEFT JOIN approval_step step ON step.id = t.step_id JOIN approver a ON a.merchant_id = t.merchant_id AND a.person = t.person
WHERE t.id = ANY ($1::uuid[]) AND t.status = 'queued' ORDER BY t.created_at, t.id`;
const END = `UPDATE staff_message SET status = $2, ended_at = now() WHERE id = ANY ($1::uuid[]) AND status = 'queued'`;
const FAIL = `
UPDATE staff_message SET status = 'failed', ended_at = now() WHERE id = ANY ($1::uuid[]) AND status = 'queued' AND ($2 OR tries >= $3)`;
