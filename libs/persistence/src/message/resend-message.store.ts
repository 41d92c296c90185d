import { MOST_RESENDS_A_DAY, publicId, RefundError, type Principal } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { idBehind, pageById } from '../database/id-cursor';
import { newId } from '../database/new-id';
import type { Page } from '../database/page';
import { lockOwner, ownerOf } from '../note/note-owner';
import { CustomerVault } from '../sale/customer-vault';
import { sentMessage, sentMessages, shownMessage, type SentMessage } from './sent-message';

export type ResendAsk = Readonly<{ refundId: string; messageId: string; key: string }>;

/** Messages of one refund as people of the staff look at them, and sending one of them once more. */
export class ResendMessageStore {
  private readonly vault: CustomerVault;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
  }

  /** Oldest first; `undefined` for an unknown refund or another merchant's. Throws `invalid_field` for a cursor that is none. */
  async list(
    merchantId: string,
    refundId: string,
    { limit, after }: Readonly<{ limit: number; after?: string }>,
  ): Promise<Page<SentMessage> | undefined> {
    const behind = idBehind(after);
    return this.database.read({ merchantId }, async (tx) => {
      if (!(await ownerOf(tx, merchantId, refundId))) return undefined;
      const rows = await sentMessages(tx, refundId, { behind, limit: limit + 1 });
      return pageById(rows, limit, (row) => shownMessage(this.vault, row));
    });
  }

  /**
   * Queues a message of the same kind, with a link of its own, once per key; the relay sends it. Throws `refund_not_found`,
   * `message_not_found`, `idempotency_conflict`, `message_not_resendable` (not sent yet, not true any more, or nobody to
   * reach), `resent_too_often`.
   */
  async resend(
    principal: Principal,
    { refundId, messageId, key }: ResendAsk,
  ): Promise<Readonly<{ message: SentMessage; replayed: boolean }>> {
    const { merchantId } = principal;
    return this.database.write({ merchantId }, async (tx) => {
      // Whoever asks at the same moment waits here, and finds what the first one queued.
      await lockOwner(tx, merchantId, refundId);
      const [earlier] = await tx.query<Earlier>(EARLIER, [refundId, key]);
      const asked = await this.one(tx, refundId, messageId);
      const { resendOf, mayResend: isOpen, status } = asked;
      const of = resendOf ?? asked.id;
      if (earlier && publicId('message', earlier.of) !== of) throw new RefundError('idempotency_conflict');
      if (earlier) return { message: await this.one(tx, refundId, earlier.id), replayed: true };
      if (!isOpen) throw new RefundError('message_not_resendable', { status });
      const id = newId();
      const [queued] = await tx.query(QUEUE, [id, merchantId, refundId, messageId, key, MOST_RESENDS_A_DAY]);
      if (!queued) throw new RefundError('resent_too_often', { limit: MOST_RESENDS_A_DAY });
      const subject = publicId('message', id);
      await appendAudit(tx, { ...doneBy(principal), refundId, action: 'message.resent', subject, data: { of } });
      return { message: await this.one(tx, refundId, id), replayed: false };
    });
  }

  private async one(tx: Tx, refundId: string, messageId: string): Promise<SentMessage> {
    const row = await sentMessage(tx, refundId, messageId);
    if (!row) throw new RefundError('message_not_found', { message: publicId('message', messageId) });
    return shownMessage(this.vault, row);
  }
}

type Earlier = Readonly<{ id: string; of: string }>;
const EARLIER = `SELECT id, resend_of AS of FROM message WHERE refund_id = $1 AND key = $2`;
// Numbers above zero are those of the refund's own process: what is sent again counts down.
const QUEUE = `
WITH root AS (SELECT coalesce(m.resend_of, m.id) AS id, m.kind, m.channel FROM message m WHERE m.id = $4::uuid)
INSERT INTO message (id, merchant_id, refund_id, kind, channel, no, status, next_try_at, resend_of, key)
SELECT $1::uuid, $2::uuid, $3::uuid, root.kind, root.channel,
  (SELECT least(coalesce(min(n.no), 0), 0) - 1 FROM message n WHERE n.refund_id = $3::uuid AND n.kind = root.kind),
  'queued', now(), root.id, $5 FROM root
WHERE (SELECT count(*) FROM message d WHERE d.resend_of = root.id AND d.created_at > now() - interval '1 day') < $6 RETURNING id`;
