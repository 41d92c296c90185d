import {
  mayConfirm,
  money,
  PROPOSAL_KINDS,
  publicId,
  refuseProposalDecision,
  rolesOf,
  rolesThatAllow,
  type Money,
  type Permission,
  type Principal,
  type RefundStatus,
} from '@zikui/domain';
import { ApprovalInboxStore } from '../approval/approval-inbox.store';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';
import type { Page } from '../database/page';
import { ProposalStore } from '../proposal/proposal.store';
import type { FoundProposal } from '../proposal/proposal.types';
import { COUNT_STUCK, LAST_VISIT, NEWLY_FAILED, NEWS_OF_WATCHED } from './home.sql';

/** A number that is counted up to a bound; `more` when there may be others. */
export type Counted = Readonly<{ count: number; more: boolean }>;
export type FailedRefund = Readonly<{ refundId: string; saleRef: string; payout: Money; at: string }>;
export type WatchedRefund = FailedRefund & Readonly<{ status: RefundStatus }>;
/** What waits for one person; null where no role of his opens it. */
export type HomeView = Readonly<{
  approvals:
    (Counted & Readonly<{ /** Of these, due before the day of the merchant ends. */ dueToday: number }>) | null;
  /** Acts that somebody else proposed, and he may confirm. */ proposals: Counted | null;
  /** Refunds whose money may or may not have moved. */ unknown: Counted | null;
  /** Refunds that a person has to see to: all, and those that were handed to him. */
  reviews: (Counted & Readonly<{ mine: number }>) | null;
  /** Refunds that he follows and that changed since then, the newest change first. */
  watched: readonly WatchedRefund[] | null;
  /** Refunds that ended unpaid since he was here last. */
  failed: Readonly<{ since: string; items: readonly FailedRefund[]; more: boolean }> | null;
}>;

/** More of anything is shown as "more". */
const MOST_COUNTED = 200;
/** So many pages are looked through for what is his: a shop may have thousands of steps that wait for others. */
const MOST_PAGES = 5;
const MOST_FAILED = 20;

type Stuck = Readonly<{ unknown: number; reviews: number; mine: number }>;
type Failed = Readonly<{ id: string; saleRef: string; payout: number; currency: string; at: string }>;

/** Counts for the first page of a person. */
export class HomeStore {
  private readonly inbox: ApprovalInboxStore;
  private readonly proposals: ProposalStore;

  constructor(private readonly database: Database) {
    this.inbox = new ApprovalInboxStore(database);
    this.proposals = new ProposalStore(database);
  }

  /**
   * As of now; `sessionId` is the visit that asks. Only what a role of this person opens is read at all. One after the
   * other: a page that reads side by side takes the connections of others.
   */
  async find(principal: Principal, sessionId: string): Promise<HomeView> {
    const visit: Visit = { principal, sessionId };
    const may = (permission: Permission): boolean => rolesThatAllow(principal, permission).length > 0;
    return {
      approvals: may('refund.decide') ? await this.approvals(principal) : null,
      proposals: may('proposal.decide') ? await this.confirmable(principal) : null,
      ...(may('review.read') ? await this.stuck(principal) : { unknown: null, reviews: null }),
      ...(may('refund.follow') ? await this.news(visit) : { watched: null, failed: null }),
    };
  }

  private async approvals(principal: Principal): Promise<HomeView['approvals']> {
    const found = await collect(
      (after) => this.inbox.list(principal, { limit: MOST_COUNTED, ...after }),
      () => true,
    );
    return { ...counted(found), dueToday: found.items.filter(({ dueToday }) => dueToday).length };
  }

  private async confirmable(principal: Principal): Promise<HomeView['proposals']> {
    const { merchantId } = principal;
    const kinds = PROPOSAL_KINDS.filter((kind) => rolesOf(principal).some((role) => mayConfirm(kind, role)));
    const filter = { status: 'open', kinds, limit: MOST_COUNTED } as const;
    return counted(
      await collect(
        (after) => this.proposals.list(merchantId, { ...filter, ...after }),
        (proposal) => isHis(proposal, principal),
      ),
    );
  }

  private async stuck(principal: Principal): Promise<Pick<HomeView, 'unknown' | 'reviews'>> {
    const { merchantId, owner } = principal;
    const [found = { unknown: 0, reviews: 0, mine: 0 }] = await this.database.read(principal, (tx) =>
      tx.query<Stuck>(COUNT_STUCK, [merchantId, owner, MOST_COUNTED + 1]),
    );
    return { unknown: bounded(found.unknown), reviews: { ...bounded(found.reviews), mine: found.mine } };
  }

  private async news({ principal, sessionId }: Visit): Promise<Pick<HomeView, 'watched' | 'failed'>> {
    const place = [principal.merchantId, principal.keyId, sessionId];
    const [[visit], failed, watched] = await this.database.read(principal, (tx) =>
      Promise.all([
        tx.query<{ since: string }>(LAST_VISIT, place),
        tx.query<Failed>(NEWLY_FAILED, [...place, MOST_FAILED + 1]),
        tx.query<Failed & Pick<WatchedRefund, 'status'>>(NEWS_OF_WATCHED, [...place, MOST_FAILED]),
      ]),
    );
    return {
      watched: watched.map((row) => ({ ...failedView(row), status: row.status })),
      failed: {
        since: instantText(visit?.since ?? new Date().toISOString()),
        items: failed.slice(0, MOST_FAILED).map(failedView),
        more: failed.length > MOST_FAILED,
      },
    };
  }
}

type Visit = Readonly<{ principal: Principal; sessionId: string }>;
type After = Readonly<{ after?: string }>;

/** What is his, from page after page, until there is enough to say "more". */
async function collect<Item>(
  read: (after: After) => Promise<Page<Item>>,
  isHis: (item: Item) => boolean,
): Promise<Page<Item>> {
  const items: Item[] = [];
  let next: string | null = null;
  for (let page = 0; page < MOST_PAGES && items.length < MOST_COUNTED; page += 1) {
    const found: Page<Item> = await read(next === null ? {} : { after: next });
    items.push(...found.items.filter(isHis));
    next = found.next;
    if (next === null) break;
  }
  return { items, next };
}

const counted = ({ items, next }: Page<unknown>): Counted => ({
  count: Math.min(items.length, MOST_COUNTED),
  more: next !== null || items.length > MOST_COUNTED,
});
const bounded = (count: number): Counted => ({
  count: Math.min(count, MOST_COUNTED),
  more: count > MOST_COUNTED,
});
/** He may confirm it in one of his roles, and did not propose it himself. */
const isHis = ({ facts }: FoundProposal, principal: Principal): boolean => {
  const ask = { outcome: 'confirm', payloadHash: facts.payloadHash } as const;
  return rolesOf(principal).some((role) => refuseProposalDecision(facts, { ...principal, role }, ask) === null);
};
const failedView = ({ id, saleRef, payout, currency, at }: Failed): FailedRefund => ({
  refundId: publicId('refund', id),
  saleRef,
  payout: money(payout, currency),
  at: instantText(at),
});
