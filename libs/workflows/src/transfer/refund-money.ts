import type { ProcessTransfer } from '@zikui/activities';
import { MovingTransfer, type Heard } from './moving-transfer';

/** Whether a row went on and its refund's row does not show it. */
type Went = (row: ProcessTransfer) => boolean;
export const NONE_WENT: Went = () => false;

/** All transfers of a refund together. */
export class RefundMoney {
  transfers: readonly MovingTransfer[] = [];
  private readonly early: Readonly<{ transferId: string; told: Heard }>[] = [];
  private paidAt = -1;

  /** Begins to follow the recorded transfers. News that came before are taken up now. What `went on` is news, too. */
  follow(rows: readonly ProcessTransfer[], went: Went = NONE_WENT): void {
    this.transfers = rows.map((row) => new MovingTransfer(row, !went(row)));
    for (const { transferId, told } of this.early.splice(0)) this.hear(transferId, told);
  }

  /** Takes a recorded fact about one transfer. */
  hear(transferId: string, told: Heard): void {
    if (this.transfers.length === 0) this.early.push({ transferId, told });
    this.transfers.find(({ id }) => id === transferId)?.hear(told);
  }

  /** Something that held a transfer was lifted. */
  wake(transferId: string): void {
    this.find(transferId)?.wake();
  }

  find(transferId: string | null): MovingTransfer | undefined {
    return this.transfers.find(({ id }) => id === transferId);
  }

  /** Whether money may have begun to move. */
  get isSent(): boolean {
    return this.transfers.some((transfer) => transfer.isSent);
  }

  /** Whether all of it is where it belongs, so that the refund may be completed. True once for each state of the news. */
  get isPaid(): boolean {
    const live = this.transfers.filter((transfer) => !transfer.isReplaced);
    return live.length > 0 && live.every((transfer) => transfer.isPaid) && this.paidAt !== this.newsCount;
  }

  /** Whether a part of it becomes store credit. */
  get hasStoreCredit(): boolean {
    return this.transfers.some((transfer) => transfer.isStoreCredit && !transfer.isReplaced);
  }

  /** Remembers that completing was tried: without news it is not tried again. */
  paid(): void {
    this.paidAt = this.newsCount;
  }

  get hasUnwrittenNews(): boolean {
    return this.transfers.some((transfer) => transfer.isUnwritten);
  }

  /** To be called before a write; the result takes what the write found. */
  beforeWrite(): (rows: readonly ProcessTransfer[], went: Went) => void {
    const taking = this.transfers.map((transfer) => ({ id: transfer.id, take: transfer.beforeWrite() }));
    return (rows, went) => {
      for (const { id, take } of taking) {
        const row = rows.find((one) => one.id === id);
        take(row, row === undefined || !went(row));
      }
      // The rest of a transfer of which less moved, or what goes elsewhere in place of another one.
      const added = rows.filter((row) => this.transfers.every(({ id }) => id !== row.id));
      if (added.length === 0) return;
      this.transfers = [...this.transfers, ...added.map((row) => new MovingTransfer(row, !went(row)))];
      // What completing found before says nothing of them.
      this.paidAt = -1;
    };
  }

  /** The refund is over: nobody follows its transfers any more. */
  drop(): void {
    for (const transfer of this.transfers) transfer.drop();
  }

  private get newsCount(): number {
    return this.transfers.reduce((count, { news }) => count + news, 0);
  }
}
