import {
  publicId,
  type DeliveryFailure,
  type DeliveryStatus,
  type DisabledReason,
  type EndpointStatus,
} from '@zikui/domain';

/** An endpoint as its merchant sees it; never with its secret. */
export type WebhookEndpointView = Readonly<{
  id: string;
  url: string;
  description: string | null;
  status: EndpointStatus;
  disabledReason: DisabledReason | null;
  disabledAt: string | null;
  /** Tries that failed since the last one that did not. */ failures: number;
  /** The person who answers for it, and for what could not be delivered. */ owner: string;
  /** Whether somebody is told by mail when it is gone; the address itself is not shown. */ hasContact: boolean;
  /** Until when the secret before also signs; null when one secret signs. */ previousSecretUntil: string | null;
  createdAt: string;
  updatedAt: string;
}>;

export type EndpointRow = WebhookEndpointView &
  Readonly<{
    merchantId: string;
    secret: string;
    bodyHash: string;
    rotationKey: string | null;
    rotationBodyHash: string | null;
    fresh: boolean;
  }>;

export const endpointView = (row: EndpointRow): WebhookEndpointView => ({
  id: publicId('webhookEndpoint', row.id),
  url: row.url,
  description: row.description,
  status: row.status,
  disabledReason: row.disabledReason,
  disabledAt: row.disabledAt,
  failures: row.failures,
  owner: row.owner,
  hasContact: row.hasContact,
  previousSecretUntil: row.previousSecretUntil,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** `fresh`: made, or given a new secret, within the last hour, so that a repeat of that call may still be shown the secret. */
export const SELECT_ENDPOINTS = `
SELECT w.id, w.merchant_id AS "merchantId", w.url, w.description, w.status, w.disabled_reason AS "disabledReason", w.disabled_at AS "disabledAt",
  w.failures, w.owner, w.contact IS NOT NULL AS "hasContact", CASE WHEN w.previous_until > now() THEN w.previous_until END AS "previousSecretUntil", w.created_at AS "createdAt",
  w.updated_at AS "updatedAt", w.secret, w.body_hash AS "bodyHash", w.rotation_key AS "rotationKey", w.rotation_body_hash AS "rotationBodyHash",
  coalesce(w.rotated_at, w.created_at) > now() - interval '1 hour' AS fresh
FROM webhook_endpoint w`;

/** One try of a delivery. */
export type DeliveryTry = Readonly<{
  at: string;
  /** What the endpoint answered, if it did. */ status: number | null;
  failure: DeliveryFailure | null;
  milliseconds: number;
}>;

/** One event on its way to one endpoint. */
export type WebhookDeliveryView = Readonly<{
  id: string;
  /** `webhook-id` of what is sent: the event's id, as in `GET /v1/events`. */ eventId: string;
  refundId: string;
  sequence: number;
  status: DeliveryStatus;
  tries: number;
  nextTryAt: string | null;
  /** Whoever has to look at it, once it was given up. */ owner: string | null;
  /** The last tries, oldest first. */ log: readonly DeliveryTry[];
  createdAt: string;
  endedAt: string | null;
}>;
