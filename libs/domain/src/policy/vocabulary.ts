import { isCurrency } from '../money/currency';
import { DESTINATIONS, NEW_DESTINATIONS, REASONS } from '../quote/quote';
import { CHANNELS, LINE_KINDS, PROTECTED_GROUPS } from '../sale/sale';
import type { PolicyFacts, RefundCounts } from './policy';

/** The CEL type of every fact that rules may ask about. */
type FactTypes<Facts> = {
  readonly [Name in keyof Facts]: Facts[Name] extends number
    ? 'int'
    : Facts[Name] extends boolean
      ? 'bool'
      : Facts[Name] extends string
        ? 'string'
        : Facts[Name] extends readonly string[]
          ? 'list<string>'
          : FactTypes<Facts[Name]>;
};

const REFUND_COUNTS = {
  count30d: 'int',
  count90d: 'int',
  count365d: 'int',
  sum30d: 'int',
  sum90d: 'int',
  sum365d: 'int',
} as const satisfies FactTypes<RefundCounts>;

/** Every name that a condition may use, with its type. A fact without an entry here does not compile. */
export const VOCABULARY: FactTypes<PolicyFacts> = {
  payout: 'int',
  goodsGross: 'int',
  shippingGross: 'int',
  goodwill: 'int',
  saleTotal: 'int',
  currency: 'string',
  reason: 'string',
  channel: 'string',
  jurisdiction: 'string',
  destination: 'string',
  requester: 'string',
  lineKinds: 'list<string>',
  categories: 'list<string>',
  skus: 'list<string>',
  daysSinceDelivery: 'int',
  daysSincePlaced: 'int',
  daysToPayBy: 'int',
  statutory: 'bool',
  hasOpenDispute: 'bool',
  firstOrder: 'bool',
  customer: {
    refundCount90d: 'int',
    refundSum365d: 'int',
    orderCount365d: 'int',
    protectedGroup: 'string',
    blocked: 'bool',
  },
  customerRefunds: REFUND_COUNTS,
  staffRefunds: REFUND_COUNTS,
  sums: { customer30d: 'int', sale: 'int', staffDay: 'int', merchantHour: 'int' },
  gateway: { methods: 'list<string>', daysSinceCapture: 'int' },
};

/** What a text fact, or an entry of a list of texts, can be. */
export type KnownTexts = Readonly<{ known: readonly string[]; fits(text: string): boolean }>;
const oneOf = (known: readonly string[]): KnownTexts => ({ known, fits: (text) => known.includes(text) });

/** Facts that are one of a few words: a condition that compares one with any other word can never be right. */
export const KNOWN_TEXTS: Readonly<Record<string, KnownTexts>> = {
  reason: oneOf(REASONS),
  channel: oneOf(CHANNELS),
  // Where money goes instead, once it cannot go where it was asked to, is asked of the ladder too.
  destination: oneOf([...new Set([...DESTINATIONS, ...NEW_DESTINATIONS])]),
  requester: oneOf(['customer', 'staff', 'merchant'] satisfies readonly PolicyFacts['requester'][]),
  lineKinds: oneOf(LINE_KINDS),
  'customer.protectedGroup': oneOf(['', ...PROTECTED_GROUPS]),
  jurisdiction: { known: ['IL', 'other', 'EU-DE', 'EU-FR'], fits: (text) => /^(?:IL|other|EU-[A-Z]{2})$/.test(text) },
  currency: { known: ['ILS', 'USD', 'EUR', 'GBP'], fits: isCurrency },
};

/** The type of every fact by its whole name: `payout`, `customer.blocked`. */
export const FACT_TYPES: ReadonlyMap<string, string> = new Map(leavesOf(VOCABULARY, ''));
export const FACT_NAMES: readonly string[] = [...FACT_TYPES.keys()];
/** Names of lists, the only things that a condition may walk through: `skus`, `gateway.methods`. */
export const LIST_NAMES: readonly string[] = FACT_NAMES.filter((name) => FACT_TYPES.get(name) === 'list<string>');

function leavesOf(types: object, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(types).flatMap(([name, type]: [string, unknown]) =>
    typeof type === 'object' && type !== null
      ? leavesOf(type, `${prefix}${name}.`)
      : [[`${prefix}${name}`, String(type)] as const],
  );
}
