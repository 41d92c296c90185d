import type { ReportFormatName } from '../reconciliation/report-format-name';
import type { CurrencyRule } from './wire-amount';

/** How a payment that is charged over several months is given back. */
export type InstalmentRefund = 'cancel_plan' | 'credit_lump_sum' | 'credit_in_instalments';

/** Whether a gateway can be asked for a refund, and what it proves when it finds none. */
export type GatewayLookUp =
  | Readonly<{
      /** What a refund is found by. */ by: 'key' | 'reference';
      /** True when it shows every refund there is, so that finding nothing is proof. */ isComplete: boolean;
      /** A refund shows at the latest this long after it was sent. */ visibleWithinMs: number;
    }>
  | Readonly<{
      /** It cannot be asked: only its announcements, or a repeat under the same key, tell more. */ by: 'none';
    }>;

/** How a comparison learns what a gateway did, and how long after it was sent a refund may still be missing there. */
export type GatewayBooks = Readonly<{
  /** `list`: it lists its refunds. `report`: it lists none, so that what it announced and the reports of its settlements are compared. */
  by: 'list' | 'report';
  /** In which form its own settlement reports are imported; `standard` for one that a small program makes. */ reports: ReportFormatName;
  visibleWithinMs: number;
}>;

/**
 * What one gateway can do. The plan of a refund, the API's refusals, the repeats and the limits of waiting follow it;
 * nothing else asks for a gateway by name.
 */
export type GatewayCapabilities = Readonly<{
  /** True when a part of a payment can be given back, more than once. */ partialRefunds: boolean;
  /** True when it cancels by itself what was not captured yet, and then takes back the whole payment only. */
  voidsUncaptured: boolean;
  /** How long it keeps an idempotency key: until then a repeat under it moves the money once. 0 = it keeps none. */
  keyLifetimeMs: number;
  /** Null when a payment in instalments cannot be given back here. */ instalments: InstalmentRefund | null;
  /** True when it tells by itself that settled money came back. */ announcesReversals: boolean;
  /** A payment captured longer ago than this many days is refused; null = no limit of its own. */
  refundWindowDays: number | null;
  /** Currencies by ISO 4217 code; one that is missing is refused. */ currencies: ReadonlyMap<string, CurrencyRule>;
  lookUp: GatewayLookUp;
  books: GatewayBooks;
  /** How long a refund may stay pending before a person looks; null = the limit of the house. */
  pendingLimitMs: number | null;
}>;
