import { NOTICE_LIFE_MS, publicId, type EndpointNotice, type Locale } from '@zikui/domain';
import type { Database } from '../database/database';
import { EndpointSecrets } from './endpoint-secrets';

export type DueNotice = Readonly<{ endpointId: string; notice: EndpointNotice }>;
type Row = Readonly<{
  id: string;
  merchantId: string;
  contact: string;
  disabledAt: string;
  locale: Locale;
  mode: string;
  merchantName: string;
  url: string;
  description: string | null;
}>;

/** Mails about endpoints that answered 410. Each method is one transaction. */
export class EndpointNoticeStore {
  private readonly secrets: EndpointSecrets;

  constructor(
    private readonly database: Database,
    secrets: Readonly<{ masterKey: Buffer }>,
  ) {
    this.secrets = new EndpointSecrets(secrets);
  }

  /** Takes up to `limit` mails that are due. Each is offered again until it is `ended`, for a day; two relays never get the same one at once. */
  async due(limit: number): Promise<readonly DueNotice[]> {
    const rows = await this.database.write('dispatcher', (tx) => tx.query<Row>(DUE, [limit, NOTICE_LIFE_MS]));
    return rows.map(({ id, merchantId, contact, disabledAt, mode, locale, merchantName, url, description }) => ({
      endpointId: id,
      notice: {
        ...{ locale, merchantName, url, description, test: mode === 'test' },
        // One mail for each time that it was disabled.
        messageId: `${publicId('webhookEndpoint', id)}.${String(Date.parse(disabledAt))}@zikui`,
        to: this.secrets.openContact(contact, merchantId, id),
      },
    }));
  }

  /** It was sent, or never will be. Safe to repeat. */
  async ended(endpointId: string, sent: boolean): Promise<void> {
    await this.database.write('dispatcher', (tx) => tx.query(ENDED, [endpointId, sent]));
  }
}

/** After half a minute, then each time twice as long, to half an hour. */
const NEXT = `now() + make_interval(secs => 30 * power(2, least(w.notice_tries, 6)))`;

const DUE = `
UPDATE webhook_endpoint w SET notice_tries = notice_tries + 1,
  notice_due_at = CASE WHEN w.disabled_at > now() - $2 * interval '1 millisecond' THEN ${NEXT} END
FROM merchant m
WHERE m.id = w.merchant_id AND w.id IN (
  SELECT id FROM webhook_endpoint WHERE notice_due_at <= now() AND contact IS NOT NULL ORDER BY notice_due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
RETURNING w.id, w.merchant_id AS "merchantId", w.contact, w.disabled_at AS "disabledAt", m.locale, m.mode, m.name AS "merchantName", w.url, w.description`;

const ENDED = `
UPDATE webhook_endpoint SET notice_due_at = NULL, noticed_at = CASE WHEN $2::boolean THEN now() ELSE noticed_at END
WHERE id = $1 AND notice_due_at IS NOT NULL`;
