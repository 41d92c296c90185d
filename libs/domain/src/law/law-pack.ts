import type { Sentence } from '../policy/policy';
import type { Reason } from '../quote/quote';
import type { Channel, LineKind, ProtectedGroup } from '../sale/sale';

/** What one line of a sale must say for the law to be read (the shape of `test/vectors/deadlines.json`). */
export type LawFacts = Readonly<{
  /** `IL`, `EU-xx` or `other`. */ jurisdiction: string;
  /** The consumer's zone: every instant becomes a local date there. */ timeZone: string;
  currency: string;
  channel: Channel;
  kind: LineKind;
  category: string | null;
  hadConversation: boolean;
  protectedGroup: ProtectedGroup | null;
  placedAt: string;
  /** Delivery of the last goods line of the sale; null while any is missing. */ deliveredAt: string | null;
  /** When the details document or the withdrawal notice came; null = never. */ disclosedAt: string | null;
  serviceAt: string | null;
  /** Paid for one unit, rounded up. */ price: number;
  reason: Reason;
  noticeAt: string;
  /** Gross of the cancellation that is asked for, gross cancelled and fees kept before: the fee cap counts per sale. */
  cancelledNow: number;
  cancelledBefore: number;
  feesBefore: number;
  proofOfSendingAt: string | null;
  receivedBackAt: string | null;
  /** The merchant fetches the goods or wants none back, so that money has nothing to wait for. */
  merchantCollects: boolean;
}>;

/** What the law says of one line. Dates are local, `cancelEndsAt` is the first instant after the last day, in UTC. */
export type LawOutcome = Readonly<{
  right: 'none' | 'open' | 'until';
  cancelBy: string | null;
  cancelEndsAt: string | null;
  inTime: boolean;
  /** Null unless the right is used in time or the reason waives it; in the EU also while money may wait for the goods. */
  payBy: string | null;
  /** The most that may be kept, in minor units; null = the law sets none. */ feeCap: number | null;
}>;

/** A window during which a purchase may be cancelled: what starts it, and how long it runs. */
export type LawWindow = Readonly<{ from: 'sale' | 'delivery'; length: Length }>;
export type Length = Readonly<{ days: number } | { months: number } | { countedDays: number }>;

/** How surely a rule was read: P on an official page, S on a secondary page, U not verified. */
export const LAW_CONFIDENCES = ['P', 'S', 'U'] as const;
/** A statement of law, where it was read, and how surely. */
export type LawSource = Readonly<{
  rule: string;
  confidence: (typeof LAW_CONFIDENCES)[number];
  source: string;
  /** Date of the cited text, ISO 8601, as exact as it is known: `2011-10-25`, `1981`. */ dated: string;
  /** Where the text can be read; null where only its name is known. */ url: string | null;
}>;

/** The rules of one jurisdiction as data. They can only favour the consumer, so they hold before a merchant has confirmed them (docs/adr/0016). */
export type LawPack = Readonly<{
  /** Recorded with every refund; a pack that changes gets a new one. */ version: string;
  /** Where it holds, for people to read. */ name: Sentence;
  /** When this version was written down, ISO 8601. */ issuedOn: string;
  window: Length;
  /** A longer window for protected groups after a conversation. */ protectedWindow: Length | null;
  /** Never or late informed: added to the window's end. Null = the window has not begun before the information came. */
  uninformed: Length | null;
  /** Purchases in a shop; null = the law gives no right. */
  store: Readonly<{ currency: string; priceAbove: number; windows: readonly StoreWindow[] }> | null;
  noRightKinds: readonly LineKind[];
  noRightCategories: readonly string[];
  /** Days without rest that must lie between a cancellation and the service. */
  beforeService: Readonly<{ countedDays: number; byCategory: Readonly<Partial<Record<string, number>>> }> | null;
  /** Channels that count as a conversation. */ conversationChannels: readonly Channel[];
  waiverReasons: readonly Reason[];
  fee: Readonly<{ bps: number; max: number; currency: string; freeChannels: readonly Channel[] }> | null;
  payWithin: Length;
  storePayWithin: Length;
  /** Money may wait until the goods were sent or came back. */ payWaitsForGoods: boolean;
  /** Least validity of store credit. */ creditMonths: number;
  sources: readonly LawSource[];
}>;
type StoreWindow = Readonly<{ categories: readonly string[]; window: LawWindow }>;
