/** Why a try was no delivery. `address_refused`: the host is, or resolves to, an address that nobody may be sent to. */
export const DELIVERY_FAILURES = [
  'status',
  'redirect',
  'timeout',
  'connection',
  'certificate',
  'address_refused',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** What came of one try. Any 2xx is a delivery; 410 says that the endpoint is no more and wants nothing. */
export type DeliveryResult =
  | Readonly<{ kind: 'delivered'; status: number }>
  | Readonly<{ kind: 'gone'; status: number }>
  | Readonly<{ kind: 'failed'; failure: DeliveryFailure; status: number | null }>;

/** Reads a status line. Redirects are not followed: where they lead was not checked. */
export function resultOfStatus(status: number): DeliveryResult {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  return { kind: 'failed', failure: status >= 300 && status < 400 ? 'redirect' : 'status', status };
}
