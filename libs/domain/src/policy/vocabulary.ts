import type { PolicyFacts } from './policy';

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
  sums: { customer30d: 'int', sale: 'int', staffDay: 'int', merchantHour: 'int' },
  gateway: { methods: 'list<string>', daysSinceCapture: 'int' },
};

/** Names of lists, the only things that a condition may walk through: `skus`, `gateway.methods`. */
export const LIST_NAMES: readonly string[] = listsOf(VOCABULARY, '');

function listsOf(types: object, prefix: string): readonly string[] {
  return Object.entries(types).flatMap(([name, type]: [string, unknown]) =>
    typeof type === 'object' && type !== null
      ? listsOf(type, `${prefix}${name}.`)
      : type === 'list<string>'
        ? [`${prefix}${name}`]
        : [],
  );
}
