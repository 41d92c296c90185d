import {
  money,
  publicId,
  refuseProposalDecision,
  rolesOf,
  type Money,
  type Principal,
  type RefundStatus,
} from '@zikui/domain';
import { ApprovalInboxStore, type InboxItem } from '../approval/approval-inbox.store';
import type { Database } from '../database/database';
import { instantText } from '../database/instant-text';
import { ProposalStore } from '../proposal/proposal.store';
import type { FoundProposal } from '../proposal/proposal.types';
import { COUNT_STUCK, LAST_VISIT, NEWLY_FAILED, NEWS_OF_WATCHED } from './home.sql';

/** A number that is counted up to a bound; `more` when there may be others. */
export type Counted = Readonly<{ count: number; more: boolean }>;
export type FailedRefund = Readonly<{ refundId: string; saleRef: string; payout: Money; at: string }>;
export type WatchedRefund = FailedRefund & Readonly<{ status: RefundStatus }>;
/** What waits for one person. */
export type HomeView = Readonly<{
  approvals: Counted & Readonly<{ /** Of these, due before the day of the merchant ends. */ dueToday: number }>;
  /** Acts that somebody else proposed, and he may confirm. */ proposals: Counted;
  /** Refunds whose money may or may not have moved. */ unknown: Counted;
  /** Refunds that a person has to see to: all, and those that were handed to him. */
  reviews: Counted & Readonly<{ mine: number }>;
  /** Refunds that he follows and that changed since then, the newest change first. */
  watched: readonly WatchedRefund[];
  /** Refunds that ended unpaid since he was here last. */
  failed: Readonly<{ since: string; items: readonly FailedRefund[]; more: boolean }>;
}>;

/** More of anything is shown as "more". */
const MOST_COUNTED = 200;
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

  /** As of now; `sessionId` is the visit that asks. */
  async find(principal: Principal, sessionId: string): Promise<HomeView> {
    const { merchantId, keyId, owner } = principal;
    const [inbox, open, seen] = await Promise.all([
      this.inbox.list(principal, { limit: MOST_COUNTED }),
      this.proposals.list(merchantId, { status: 'open', limit: MOST_COUNTED }),
      this.database.read(principal, async (tx) => {
        const [[stuck], [visit], failed, watched] = await Promise.all([
          tx.query<Stuck>(COUNT_STUCK, [merchantId, owner, MOST_COUNTED + 1]),
          tx.query<{ since: string; dayEndsAt: string }>(LAST_VISIT, [merchantId, keyId, sessionId]),
          tx.query<Failed>(NEWLY_FAILED, [merchantId, keyId, sessionId, MOST_FAILED + 1]),
          tx.query<Failed & Pick<WatchedRefund, 'status'>>(NEWS_OF_WATCHED, [
            merchantId,
            keyId,
            sessionId,
            MOST_FAILED,
          ]),
        ]);
        return { stuck, visit, failed, watched };
      }),
    ]);
    const { stuck = { unknown: 0, reviews: 0, mine: 0 }, visit, failed, watched } = seen;
    const mayConfirm = open.items.filter((proposal) => isHis(proposal, principal));
    return {
      approvals: {
        ...{ count: inbox.items.length, more: inbox.next !== null },
        dueToday: inbox.items.filter(dueBefore(visit?.dayEndsAt)).length,
      },
      proposals: { count: mayConfirm.length, more: open.next !== null },
      unknown: bounded(stuck.unknown),
      reviews: { ...bounded(stuck.reviews), mine: stuck.mine },
      watched: watched.map((row) => ({ ...failedView(row), status: row.status })),
      failed: {
        since: instantText(visit?.since ?? new Date().toISOString()),
        items: failed.slice(0, MOST_FAILED).map(failedView),
        more: failed.length > MOST_FAILED,
      },
    };
  }
}

const bounded = (count: number): Counted => ({
  count: Math.min(count, MOST_COUNTED),
  more: count > MOST_COUNTED,
});
const dueBefore =
  (end: string | undefined) =>
  ({ dueAt }: InboxItem): boolean =>
    dueAt !== null && end !== undefined && Date.parse(dueAt) < Date.parse(end);
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
