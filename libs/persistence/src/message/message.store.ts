import { RefundError, timelineDepth, type MessageToSend } from '@zikui/domain';
import { SecretBox } from '../access/secret-box';
import type { Database } from '../database/database';
import { PortalTokens } from '../portal/portal-tokens';
import { CustomerVault } from '../sale/customer-vault';
import { messageContent } from './message-content';
import { messageFacts, type MessageFacts } from './message-facts';
import { isOvertaken } from './overtaken';
import { wordsToKeep } from './told-words';

/** What already became of a message. `suppressed`: there is no address, or a newer state made it untrue. */
export type EndedMessage = Readonly<{ kind: 'sent' | 'suppressed' | 'failed' }>;

/** Messages to customers: rows are queued by the transition that causes them, texts are made when they are sent, and kept then. */
export class MessageStore {
  private readonly vault: CustomerVault;
  private readonly tokens: PortalTokens;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
    /** Where customers reach their page; without it messages carry no link. */ private readonly publicUrl:
      string | null = null,
  ) {
    this.vault = new CustomerVault(new SecretBox(secrets.masterKey));
    this.tokens = new PortalTokens(secrets.masterKey);
  }

  /** Everything the message says, from the rows as they are now; or what already became of it. A message that must not be sent any more is recorded as `suppressed`. Throws `not_found`. */
  async toSend(merchantId: string, messageId: string): Promise<MessageToSend | EndedMessage> {
    const facts = await this.database.read({ merchantId }, (tx) => messageFacts(tx, messageId));
    if (!facts) throw new RefundError('not_found');
    const ended = ENDED[facts.status];
    if (ended) return { kind: ended };

    const { dataKey, personal, customerId } = facts;
    const contact = this.vault.openContact({ dataKey, personal }, { merchantId, customerId });
    if (dataKey === null || !contact?.email || isOvertaken(facts)) {
      await this.suppress(merchantId, messageId);
      return { kind: 'suppressed' };
    }
    const to = { name: contact.name, address: contact.email };
    const place = { merchantId, customerId, messageId };
    return {
      content: messageContent(facts, to, this.portalUrl(merchantId, messageId)),
      seal: (words) => this.vault.sealMessage({ to: to.address, words: wordsToKeep(words) }, dataKey, place),
    };
  }

  /** The mail server took it; what `seal` made of its words is kept with it. Safe to repeat: the first words stay. */
  async sent(merchantId: string, messageId: string, sealed: string): Promise<void> {
    await this.end(merchantId, SENT, [messageId, timelineDepth('message_sent'), sealed]);
  }

  /** Nobody will try again. `why` is a short code, never a server's text. */
  async failed(merchantId: string, messageId: string, why: string): Promise<void> {
    await this.end(merchantId, FAILED, [messageId, timelineDepth('message_failed'), why]);
  }

  /** Made for this sending, and kept nowhere. */
  private portalUrl(merchantId: string, messageId: string): string | null {
    if (this.publicUrl === null) return null;
    return `${this.publicUrl}/portal/r/${this.tokens.make('link', { merchantId, messageId })}`;
  }

  private async suppress(merchantId: string, messageId: string): Promise<void> {
    await this.end(merchantId, SUPPRESSED, [messageId]);
  }

  private async end(merchantId: string, sql: string, params: readonly string[]): Promise<void> {
    await this.database.write({ merchantId }, (tx) => tx.last(sql, params));
  }
}

const ENDED: Readonly<Record<MessageFacts['status'], EndedMessage['kind'] | null>> = {
  queued: null,
  sending: null,
  sent: 'sent',
  delivered: 'sent',
  bounced: 'failed',
  failed: 'failed',
  suppressed: 'suppressed',
};

const SUPPRESSED = `UPDATE message SET status = 'suppressed' WHERE id = $1 AND status = 'queued'`;

// A message goes from queued to sent in one commit: a state in between would cost one more and tell nothing that the
// process's own history does not.
const SENT = `
WITH sent AS (
  UPDATE message SET status = 'sent', sent_at = now(), sealed = $3 WHERE id = $1 AND status IN ('queued', 'failed') RETURNING merchant_id, refund_id, kind
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, refund_id, 'message_sent', $2, 'system', jsonb_build_object('message', kind) FROM sent`;

const FAILED = `
WITH failed AS (
  UPDATE message SET status = 'failed', failure = $3::text WHERE id = $1 AND status = 'queued' RETURNING merchant_id, refund_id, kind
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data)
SELECT merchant_id, refund_id, 'message_failed', $2, 'system', jsonb_build_object('message', kind, 'why', $3::text) FROM failed`;
