import type { Money } from '@zikui/domain/shown';
import type { Proposal } from './proposals';

/** Fields that have a name in the texts (`field.*`). */
const KNOWN = new Set([
  ...['amount', 'moved', 'gatewayRefundId', 'gateway', 'hold', 'limit', 'currency', 'requestedBy', 'refundReason'],
  ...['action', 'dispute', 'funds', 'bankFile', 'settled', 'declined', 'statementRef', 'policyVersion', 'replaces'],
  ...['role', 'person', 'staff', 'apiKey', 'rotates'],
]);
/** In minor units of the `currency` beside them. */
const AMOUNTS: readonly string[] = ['amount', 'moved'];

export type Field = Readonly<{
  name: string;
  value: unknown;
  isKnown: boolean;
  /** What it comes to, where it is an amount. */ money: Money | null;
}>;

/** What a proposal would carry out, without what stands elsewhere: the transfer, and an act that its heading names. */
export function fieldsOf({ kind, payload }: Pick<Proposal, 'kind' | 'payload'>): readonly Field[] {
  const { currency } = payload as Readonly<Record<string, unknown>>;
  const moneyOf = (name: string, value: unknown): Money | null =>
    AMOUNTS.includes(name) && typeof value === 'number' && typeof currency === 'string'
      ? { amount: value, currency }
      : null;
  const isTold = (name: string, value: unknown): boolean =>
    name === 'transfer' || (name === 'action' && (kind === 'resolution' || value === kind));
  const fields = Object.entries(payload as Readonly<Record<string, unknown>>)
    .filter(([name, value]) => value !== null && !isTold(name, value))
    .map(([name, value]) => ({ name, value, isKnown: KNOWN.has(name), money: moneyOf(name, value) }));
  // An amount is shown with its currency.
  return fields.some(({ money }) => money) ? fields.filter(({ name }) => name !== 'currency') : fields;
}

export const isId = (text: string): boolean => /^[a-z]{2}_[0-9a-f]{32}$/.test(text);
