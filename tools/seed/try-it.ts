export const TRY_AMOUNT = 23_900;
export const TRY_CURRENCY = 'ILS';
const SALE_REF = 'try-it';
const DAY_MS = 86_400_000;

export type TryPayment = Readonly<{ gatewayRef: string; capturedAt: string }>;

const saleOf = ({ gatewayRef, capturedAt }: TryPayment) => {
  const daysBefore = (days: number): string => new Date(Date.parse(capturedAt) - days * DAY_MS).toISOString();
  return {
    currency: TRY_CURRENCY,
    placedAt: daysBefore(5),
    channel: 'online',
    hadConversation: false,
    jurisdiction: 'IL',
    timeZone: 'Asia/Jerusalem',
    customer: {
      ref: 'try-customer',
      name: 'נועה לוי',
      email: 'noa@example.com',
      phone: null,
      locale: 'he',
      protectedGroup: null,
    },
    lines: [
      {
        ref: 'l1',
        sku: 'LAMP-1',
        description: 'מנורת שולחן',
        category: 'home_garden',
        kind: 'goods',
        quantity: 2,
        total: 20_900,
        tax: 3188,
        shippedAt: null,
        deliveredAt: daysBefore(2),
      },
    ],
    shipping: { total: 3000, tax: 458 },
    payments: [{ ref: 'pay-1', gateway: 'stripe', gatewayRef, captured: TRY_AMOUNT, capturedAt: daysBefore(5) }],
    invoice: { number: 'TRY-1001', issuedAt: daysBefore(5) },
  };
};

const REQUEST = {
  saleRef: SALE_REF,
  reason: 'defective',
  lines: [{ ref: 'l1', quantity: 1 }],
  destination: 'original',
  returnMethod: 'none',
};

/** Three commands for a POSIX shell: tell of the sale, refund one lamp, read the refund. Pasting them again gives the same refund. */
export function tryItCommands(api: string, key: string, payment: TryPayment): readonly string[] {
  const call = (method: string, path: string, more: string): string =>
    `curl -sS -X ${method} '${api}${path}' -H 'Authorization: Bearer ${key}'${more}`;
  const body = (value: unknown): string => ` -H 'Content-Type: application/json' -d '${JSON.stringify(value)}'`;
  return [
    call('PUT', `/v1/sales/${SALE_REF}`, body(saleOf(payment))),
    call('POST', '/v1/refunds', ` -H 'Idempotency-Key: try-it-refund-00001'${body(REQUEST)}`),
    // Pasted as one block, the refund is read in the same second in which it was asked for.
    `sleep 2; ${call('GET', `/v1/refunds?saleRef=${SALE_REF}`, '')}`,
  ];
}
