import {
  MOST_RESENDS_A_DAY,
  publicId,
  mayResend,
  RefundError,
  type MessageContent,
  type Principal,
} from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import { appendAudit, doneBy } from '../audit/append-audit';
import type { Database, Tx } from '../database/database';
import { instantText, instantTextOrNull } from '../database/instant-text';
import { newId } from '../database/new-id';
import { lockOwner, ownerOf } from '../note/note-owner';
import { CustomerVault } from '../sale/customer-vault';
import { messageContent } from './message-content';
import { factsOfRefund, type MessageFacts } from './message-facts';
import { isOvertaken } from './overtaken';

/** A message to the customer, with what is known of its way. `content` is null once nobody can be reached; it carries no link. */
export type SentMessage = Readonly<{
  id: string;
  kind: MessageFacts['kind'];
  channel: string;
  locale: MessageFacts['locale'];
  status: MessageFacts['status'];
  /** A short code. */ failure: string | null;
  createdAt: string;
  sentAt: string | null;
  /** The message that it says once more. */ resendOf: string | null;
  content: MessageContent | null;
  /** Whether it may be sent once more now. */ mayResend: boolean;
}>;
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

  /** Oldest first, at most a hundred; `undefined` for an unknown refund or another merchant's. */
  async list(merchantId: string, refundId: string): Promise<readonly SentMessage[] | undefined> {
    return this.database.read({ merchantId }, async (tx) => {
      if (!(await ownerOf(tx, merchantId, refundId))) return undefined;
      return this.read(tx, refundId);
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
    const message = publicId('message', messageId);
    const found = (await this.read(tx, refundId)).find(({ id }) => id === message);
    if (!found) throw new RefundError('message_not_found', { message });
    return found;
  }

  private async read(tx: Tx, refundId: string): Promise<readonly SentMessage[]> {
    const [all, ways] = await Promise.all([factsOfRefund(tx, refundId), tx.query<Way>(WAYS, [refundId])]);
    const wayOf = new Map(ways.map((way) => [way.id, way]));
    return all.flatMap((facts) => {
      const way = wayOf.get(facts.id);
      return way ? [this.shown(facts, way)] : [];
    });
  }

  private shown(facts: MessageFacts, way: Way): SentMessage {
    const { dataKey, personal, merchantId, customerId } = facts;
    const contact = this.vault.openContact({ dataKey, personal }, { merchantId, customerId });
    const address = contact?.email ?? null;
    return {
      id: publicId('message', facts.id),
      ...{ kind: facts.kind, locale: facts.locale, status: facts.status },
      ...{ channel: way.channel, failure: way.failure },
      createdAt: instantText(way.createdAt),
      sentAt: instantTextOrNull(way.sentAt),
      resendOf: way.resendOf && publicId('message', way.resendOf),
      content: contact && address ? messageContent(facts, { name: contact.name, address }, null) : null,
      mayResend: mayResend({ status: facts.status, isOvertaken: isOvertaken(facts), hasAddress: Boolean(address) }),
    };
  }
}

type Earlier = Readonly<{ id: string; of: string }>;
type Way = Readonly<{
  id: string;
  channel: string;
  failure: string | null;
  createdAt: string;
  sentAt: string | null;
  resendOf: string | null;
}>;

const EARLIER = `SELECT id, resend_of AS of FROM message WHERE refund_id = $1 AND key = $2`;
const WAYS = `
SELECT id, channel, failure, created_at AS "createdAt", sent_at AS "sentAt", resend_of AS "resendOf" FROM message
WHERE refund_id = $1`;
// Numbers above zero are those of the refund's own process: what is sent again counts down.
const QUEUE = `
WITH root AS (SELECT coalesce(m.resend_of, m.id) AS id, m.kind, m.channel FROM message m WHERE m.id = $4::uuid)
INSERT INTO message (id, merchant_id, refund_id, kind, channel, no, status, next_try_at, resend_of, key)
SELECT $1::uuid, $2::uuid, $3::uuid, root.kind, root.channel,
  (SELECT least(coalesce(min(n.no), 0), 0) - 1 FROM message n WHERE n.refund_id = $3::uuid AND n.kind = root.kind),
  'queued', now(), root.id, $5 FROM root
WHERE (SELECT count(*) FROM message d WHERE d.resend_of = root.id AND d.created_at > now() - interval '1 day') < $6 RETURNING id`;
