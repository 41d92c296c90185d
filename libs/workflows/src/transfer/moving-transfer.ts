import type { ProcessTransfer } from '@zikui/activities';
import type { TransferOutcome, TransferStatus } from '@zikui/domain';

/** Where news may still move a transfer from. The rows follow the whole event table; the process only follows the rows. */
const MOVES: Readonly<Record<TransferOutcome, { from: readonly TransferStatus[]; to: TransferStatus }>> = {
  settled: { from: ['planned', 'sending', 'pending', 'in_doubt', 'declined'], to: 'settled' },
  declined: { from: ['planned', 'sending', 'pending', 'in_doubt'], to: 'declined' },
  pending: { from: ['planned', 'sending', 'in_doubt'], to: 'pending' },
  unknown: { from: ['planned', 'sending', 'pending'], to: 'in_doubt' },
};
const DECIDED: readonly TransferStatus[] = ['settled', 'declined', 'reversed', 'released'];
/** Statuses that show in the refund's own status. The others (planned, sending, settled) stand behind `processing`. */
const SHOWS: readonly TransferStatus[] = ['pending', 'in_doubt', 'declined', 'reversed'];

/** What is told from outside; `recorded` = look at the rows. */
export type Heard = TransferOutcome | 'recorded';

/** One transfer as its process follows it: what it knows, and how much of that the refund's row shows. */
export class MovingTransfer {
  readonly id: string;
  readonly gateway: string;
  readonly label: string;
  readonly goesToGateway: boolean;
  readonly isStoreCredit: boolean;
  /** A bank pays it, when its file comes there. */ readonly isByHand: boolean;
  status: TransferStatus;
  /** When its outcome was first left open. */ openSinceMs: number | null = null;
  /** Somebody follows it to its end. */ isCarried = false;
  /** A person wants it sent again. */ sendAgain = false;
  /** A call is out. */ inFlight = false;
  /** Something holds it: nothing was sent, and it waits until it is woken. */ isHeld = false;
  /** A hold on it was lifted since it was tried last. */ isWoken = false;
  /** A call ended without an answer; the rows know whether anything was sent. */ unanswered = false;
  /** Waiting is over: only a person or late news can go on. */ overdue = false;
  /** How often news have moved it. */ news = 0;
  private shown: TransferStatus;
  private overdueShown = false;
  private heldShown = true;
  private heard = 0;
  private heardWritten = 0;
  private isDropped = false;

  constructor(row: ProcessTransfer, isShown = true) {
    this.id = row.id;
    this.gateway = row.gateway;
    this.label = `transfer ${row.no}, ${row.label}`;
    this.goesToGateway = row.destination === 'payment';
    this.isStoreCredit = row.destination === 'store_credit';
    this.isByHand = row.destination === 'manual';
    this.status = row.status;
    this.shown = isShown ? row.status : 'planned';
  }

  /** Takes a fact that is recorded already. News that come late or again change nothing. */
  take(told: TransferOutcome): void {
    const { from, to } = MOVES[told];
    if (!from.includes(this.status)) return;
    this.status = to;
    this.news += 1;
    this.overdue = false;
  }

  /** Takes news from outside. The row changed, whatever this process makes of it. */
  hear(told: Heard): void {
    this.heard += 1;
    if (told !== 'recorded') this.take(told);
  }

  /** A hold was lifted, perhaps while the call that it will stop is still out. Store credit makes no call: completing is tried again. */
  wake(): void {
    this.isWoken = true;
    this.isHeld = false;
    if (this.isStoreCredit) this.news += 1;
  }

  /** A call goes out. */
  leaves(): void {
    this.inFlight = true;
    this.sendAgain = false;
    this.isWoken = false;
    if (this.status === 'planned') this.status = 'sending';
  }

  /** The call is over. */
  returns(submitted: TransferOutcome | 'held' | 'no_answer' | 'not_possible'): void {
    this.inFlight = false;
    if (submitted === 'held') {
      this.waits();
      return;
    }
    this.isWoken = false;
    if (submitted !== 'no_answer' && submitted !== 'not_possible') {
      this.take(submitted);
      return;
    }
    this.unanswered = true;
    // A person has to remove the cause; the schedule goes on and notices when he has.
    this.overdue = submitted === 'not_possible';
  }

  /** Nothing was sent. What it waits for stands in the rows. */
  private waits(): void {
    if (this.status === 'sending') this.status = 'planned';
    this.isHeld = !this.isWoken;
    this.heldShown = false;
  }

  /** A person wants it sent again; waiting for it begins anew. */
  retry(): void {
    this.sendAgain = true;
    this.overdue = false;
    this.overdueShown = false;
    // A new attempt has its own schedule; the same one goes on with the time that it had.
    if (this.status === 'planned') this.openSinceMs = null;
  }

  /** The refund is over: nobody follows this transfer any more. */
  drop(): void {
    this.isDropped = true;
  }

  isDecided(): boolean {
    return this.isDropped || DECIDED.includes(this.status);
  }

  /** Whether its share of the refund has been paid, or is paid by the refund's completion itself. */
  get isPaid(): boolean {
    return !this.inFlight && (this.status === 'settled' || this.isStoreCredit);
  }

  get isReplaced(): boolean {
    return this.status === 'reversed' || this.status === 'released';
  }

  get isSent(): boolean {
    return this.inFlight || !['planned', 'released'].includes(this.status);
  }

  /** Something held it since the last write. */
  get isNewlyHeld(): boolean {
    return !this.heldShown;
  }

  /** Whether the refund's status may have to change because of this transfer. */
  get isUnwritten(): boolean {
    if (this.inFlight) return false; // Its answer comes soon, and tells more.
    if (this.heard !== this.heardWritten || this.unanswered || this.overdue !== this.overdueShown) return true;
    if (this.isNewlyHeld) return true;
    return showing(this.status) !== showing(this.shown);
  }

  /** Remembers what is known before a write begins; the result takes what the write found, unless news came meanwhile. */
  beforeWrite(): (row: ProcessTransfer | undefined, isShown: boolean) => void {
    const { news, overdue, unanswered, heard } = this;
    return (row, isShown) => {
      this.overdueShown = overdue;
      this.heardWritten = heard;
      this.heldShown = true;
      if (unanswered) this.unanswered = false;
      this.shown = isShown ? (row?.status ?? this.status) : 'planned';
      if (row !== undefined && this.news === news && !this.inFlight) this.status = row.status;
    };
  }
}

const showing = (status: TransferStatus): TransferStatus | null => (SHOWS.includes(status) ? status : null);
