import {
  isBalanced,
  moveTransfer,
  postingsForApproved,
  postingsForClosed,
  postingsForReversed,
  postingsForSettled,
  quoteRefund,
  takenBy,
  type NewsResult,
  type Posting,
  type Quote,
  type QuoteRequest,
  type QuoteSale,
  type TransferAnswer,
  type TransferNews,
} from '@zikui/domain';
import type { Attempt, Payment, Refund, Transfer } from './book-rows';
import type { Rules } from './rules';

/** `lastSentAtMs`: before this time. */
export type Claimed = Readonly<{ attempt: Attempt; repeated: boolean; lastSentAtMs: number }>;

const ILS = (amount: number) => ({ amount, currency: 'ILS' });

/** Our own books, as the stores keep them, with every decision taken by the rules of the domain. */
export class Books {
  readonly refunds: Refund[] = [];
  lastNote = 0;

  constructor(
    readonly sale: Omit<QuoteSale, 'payments'>,
    readonly payments: readonly Payment[],
    private readonly rules: Rules,
  ) {}

  get transfers(): readonly Transfer[] {
    return this.refunds.flatMap(({ transfers }) => transfers);
  }
  /** Refunds that take from the sale. */
  get active(): readonly Refund[] {
    return this.refunds.filter(
      ({ closed, transfers }) => closed !== 'failed' && transfers.some(({ status }) => status !== 'reversed'),
    );
  }

  /** Accepts a request, or gives the code with which it is refused. */
  accept(request: QuoteRequest): Refund | string {
    const result = quoteRefund(
      { ...this.sale, payments: this.payments },
      takenBy(this.active.map(({ quote }) => quote)),
      request,
      () => 0,
    );
    if (result.kind === 'refused') return result.code;
    const { quote } = result;
    const refund: Refund = {
      name: `refund ${this.refunds.length + 1}`,
      quote,
      transfers: [],
      status: 'processing',
      closed: null,
      wasReversed: false,
      postings: [],
      notes: [],
    };
    for (const { paymentRef, amount } of quote.transfers) {
      const payment = this.payments.find(({ ref }) => ref === paymentRef);
      if (!payment || !this.rules.mayHold(payment, amount)) return 'over_refund';
    }
    this.refunds.push(refund);
    refund.transfers = quote.transfers.map(({ paymentRef, amount }, index) => {
      const payment = this.payments.find(({ ref }) => ref === paymentRef) as Payment;
      payment.held += amount;
      const transfer: Transfer = {
        name: `${refund.name} transfer ${index + 1}`,
        refund,
        payment,
        amount,
        status: 'planned',
        reserved: amount,
        attempts: [],
        lastFinalNewsAtMs: null,
        alerts: [],
        postings: [],
      };
      this.prepare(transfer);
      return transfer;
    });
    refund.postings.push(postingsForApproved(this.payable(quote)));
    return refund;
  }

  /** The newest attempt is sent now; undefined when nothing is to be sent any more. */
  claim(transfer: Transfer, nowMs: number): Claimed | undefined {
    const attempt = transfer.attempts.at(-1);
    if (!attempt || !['prepared', 'sent', 'unknown'].includes(attempt.status)) return undefined;
    if (['released', 'settled', 'reversed'].includes(transfer.status)) return undefined;
    const repeated = attempt.status !== 'prepared';
    if (transfer.status !== 'sending') transfer.status = moveTransfer(transfer.status, 'sending');
    attempt.status = 'sent';
    attempt.sends += 1;
    attempt.sentAtMs ??= nowMs;
    const lastSentAtMs = attempt.lastSentAtMs ?? nowMs;
    attempt.lastSentAtMs = nowMs;
    return { attempt, repeated, lastSentAtMs };
  }

  answer(transfer: Transfer, answer: TransferAnswer): void {
    this.write(transfer, answer.attemptNo, this.rules.applyAnswer(transfer, answer));
  }

  news(transfer: Transfer, news: TransferNews): void {
    this.write(transfer, news.attemptNo, this.rules.applyNews(transfer, news));
  }

  /** The call surely never left. */
  notSent(transfer: Transfer, attempt: Attempt): void {
    if (attempt.status !== 'sent' || attempt !== transfer.attempts.at(-1)) return;
    if (attempt.sends > 1) {
      this.answer(transfer, { attemptNo: attempt.no, status: 'unknown', amount: null });
      return;
    }
    attempt.status = 'not_sent';
    transfer.status = moveTransfer(transfer.status, 'planned');
    this.prepare(transfer);
  }

  /** A person has it tried again after a sure refusal. */
  retry(transfer: Transfer): boolean {
    const { payment, amount, attempts } = transfer;
    if (transfer.status !== 'declined' || attempts.at(-1)?.status !== 'refused') return false;
    if (!this.rules.mayHold(payment, amount)) return false;
    payment.held += amount;
    transfer.reserved = amount;
    transfer.status = moveTransfer('declined', 'sending');
    this.prepare(transfer);
    transfer.status = 'declined';
    return true;
  }

  /** A person gives the refund up, while nothing moved or may have moved. */
  fail(refund: Refund): boolean {
    const live = refund.transfers.filter(({ status }) => status !== 'released');
    if (refund.closed || !live.every(({ status }) => this.rules.mayRelease(status))) return false;
    for (const transfer of live) {
      transfer.status =
        transfer.status === 'planned' || transfer.status === 'declined'
          ? moveTransfer(transfer.status, 'released')
          : 'released';
      for (const attempt of transfer.attempts) if (attempt.status === 'prepared') attempt.status = 'not_sent';
      this.release(transfer);
    }
    refund.postings.push(postingsForClosed(this.payable(refund.quote)));
    refund.closed = 'failed';
    refund.status = 'failed';
    return true;
  }

  newKey(transfer: Transfer): void {
    this.prepare(transfer);
  }

  private payable(quote: Quote) {
    const goods = [...quote.lines, quote.shipping].map(({ gross, tax }) => ({ gross, tax }));
    return { currency: 'ILS', goods, goodwill: quote.goodwill, fee: quote.fee, feeTax: 0 };
  }

  private prepare(transfer: Transfer): void {
    const no = transfer.attempts.length + 1;
    const name = `${transfer.name} attempt ${no}`;
    transfer.attempts.push({
      no,
      key: `key of ${name}`,
      reference: `reference of ${name}`,
      status: 'prepared',
      sends: 0,
      sentAtMs: null,
      lastSentAtMs: null,
    });
  }

  private write(transfer: Transfer, attemptNo: number, result: NewsResult): void {
    const before = transfer.status;
    transfer.attempts = transfer.attempts.map((attempt) => {
      if (attempt.no === attemptNo) return Object.assign(attempt, { status: result.attemptStatus });
      return attempt.no === result.withdrawAttemptNo ? Object.assign(attempt, { status: 'not_sent' }) : attempt;
    });
    transfer.status = result.transferStatus;
    transfer.lastFinalNewsAtMs = result.lastFinalNewsAtMs;
    if (result.alert) transfer.alerts.push(result.alert);
    const { effect } = result;
    if (effect === 'decline' || effect === 'reverse') this.release(transfer);
    if (effect === 'settle' && before === 'declined' && transfer.reserved === 0) this.retake(transfer);
    if (effect === 'settle' || effect === 'settle_and_reverse')
      transfer.postings.push(postingsForSettled(ILS(transfer.amount)));
    if (effect === 'reverse' || effect === 'settle_and_reverse') {
      transfer.postings.push(postingsForReversed(ILS(transfer.amount)));
      transfer.refund.wasReversed = true;
      this.release(transfer);
    }
    this.follow(transfer.refund);
  }

  /** The status that the transfers give; a completion takes its number in the same moment. */
  private follow(refund: Refund): void {
    if (refund.closed) return;
    refund.status = this.rules.statusOfMoney(refund.transfers, refund.quote.payout).status;
    if (refund.status !== 'completed') return;
    refund.closed = 'completed';
    const total = refund.transfers
      .filter(({ status }) => status === 'settled')
      .reduce((sum, { amount }) => sum + amount, 0);
    refund.notes.push({ number: (this.lastNote += 1), total });
  }

  private release(transfer: Transfer): void {
    transfer.payment.held -= transfer.reserved;
    transfer.reserved = 0;
  }

  private retake(transfer: Transfer): void {
    transfer.reserved = Math.max(0, Math.min(transfer.amount, transfer.payment.captured - transfer.payment.held));
    transfer.payment.held += transfer.reserved;
  }
}

export const balances = (groups: readonly (readonly Posting[])[]): boolean => groups.every(isBalanced);
