import { Chance } from '../simulation/chance';
import type { Dependency } from './item';
import { spread, type StormPlan } from './storm-plan';

type Chosen = Readonly<{ items: readonly string[]; faults: readonly string[]; staysAway?: Dependency }>;

/**
 * The storms of every `npm test`: few, and chosen so that together they meet the sometimes-list, but for what
 * `storm.spec.ts` names. Drawn seeds, which go through the whole table, are for `npm run chaos`. What needs an order
 * of callers comes first, before the first fault begins; faults are patient, so that no machine is too slow or too fast
 * for them.
 */
const CHOSEN: readonly Chosen[] = [
  {
    // Answers that are lost, and processes that the relay starts.
    items: [
      ...['cancellation just before approval', 'two refunds of one payment', 'card refund', 'same key, same body'],
      ...['approval', 'card refund', 'card refund', 'card refund', 'return', 'two payments', 'store credit'],
      ...['card refund', 'approval against cancellation', 'card refund'],
    ],
    faults: [
      'gateway.webhook_before_answer',
      // Told and not passed on: by then the worker has the answer itself, and the process is over.
      'failpoint.inbox.after_insert.kill',
      'gateway.webhook_duplicate',
      'failpoint.relay.after_start.kill',
      'net.api-temporal.refuse',
      'net.api-pg.lost_commit',
      'gateway.commit_then_timeout',
      'failpoint.api.after_commit.kill',
      'failpoint.hook.after_send.kill',
    ],
  },
  {
    // A worker that is stopped in the middle of its call, and money that goes wrong at the gateway. What comes back is what the gateway
    // told of: the reversal of a movement that it was silent about is told by nobody, and the auditor says so.
    items: [
      ...[
        'store credit instead of a declined card',
        'same key, other body',
        'card refund',
        'card refund',
        'card refund',
      ],
      ...[
        'dispute that is won',
        'card refund',
        'refund of the dashboard',
        'card refund',
        'card refund',
        'store credit',
      ],
      ...['two payments that come back', 'card refund'],
    ],
    faults: [
      'failpoint.gw.after_send.stop',
      'gateway.webhook_delayed',
      'gateway.unseen',
      'gateway.too_many_requests',
      'gateway.declined',
      'gateway.pending',
    ],
  },
  {
    // Servers that die, and disks that are full.
    items: [
      ...['kill switch', 'card refund', 'card refund', 'return', 'approval', 'card refund', 'card refund'],
      ...['store credit', 'two payments', 'card refund', 'same key, same body', 'card refund', 'dispute that is lost'],
      ...['card refund'],
    ],
    faults: [
      'failpoint.project.before_commit.throw:53100',
      'pg.crashed',
      'failpoint.gw.after_claim.kill',
      'temporal.killed',
      'failpoint.note.after_number.kill',
      'net.worker-pg.lost_commit',
      'gateway.truncated_body',
      'gateway.wrong_amount',
    ],
  },
  {
    // Programs that die at every step of the money, while mail is away for good.
    items: [
      ...['store credit', 'card refund', 'card refund', 'card refund', 'approval', 'card refund', 'card refund'],
      ...['two payments', 'card refund', 'return', 'store credit', 'card refund', 'card refund', 'approval'],
    ],
    faults: [
      'failpoint.gw.after_send.kill',
      'failpoint.project.after_commit.kill',
      'net.worker-temporal.reset',
      'failpoint.gw.after_record.kill',
      'api.killed',
      'gateway.lookups_fail',
      'failpoint.inbox.after_signal.kill',
    ],
    staysAway: 'mail',
  },
];

/** Apart from the seeds that are drawn. */
const FIRST_SEED = 900_000;

export const PLANS_OF_THE_GATE: readonly StormPlan[] = CHOSEN.map(({ items, faults, staysAway = null }, no) => {
  const seed = FIRST_SEED + no;
  return { seed, items, faults: spread(faults, items.length, new Chance(seed)), staysAway, patient: true };
});
