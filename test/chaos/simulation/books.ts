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
import type { Attempt, External, Payment, Refund, Transfer } from './book-rows';
import type { Rules } from './rules';

/** `lastSentAtMs`: before this time. */
export type Claimed = Readonly<{ attempt: Attempt; repeated: boolean; lastSentAtMs: number }>;

const ILS = (amount: number) => ({ amount, currency: 'ILS' });

/** Our own books, as the stores keep them, with every decision taken by the rules of the domain. */
export class Books {
  readonly refunds: Refund[] = [];
  /** Refunds that were made past this house, by the gateway's id. */ readonly externals = new Map<string, External>();
  lastNote = 0;
  lastCounterNote = 0;

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
      ({ closed, transfers }) =>
        closed !== 'failed' && transfers.some(({ status }) => status !== 'reversed' && status !== 'released'),
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
      counterNotes: [],
    };
    for (const { paymentRef, amount } of quote.transfers) {
      const payment = this.payments.find(({ ref }) => ref === paymentRef);
      if (!payment || !this.rules.mayHold(payment, amount)) return 'over_refund';
    }
    this.refunds.push(refund);
    refund.transfers = quote.transfers.map(({ paymentRef, amount }, index) => {
      const payment = this.payments.find(({ ref }) => ref === paymentRef) as Payment;
      return this.plan(refund, { payment, amount, no: index + 1, replaces: null });
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
    const external = transfer.attempts.find(({ no }) => no === news.attemptNo)?.external;
    // A movement that was recorded as a refund of its own answers for itself.
    if (external) this.outsideNews(external, news.status);
    else this.write(transfer, news.attemptNo, this.rules.applyNews(transfer, news));
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

  /** A person has what came back paid anew, by a transfer in the place of the old one. */
  payAnew(reversed: Transfer): boolean {
    const { refund, payment, amount, status } = reversed;
    const live = refund.transfers.filter((one) => one.status !== 'reversed' && one.status !== 'released');
    const isReplaced = refund.transfers.some((one) => one.replaces === reversed && one.status !== 'released');
    if (status !== 'reversed' || isReplaced || refund.closed || refund.status !== 'needs_review') return false;
    if (live.reduce((sum, one) => sum + one.amount, amount) > refund.quote.payout) return false;
    if (!this.active.includes(refund) && !this.rules.mayTakeAgain(this.sale, this.takenBeside(refund), refund.quote))
      return false;
    if (!this.rules.mayHold(payment, amount)) return false;
    const no = refund.transfers.length + 1;
    refund.transfers = [...refund.transfers, this.plan(refund, { payment, amount, no, replaces: reversed })];
    this.follow(refund);
    return true;
  }

  /** A movement that belongs to nothing here, once nobody of ours can be behind it. True when it is recorded now. */
  importOutside(id: string, paymentRef: string, amount: number): boolean {
    const payment = this.payments.find(({ ref }) => ref === paymentRef);
    const onItsWay = this.transfers.some(
      (one) =>
        one.payment === payment && one.amount === amount && ['sending', 'pending', 'in_doubt'].includes(one.status),
    );
    if (!payment || onItsWay || this.externals.has(id)) return false;
    this.externals.set(id, this.outside(payment, amount));
    return true;
  }

  /** A person gives the refund up, while nothing moved or may have moved. */
  fail(refund: Refund): boolean {
    const live = refund.transfers.filter(({ status }) => status !== 'released' && status !== 'reversed');
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

  private takenBeside(refund: Refund) {
    return takenBy(this.active.filter((one) => one !== refund).map(({ quote }) => quote));
  }

  /** A transfer that holds its amount, with its first attempt. */
  private plan(
    refund: Refund,
    { payment, amount, no, replaces }: Pick<Transfer, 'payment' | 'amount' | 'replaces'> & Readonly<{ no: number }>,
  ): Transfer {
    payment.held += amount;
    const transfer: Transfer = {
      name: `${refund.name} transfer ${no}`,
      ...{ refund, payment, amount, replaces },
      status: 'planned',
      reserved: amount,
      attempts: [],
      lastFinalNewsAtMs: null,
      alerts: [],
      postings: [],
    };
    this.prepare(transfer);
    return transfer;
  }

  /** Takes what still fits; the rest stands in an alert. */
  private outside(payment: Payment, amount: number): External {
    const reserved = Math.max(0, Math.min(amount, payment.captured - payment.held));
    payment.held += reserved;
    return { payment, amount, reserved, isReversed: false };
  }

  private outsideNews(external: External, status: TransferNews['status']): void {
    if (status !== 'declined' || external.isReversed) return;
    external.isReversed = true;
    external.payment.held -= external.reserved;
    external.reserved = 0;
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
    if (effect === 'external_refund') {
      const attempt = transfer.attempts.find(({ no }) => no === attemptNo);
      if (attempt) attempt.external = this.outside(transfer.payment, transfer.amount);
    }
    const { refund } = transfer;
    if (refund.closed === 'completed' && (effect === 'reverse' || effect === 'settle_and_reverse')) {
      refund.closed = this.rules.repairs ? null : 'completed';
    }
    this.follow(refund);
  }

  /** The status that the transfers give; a completion takes its number in the same moment. */
  private follow(refund: Refund): void {
    if (refund.closed) return;
    refund.status = this.rules.statusOfMoney(refund.transfers, refund.quote.payout).status;
    const noted = refund.notes.flatMap(({ over }) => over);
    const countered = refund.counterNotes.flatMap(({ over }) => over);
    for (const transfer of noted.filter((one) => one.status === 'reversed' && !countered.includes(one))) {
      refund.counterNotes.push({ number: (this.lastCounterNote += 1), total: transfer.amount, over: [transfer] });
    }
    if (refund.status !== 'completed') return;
    refund.closed = 'completed';
    const over = refund.transfers.filter((one) => one.status === 'settled' && !noted.includes(one));
    const total = over.reduce((sum, { amount }) => sum + amount, 0);
    refund.notes.push({ number: (this.lastNote += 1), total, over });
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
