import {
  matchLedger,
  matchMissing,
  matchMovement,
  ReconciliationTotals,
  type Difference,
  type GatewayAccount,
  type GatewayMovement,
  type ListsMovements,
  type ReconciliationTotal,
} from '@zikui/domain';
import type { OwnerOfMovement, SentTransfer } from '@zikui/persistence';

export type BooksPorts = Readonly<{
  account: GatewayAccount;
  listing: ListsMovements;
  /** What a page of movements belongs to, in its order. */
  owners: (movements: readonly GatewayMovement[]) => Promise<readonly OwnerOfMovement[]>;
  /** Transfers that left within the time, page by page after an id. */
  sent: (after: string | null, limit: number) => Promise<readonly SentTransfer[]>;
  /** Whether the other book would show by now what was sent then: what it need not show yet is not missing. */
  shows: (sentAt: string | null) => boolean;
  /** Asked of a transfer that the list does not hold, before it is called missing. */
  isKnown: (ours: SentTransfer) => Promise<boolean>;
  /** Told each page of differences as they are found; a page may be empty, for whoever shows that work goes on. */
  found: (differences: readonly Difference[]) => Promise<void>;
}>;
export type BooksSpan = Readonly<{ fromMs: number; toMs: number }>;

const PAGE = 500;
/** Clocks differ, and a call may be repeated: a movement is looked for this long around the time. */
const MARGIN_MS = 3_600_000;
/** How many transfers are remembered as seen; beyond it the gateway is asked about each by itself. */
const MOST_SEEN = 100_000;
/** Pages of one list; beyond it the list is no list any more. */
const MOST_PAGES = 20_000;

/**
 * Compares three books over a span of time, each in pages: what the gateway lists, what our transfers say, and what the
 * ledger holds. A transfer that the list does not hold, although it would show it by now, is asked for before it is called
 * missing. Writes nothing; throws what the gateway throws, so that half a comparison is never taken for a whole one.
 */
export async function compareBooks(ports: BooksPorts, span: BooksSpan): Promise<readonly ReconciliationTotal[]> {
  const totals = new ReconciliationTotals();
  const seen = await compareTheirs(ports, span, totals);
  await compareOurs(ports, seen, totals);
  return totals.list;
}

/** Walks the gateway's list. Gives the transfers that it holds. */
async function compareTheirs(ports: BooksPorts, span: BooksSpan, totals: ReconciliationTotals): Promise<Set<string>> {
  const seen = new Set<string>();
  const { account, listing } = ports;
  const around = { fromMs: Math.max(0, span.fromMs - MARGIN_MS), toMs: span.toMs + MARGIN_MS };
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await listing.listMovements({ account, ...around, after });
    const owners = await ports.owners(items);
    const differences: (Difference | null)[] = [];
    for (const [place, theirs] of items.entries()) {
      const ours = owners[place] ?? null;
      if (ours === 'another_merchant') continue;
      if (ours !== null && seen.size < MOST_SEEN) seen.add(ours.transferId);
      if (!isWithin(theirs, span)) continue;
      const difference = matchMovement(theirs, ours);
      totals.addTheirs(theirs);
      differences.push(difference);
      // A second movement is no second transfer.
      if (ours === null || difference?.kind === 'second_movement') continue;
      totals.addOurs(ours);
      differences.push(matchLedger(ours));
    }
    await ports.found(differences.filter((one) => one !== null));
    if (next === null) return seen;
    after = next;
  }
  throw new Error('The gateway does not come to the end of its list');
}

/** Walks our own transfers, for those that the list does not hold. */
async function compareOurs(ports: BooksPorts, seen: ReadonlySet<string>, totals: ReconciliationTotals): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const page: readonly SentTransfer[] = await ports.sent(after, PAGE);
    const differences: (Difference | null)[] = [];
    for (const ours of page.filter(({ transferId }) => !seen.has(transferId))) {
      if (matchMissing(ours) !== null) {
        if (!ports.shows(ours.sentAt)) {
          differences.push(matchLedger(ours));
          continue;
        }
        // Made on another day than it was asked for: it is compared there.
        if (await ports.isKnown(ours)) continue;
        differences.push(matchMissing(ours));
      }
      totals.addOurs(ours);
      differences.push(matchLedger(ours));
    }
    await ports.found(differences.filter((one) => one !== null));
    after = page.at(-1)?.transferId ?? null;
    if (page.length < PAGE) return;
  }
}

const isWithin = ({ createdAt }: GatewayMovement, { fromMs, toMs }: BooksSpan): boolean => {
  const madeMs = Date.parse(createdAt);
  return madeMs >= fromMs && madeMs < toMs;
};
