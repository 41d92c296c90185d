import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ShownRefund } from '../../e2e/client/merchant.client';
import { ONE_UNIT, type Sold } from '../../e2e/client/shop';
import { Absence } from './absence';
import { ActiveFaults } from './active-faults';
import { Desk } from './desk';
import { brokenHistory, History, type ShownRefunds } from './history';
import { reachedIn } from './reached';
import { untilQuiet, whatIsBroken } from './settle';
import { OutOfTime } from './storm-client';
import type { StormPlan } from './storm-plan';
import { StormShop } from './storm-shop';
import type { StormStack } from './storm-stack';
import type { Counter, Item } from './item';
import { itemNamed } from './workload';

/** From the end of a fault of the stack until a refund that was asked for then had ended. */
type Recovery = Readonly<{ fault: string; ms: number }>;
export type StormResult = Readonly<{
  plan: StormPlan;
  /** What is wrong; empty when every promise held. */ broken: readonly string[];
  refunds: number;
  calls: number;
  unknowns: number;
  /** How often each fault really struck. */ strikes: ReadonlyMap<string, number>;
  reached: ReadonlySet<string>;
  recoveries: readonly Recovery[];
  /** From the end of all faults until nothing waited any more. */ quietAfterMs: number;
  ms: number;
}>;
export type StormOptions = Readonly<{
  /** How long everything may take to its end once the faults are over. */ settleMs: number;
  /** What the auditor found after storms before this one. */ known: ReadonlySet<string>;
}>;

/** Callers come one after the other at this pace, whatever became of those before. */
const NEXT_COMES_AFTER_MS = 250;
/** Nobody waits longer for the answer to another. */
const LONGEST_TURN_MS = 6_000;
const PAYMENTS_AHEAD = 3;
const ENDED: readonly string[] = ['completed', 'rejected', 'expired', 'cancelled', 'failed'];

/** Runs one plan on a stack that is whole: sells, storms, heals, waits until all is quiet, and audits. Throws only when the stack itself cannot be healed. */
export const runStorm = (stack: StormStack, plan: StormPlan, options: StormOptions): Promise<StormResult> =>
  new Storm(stack, plan, options).run();

type Running = Readonly<{ item: Item; done: Promise<void> }>;

class Storm {
  private readonly history: History;
  private readonly reached = new Set<string>();
  private readonly probes: Promise<Recovery>[] = [];

  constructor(
    private readonly stack: StormStack,
    private readonly plan: StormPlan,
    private readonly options: StormOptions,
  ) {
    this.history = new History(path.join(stack.logs, `history-${plan.seed}.jsonl`));
  }

  async run(): Promise<StormResult> {
    const begunAt = Date.now();
    const { stack, plan, history } = this;
    const shop = await StormShop.open(stack, history);
    await shop.sandbox.forgetFaults();
    stack.failpoints.clear();
    const items = plan.items.map(itemNamed);
    const sold = await Promise.all(items.map(({ sale }) => shop.sell(sale)));
    const spare = await Promise.all(plan.faults.map(() => shop.sell({})));
    const desk = new Desk(shop.client);
    const absence = new Absence(stack, plan.staysAway);
    const faults = new ActiveFaults(stack, plan, {
      sandbox: shop.sandbox,
      reach: (what) => this.reached.add(what),
      over: ({ id }, no) => {
        this.probe(id, shop, desk, spare[no]);
      },
    });

    await absence.begin();
    const running = await this.storm(shop, desk, faults, items, sold);
    // Faults of the sandbox strike a call each and are over with it: those that wait for one may still find it.
    await faults.endAll();
    await stack.heal(absence.parts);
    const healedAt = Date.now();
    const broken = await this.settle(shop, absence, running);
    const look = { known: this.options.known, deadline: shop.client.deadline };
    const notQuiet = await untilQuiet(stack, look);
    const quietAfterMs = Date.now() - healedAt;
    await desk.close();
    const outside = await shop.sandbox.faults();
    await shop.sandbox.forgetFaults();
    broken.push(...new Set([...notQuiet, ...(await whatIsBroken(stack, look))]));
    broken.push(...endedByItself(stack));

    const sales = [...sold, ...spare];
    // Reading what there is has a time of its own, also when something was looked at until the deadline.
    shop.client.deadline = Date.now() + this.options.settleMs;
    const shown = await shownOf(shop, sales);
    broken.push(...brokenHistory(history.lines, shown));
    const strikes = faults.strikes(outside);
    const payments = sales.flatMap((one) => one.payments);
    const movements = (await Promise.all(payments.map((ref) => shop.sandbox.movements(ref)))).flat();
    const { id: merchantId } = shop.client.merchant;
    const traces = { merchantId, outside, movements, touched: desk.touched, strikes, history: history.lines };
    for (const what of await reachedIn(stack, traces)) this.reached.add(what);
    return {
      plan,
      broken,
      refunds: [...shown.values()].flat().length,
      calls: shop.client.made,
      unknowns: history.unknowns,
      strikes,
      reached: this.reached,
      recoveries: await Promise.all(this.probes),
      quietAfterMs,
      ms: Date.now() - begunAt,
    };
  }

  /** Lets callers come one after the other, and the faults at their places between them. */
  private async storm(
    shop: StormShop,
    desk: Desk,
    faults: ActiveFaults,
    items: readonly Item[],
    sold: readonly Sold[],
  ): Promise<readonly Running[]> {
    const running: Running[] = [];
    for (const [no, item] of items.entries()) {
      const own = sold[no];
      if (own === undefined) throw new Error('Every item has a sale of its own');
      await faults.turn(
        no,
        sold.slice(no, no + PAYMENTS_AHEAD).flatMap(({ payments }) => payments.slice(0, 1)),
      );
      let next = (): void => undefined;
      const turn = new Promise<void>((resolve) => (next = resolve));
      const done = item.run(this.counter(shop, desk, own, faults, next)).finally(() => next());
      done.catch(() => undefined); // Told by whoever waits for it in the end.
      running.push({ item, done });
      await Promise.all([Promise.race([turn, pause(LONGEST_TURN_MS)]), pause(NEXT_COMES_AFTER_MS)]);
    }
    return running;
  }

  /** Waits for the end of everything; first, where something stays away, of everything that does not need it. */
  private async settle({ client }: StormShop, absence: Absence, running: readonly Running[]): Promise<string[]> {
    const { settleMs } = this.options;
    const { staysAway } = this.plan;
    client.deadline = Date.now() + settleMs;
    const free = running.filter(({ item }) => !absence.holdsUp(item));
    const broken = await complaints(free, staysAway === null ? '' : `without ${staysAway}: `);
    if (staysAway !== null) {
      await absence.end();
      client.deadline = Date.now() + settleMs;
      broken.push(
        ...(await complaints(
          running.filter((one) => !free.includes(one)),
          `with ${staysAway} again: `,
        )),
      );
    }
    await Promise.all(this.probes);
    return broken;
  }

  private counter(shop: StormShop, desk: Desk, sold: Sold, faults: ActiveFaults | null, next: () => void): Counter {
    const { client, sandbox, slug } = shop;
    const key = (name: string): string => `${sold.saleRef}-${name}`;
    return {
      client,
      sandbox,
      sold,
      slug,
      key,
      reach: (what) => this.reached.add(what),
      keepFromDesk: (id) => desk.leave(id),
      isLeft: (id) => desk.gaveUp(id),
      untilEnded: (id) =>
        client.until(
          id,
          'an end',
          ({ status }) => ENDED.includes(status) || (status === 'needs_review' && desk.gaveUp(id)),
        ),
      ask: async (more = {}, own = key('first')) => {
        const body = { ...ONE_UNIT, saleRef: sold.saleRef, ...more };
        const isAway = (): boolean => faults?.keepsTemporalAway === true;
        const wasAway = isAway();
        const once = await client.requestOnce(sold.saleRef, body, own);
        next();
        const told = once.outcome === 'unknown' ? await client.request(sold.saleRef, body, own) : once;
        // Away before it was asked for the first time, and, where it had to be repeated, still away when it was answered.
        if (wasAway && told.outcome === 'ok' && (told === once || isAway()))
          this.reached.add('temporal_unreachable_during_request');
        return told;
      },
    };
  }

  private probe(fault: string, shop: StormShop, desk: Desk, sold: Sold | undefined): void {
    // Where a dependency is dead for good, no time says anything.
    if (sold === undefined || this.plan.staysAway !== null) return;
    const since = Date.now();
    const { ask, untilEnded } = this.counter(shop, desk, sold, null, () => undefined);
    const ended = ask({}, `${sold.saleRef}-probe`).then(({ outcome, body }) =>
      outcome === 'ok' ? untilEnded(body.id) : undefined,
    );
    const took = (): Recovery => ({ fault, ms: Date.now() - since });
    this.probes.push(
      ended.then(took, (error: unknown) => {
        // The boxes that are not empty, or the refund itself, tell what is wrong.
        if (error instanceof OutOfTime) return took();
        throw error;
      }),
    );
  }
}

/** Nothing that happens outside ends one of our programs. */
function endedByItself({ members }: StormStack): readonly string[] {
  const { api1, api2, worker1, worker2 } = members;
  return [api1, api2, worker1, worker2].flatMap((one) =>
    one.ownEnds().map((how) => `${one.name} ended by itself: ${how}`),
  );
}

const isOurs = ({ origin }: ShownRefund): boolean => origin !== 'external';

async function shownOf({ client }: StormShop, sales: readonly Sold[]): Promise<ShownRefunds> {
  const shown = sales.map(
    // What somebody refunded at the gateway itself was asked for by nobody here.
    async ({ saleRef }) => [saleRef, (await client.listOf(saleRef)).filter(isOurs).map(({ id }) => id)] as const,
  );
  return new Map(await Promise.all(shown));
}

async function complaints(running: readonly Running[], when: string): Promise<string[]> {
  const outcomes = await Promise.allSettled(running.map(({ done }) => done));
  return outcomes.flatMap((one, no) =>
    one.status === 'fulfilled'
      ? []
      : [`${when}${running[no]?.item.name}: ${one.reason instanceof Error ? one.reason.message : String(one.reason)}`],
  );
}
