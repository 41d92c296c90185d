import { LOOK_UPS_MS } from '@zikui/domain';
import { Books, type Claimed } from './books';
import type { Attempt, Payment, Transfer } from './book-rows';
import { Chance } from './chance';
import { Disputes } from './disputes';
import { brokenInQuiet } from './invariants';
import { ModelGateway, type Announced, type GatewayFault, type Seen } from './model-gateway';
import type { Rules } from './rules';
import type { Sometimes } from './sometimes';
import { ABILITIES, anyRequest, FAULTS, HOUR, PAYMENTS, SALE } from './storm-world';

type InFlight = Readonly<{ transfer: Transfer; attempt: Attempt; sending: number; seen: Exclude<Seen, 'not_reached'> }>;

/** One run of the world: each step is one thing that somebody does, at the worst moment that chance finds. */
export class StormRun {
  readonly met = new Set<Sometimes>();
  readonly books: Books;
  readonly gateway: ModelGateway;
  readonly disputes: Disputes;
  private readonly chance: Chance;
  private nowMs = Date.parse('2026-11-01T00:00:00Z');
  private readonly inFlight: InFlight[] = [];
  private readonly told = new Set<Announced>();

  constructor(
    seed: number,
    private readonly rules: Rules,
  ) {
    this.chance = new Chance(seed);
    const payments = PAYMENTS.map(([ref, captured]) => ({ ref, captured, held: 0, disputed: 0 }));
    this.books = new Books(SALE, payments, rules);
    this.disputes = new Disputes(rules);
    this.gateway = new ModelGateway(
      new Map(PAYMENTS),
      this.chance.oneOf(ABILITIES) ?? { keyLifetimeMs: 0, visibleWithinMs: null },
    );
  }

  step(): void {
    this.nowMs += this.chance.happens(0.1) ? this.chance.between(1, 48) * HOUR : this.chance.between(1, 120) * 1_000;
    const acts = [
      this.request,
      this.send,
      this.send,
      this.send,
      this.answer,
      this.answer,
      this.news,
      this.news,
      this.lookUp,
      this.lookUp,
      this.decide,
      this.person,
      this.person,
      this.outside,
      this.disputeNews,
    ];
    this.chance.oneOf(acts)?.call(this);
  }

  /** No fault any more: every answer and announcement comes, banks decide, look-ups run to the end of their schedule. */
  heal(): void {
    this.disputes.heal(this.nowMs);
    for (let round = 0; round < LOOK_UPS_MS.length; round += 1) {
      for (const movement of this.gateway.movements.filter(({ status }) => status === 'pending'))
        this.gateway.decide(movement, 'settled', this.nowMs);
      while (this.inFlight.length > 0) this.answer();
      for (const announced of [...this.gateway.announcements]) this.deliver(announced);
      this.nowMs += HOUR;
      for (const transfer of this.books.transfers) {
        if (['planned', 'sending'].includes(transfer.status) && transfer.refund.closed === null)
          this.call(transfer, 'none');
        else if (['in_doubt', 'pending'].includes(transfer.status)) this.ask(transfer, 'none');
      }
      while (this.inFlight.length > 0) this.answer();
    }
  }

  /** What of the promises does not hold once everything is quiet. */
  brokenInQuiet(): string | undefined {
    const isLeft = (transfer: Transfer): boolean => this.needsPerson(transfer) || this.disputes.holds(transfer.payment);
    return brokenInQuiet(this.books, this.gateway, isLeft) ?? this.disputes.brokenInQuiet();
  }

  /** What of the promises about disputes does not hold at this very moment. */
  brokenDisputes(): string | undefined {
    const { payments, transfers, externals } = this.books;
    // An external refund is an alert by itself.
    const told = (payment: Payment): boolean =>
      transfers.some((one) => one.payment === payment && one.alerts.length > 0) ||
      [...externals.values()].some((one) => one.payment === payment);
    return this.disputes.brokenNow(payments, told);
  }

  private request(): void {
    const accepted = this.books.accept(anyRequest(this.chance));
    if (accepted === 'over_refund') this.met.add('refused_over_refund');
    for (const payment of this.books.payments) if (payment.disputed > 0) this.met.add('disputed');
  }

  /** A worker takes a transfer: one that is due, or one that another worker left in the middle. */
  private send(): void {
    const due = this.books.transfers.filter(
      ({ status, attempts, refund }) =>
        refund.closed !== 'failed' &&
        (status === 'planned' ||
          status === 'sending' ||
          (status === 'declined' && attempts.at(-1)?.status === 'prepared')),
    );
    const transfer = this.chance.oneOf(due);
    if (transfer) this.call(transfer, this.chance.happens(0.6) ? (this.chance.oneOf(FAULTS) ?? 'none') : 'none');
  }

  private call(transfer: Transfer, fault: GatewayFault): void {
    if (this.disputes.holds(transfer.payment)) {
      this.met.add('held_by_dispute');
      this.askWhileHeld(transfer);
      return;
    }
    this.disputes.left(transfer.name, transfer.payment);
    const claimed = this.books.claim(transfer, this.nowMs);
    if (!claimed) return;
    const { attempt, repeated } = claimed;
    if (fault !== 'none' && this.chance.happens(0.1)) return void this.met.add('crashed_after_claim');
    if (repeated) {
      this.lookBeforeSending(transfer, claimed, fault);
      return;
    }
    this.toGateway(transfer, attempt, fault);
  }

  /** What never left waits as it is; what was sent before is only asked about. */
  private askWhileHeld(transfer: Transfer): void {
    const attempt = transfer.attempts.at(-1);
    if (!attempt || !['sent', 'unknown'].includes(attempt.status)) return;
    const found = this.gateway.find(attempt.reference, this.nowMs);
    this.books.answer(transfer, { attemptNo: attempt.no, ...(found ?? { status: 'unknown', amount: null }) });
  }

  private lookBeforeSending(transfer: Transfer, { attempt, lastSentAtMs }: Claimed, fault: GatewayFault): void {
    const found = this.gateway.find(attempt.reference, this.nowMs);
    if (found) {
      this.books.answer(transfer, { attemptNo: attempt.no, ...found });
      return;
    }
    this.met.add('not_found_yet');
    const then = this.rules.notFound(this.mayRepeat(attempt, lastSentAtMs));
    if (then !== 'send_again') {
      this.books.answer(transfer, { attemptNo: attempt.no, status: then, amount: null });
      return;
    }
    this.met.add('sent_again');
    this.toGateway(transfer, attempt, fault);
  }

  private toGateway(transfer: Transfer, attempt: Attempt, fault: GatewayFault): void {
    const { amount, payment } = transfer;
    const sending = attempt.sends;
    const key = this.rules.keepsKey ? attempt.key : `${attempt.key} ${attempt.sends}`;
    const ask = { key, reference: attempt.reference, paymentRef: payment.ref, amount };
    const { seen, replayed } = this.gateway.refund(ask, this.nowMs, fault);
    if (replayed) this.met.add('key_replayed');
    if (fault !== 'none' && this.chance.happens(0.1)) return void this.met.add('crashed_after_call');
    if (seen === 'not_reached') {
      this.met.add('not_sent');
      this.books.notSent(transfer, attempt);
    } else this.inFlight.push({ transfer, attempt, sending, seen });
  }

  /** An answer arrives, early or late. */
  private answer(): void {
    const [one] = this.inFlight.splice(this.chance.between(0, this.inFlight.length - 1), 1);
    if (!one) return;
    const { transfer, attempt, sending, seen } = one;
    if (seen !== 'lost' && seen.amount === transfer.amount + 1) this.met.add('wrong_amount');
    const isOvertaken = seen !== 'lost' && seen.status === 'declined' && this.rules.isOvertaken(sending, attempt.sends);
    if (isOvertaken) this.met.add('refused_before_repeat');
    // An adapter takes another amount, like no answer, for no knowledge.
    const isUnknown = seen === 'lost' || isOvertaken || (seen.amount !== null && seen.amount !== transfer.amount);
    this.books.answer(transfer, { attemptNo: attempt.no, ...(isUnknown ? { status: 'unknown', amount: null } : seen) });
    this.note(transfer);
  }

  private news(): void {
    const announced = this.chance.oneOf(this.gateway.announcements);
    if (announced) this.deliver(announced);
  }

  private deliver(announced: Announced): void {
    const { reference, paymentRef, ...news } = announced;
    const transfer = this.books.transfers.find(({ attempts }) => attempts.some((one) => one.reference === reference));
    const attempt = transfer?.attempts.find((one) => one.reference === reference);
    if (!transfer || !attempt) {
      const isImported = news.status === 'settled' && this.books.importOutside(reference, paymentRef, news.amount ?? 0);
      if (isImported) this.met.add('imported');
      return;
    }
    if (this.told.has(announced)) this.met.add('news_twice');
    if (this.inFlight.some((one) => one.attempt === attempt)) this.met.add('news_before_answer');
    if (transfer.refund.closed) this.met.add('news_after_close');
    this.told.add(announced);
    this.books.news(transfer, { attemptNo: attempt.no, ...news });
    if (attempt.external) this.met.add('paid_by_a_given_up_attempt');
    this.note(transfer);
  }

  private lookUp(): void {
    const transfer = this.chance.oneOf(
      this.books.transfers.filter(({ status }) => status === 'in_doubt' || status === 'pending'),
    );
    if (transfer) this.ask(transfer, this.chance.happens(0.5) ? (this.chance.oneOf(FAULTS) ?? 'none') : 'none');
  }

  /** Asks what became of the newest call, and sends it again where that is safe. */
  private ask(transfer: Transfer, fault: GatewayFault): void {
    const attempt = transfer.attempts.at(-1);
    if (!attempt || !['sent', 'unknown', 'pending'].includes(attempt.status)) return;
    const found = this.gateway.find(attempt.reference, this.nowMs);
    if (found) {
      this.met.add('found_by_look_up');
      this.books.answer(transfer, { attemptNo: attempt.no, ...found });
      return;
    }
    this.met.add('not_found_yet');
    if (transfer.status === 'pending') return;
    const then = this.rules.notFound(this.mayRepeat(attempt));
    if (then === 'send_again') this.call(transfer, fault);
    else if (then === 'declined') this.books.answer(transfer, { attemptNo: attempt.no, status: then, amount: null });
    else this.met.add('person_needed');
  }

  /** A bank ends what is pending, or takes back what had settled. */
  private decide(): void {
    const movement = this.chance.oneOf(
      this.gateway.movements.filter(({ status, reference, id }) => status !== 'declined' && reference !== id),
    );
    if (!movement) return;
    if (movement.status === 'pending')
      this.gateway.decide(movement, this.chance.happens(0.6) ? 'settled' : 'declined', this.nowMs);
    else if (this.chance.happens(0.35)) this.gateway.decide(movement, 'declined', this.nowMs);
  }

  /** A person has a declined transfer tried again, or one that came back paid anew, or gives a refund up. */
  private person(): void {
    const back = this.chance.oneOf(
      this.books.transfers.filter(({ status, refund }) => status === 'reversed' && refund.closed === null),
    );
    if (back && this.chance.happens(0.5)) {
      if (this.books.payAnew(back)) this.met.add(back.replaces === null ? 'repaired' : 'reversed_again');
      else if (!this.books.active.includes(back.refund)) this.met.add('not_there_any_more');
      return;
    }
    const transfer = this.chance.oneOf(
      this.books.transfers.filter(({ status, refund }) => status === 'declined' && refund.closed === null),
    );
    if (transfer && this.chance.happens(0.6)) {
      if (this.books.retry(transfer)) this.met.add('retried');
    } else {
      const refund = this.chance.oneOf(this.books.refunds);
      if (refund && this.chance.happens(0.4) && this.books.fail(refund)) this.met.add('given_up');
    }
  }

  /** What nobody here does: a dispute, its end, a refund in the gateway's dashboard. */
  private outside(): void {
    const payment = this.chance.oneOf(this.books.payments);
    if (!payment) return;
    if (this.chance.happens(0.12)) this.disputes.happen(payment, this.chance, this.nowMs);
    else if (this.chance.happens(0.1))
      this.gateway.fromDashboard(payment.ref, this.chance.between(1, 2_000), this.nowMs);
  }

  private disputeNews(): void {
    this.disputes.hearOne(this.chance);
    for (const { state } of this.disputes.all) {
      if (state?.status === 'won') this.met.add('dispute_won');
      if (state?.status === 'lost') this.met.add('dispute_lost');
    }
  }

  private note({ status, refund, alerts }: Transfer): void {
    const { met } = this;
    if (status === 'in_doubt' || status === 'declined' || status === 'pending' || status === 'reversed')
      met.add(status);
    if (refund.status === 'needs_review' || refund.closed === 'completed')
      met.add(refund.closed === 'completed' ? 'completed' : 'needs_review');
    if (alerts.includes('settled_after_decline')) met.add('settled_after_decline');
  }

  private mayRepeat({ sentAtMs, ...attempt }: Attempt, lastSentAtMs = attempt.lastSentAtMs): boolean {
    const since = (atMs: number | null): number => this.nowMs - (atMs ?? this.nowMs);
    const { keyLifetimeMs, visibleWithinMs } = this.gateway.abilities;
    const isComplete = visibleWithinMs !== null;
    const lookUp = { by: 'reference', isComplete, visibleWithinMs: visibleWithinMs ?? 0 } as const;
    return this.rules.mayRepeat({ keyLifetimeMs, lookUp }, since(sentAtMs), since(lastSentAtMs));
  }

  /** Nothing was found, and nothing found is no proof there. */
  private needsPerson(transfer: Transfer): boolean {
    const attempt = transfer.attempts.at(-1);
    return (
      attempt !== undefined &&
      this.gateway.find(attempt.reference, this.nowMs) === undefined &&
      !this.mayRepeat(attempt)
    );
  }
}
