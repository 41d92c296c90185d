import { setTimeout as pause } from 'node:timers/promises';
import type { FailpointName } from '@zikui/failpoint';
import type { FaultOrder, SandboxClient } from '../../e2e/client/sandbox.client';
import { healEdge, type Edge } from './edges';
import type { Sometimes } from './sometimes';
import type { MemberName, StormStack } from './storm-stack';

/** What `--faults` chooses from. */
export const FAULT_GROUPS = [
  'api',
  'worker',
  'temporal',
  'pg',
  'net',
  'failpoint',
  'gateway',
  'carrier',
  'mail',
] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

export type FaultWorld = Readonly<{
  stack: StormStack;
  sandbox: SandboxClient;
  /** The first payments of the sales that come next. */ payments: readonly string[];
  /** Lots of this fault alone, from 0 up to 1. */ lot: () => number;
  /** The fault itself saw it strike. */ struck: (what: 'commit_answer_lost') => void;
  /** It strikes at that hit of a failpoint. */ planned: (name: FailpointName, hit: number) => void;
  /** Whether the failpoint of this fault was hit as planned. */ hasHit: () => boolean;
  /** It strikes when the sandbox's own fault does. */ ordered: (id: string) => void;
  /** Whether the storm has met that. */ met: (what: Sometimes) => boolean;
}>;
/** One row of the table. `end` is what undoes it; a fault without one is over as soon as it struck. */
export type Fault = Readonly<{
  id: string;
  group: FaultGroup;
  /** Costs up to a minute, so it is drawn in one seed of four, and where a call is to be overtaken. */ pauses?: true;
  begin: (world: FaultWorld) => Promise<void> | void;
  end?: (world: FaultWorld) => Promise<void> | void;
  /** What a patient storm waits for before it ends the fault, or before all is healed. */
  isMet?: (world: FaultWorld) => boolean;
}>;

const either = (world: FaultWorld, one: MemberName, two: MemberName): MemberName => (world.lot() < 0.5 ? one : two);
const crash = (
  group: FaultGroup,
  id: string,
  member: (world: FaultWorld) => MemberName,
  how?: NodeJS.Signals,
): Fault => ({
  id,
  group,
  begin: (world) => world.stack.members[member(world)].crash(how),
});
const halt = (group: FaultGroup, id: string, name: MemberName): Fault => ({
  id,
  group,
  pauses: true,
  begin: ({ stack }) => stack.members[name].halt(),
  end: ({ stack }) => stack.members[name].goOn(),
});
const worsened = (edge: Edge, how: 'hole' | 'refuse' | 'lag' | 'slice'): Fault => ({
  id: `net.${edge}.${how}`,
  group: 'net',
  begin: async ({ stack }) => {
    if (how === 'lag') stack.edges[edge].worsen({ lagMs: 100 });
    else if (how === 'slice') stack.edges[edge].worsen({ sliced: true });
    else await stack.edges[edge].set(how);
  },
  end: ({ stack }) => healEdge(stack.edges[edge]),
  ...(edge === 'api-temporal' && how === 'refuse' && { isMet: unreachable }),
});
const unreachable = ({ met }: FaultWorld): boolean => met('temporal_unreachable_during_request');
const reset = (edge: Edge): Fault => ({
  id: `net.${edge}.reset`,
  group: 'net',
  begin: ({ stack }) => stack.edges[edge].reset(),
});
const lostCommit = (edge: 'api-pg' | 'worker-pg'): Fault => ({
  id: `net.${edge}.lost_commit`,
  group: 'net',
  begin: ({ stack, struck }) => {
    void stack.edges[edge].cutReplyAfter(/COMMIT/).struck.then(() => struck('commit_answer_lost'));
  },
  end: ({ stack }) => healEdge(stack.edges[edge]),
  isMet: ({ met }) => met('commit_answer_lost'),
});

const MOST_HITS = 3;
/** At one of the first hits from now on. */
const at = (name: FailpointName, action: string): Fault => ({
  id: `failpoint.${name}.${action}`,
  group: 'failpoint',
  begin: ({ stack, lot, planned }) => {
    const hit = (stack.failpoints.hits().get(name) ?? 0) + 1 + Math.floor(lot() * MOST_HITS);
    stack.failpoints.plan(`${name}=${action}@${hit}`);
    planned(name, hit);
  },
  isMet: ({ hasHit }) => hasHit(),
});

/**
 * A call that was sent, or was about to be, was made again by another program and has its outcome; and none that was
 * sent since then still waits for that: the stopped program's own is among them until somebody took it over.
 */
const REPEATED = `
SELECT id FROM attempt WHERE sends > 1 AND status <> 'sent' AND last_sent_at > $1
  AND NOT EXISTS (SELECT FROM attempt stuck WHERE stuck.status = 'sent' AND stuck.last_sent_at > $1
    AND stuck.last_sent_at < now() - interval '3 seconds') LIMIT 1`;
/** A gateway that tells of a movement ends what it was told of: then nobody repeats the call. */
const untold = async ({ sandbox, payments }: FaultWorld): Promise<void> => {
  for (const gatewayRef of payments) await sandbox.order({ action: 'webhook_never', match: { gatewayRef } });
};
/** Of the call that may be on its way now the gateway tells: the one after it is stopped. */
const AFTER_THE_NEXT = 2;
/** Temporal gives a program's task to another one after ten seconds; slow machines take longer. */
const MOST_STOPPED_MS = 60_000;
/** Stopped in the middle of its call, and woken when another program has made that call: what it then writes is old. */
const zombie = (name: FailpointName): Fault => {
  const begun = new WeakMap<FaultWorld, Readonly<{ since: string; hit: number }>>();
  return {
    id: `failpoint.${name}.stop`,
    group: 'failpoint',
    pauses: true,
    begin: async (world) => {
      const { stack, planned } = world;
      await untold(world);
      const hit = (stack.failpoints.hits().get(name) ?? 0) + AFTER_THE_NEXT;
      begun.set(world, { since: new Date().toISOString(), hit });
      stack.failpoints.plan(`${name}=stop@${hit}`);
      planned(name, hit);
    },
    end: async (world) => {
      const { stack } = world;
      const { since, hit } = begun.get(world) ?? { since: '', hit: Number.POSITIVE_INFINITY };
      const hasStruck = (stack.failpoints.hits().get(name) ?? 0) >= hit;
      const limit = Date.now() + MOST_STOPPED_MS;
      while (hasStruck && Date.now() < limit && !(await wasRepeated(stack, since))) await pause(LOOK_AGAIN_MS);
      stack.members.worker1.goOn();
      stack.members.worker2.goOn();
    },
    isMet: ({ hasHit }) => hasHit(),
  };
};
const LOOK_AGAIN_MS = 200;
async function wasRepeated({ database }: StormStack, since: string): Promise<boolean> {
  // The server may be away by another fault: then nobody repeats anything.
  const found = await database.read((tx) => tx.query(REPEATED, [since])).catch(() => []);
  return found.length > 0;
}

/** What the gateway does wrong with the payments that are refunded next. */
const gateway = (name: string, ...orders: readonly FaultOrder[]): Fault => ({
  id: `gateway.${name}`,
  group: 'gateway',
  begin: async ({ sandbox, payments, ordered }) => {
    for (const gatewayRef of payments)
      for (const order of orders) ordered((await sandbox.order({ match: { gatewayRef }, ...order })).id);
  },
});
const outside = (target: 'carrier' | 'mail', action: string): Fault => ({
  id: `${target}.${action}`,
  group: target,
  begin: async ({ sandbox, ordered }) => ordered((await sandbox.order({ target, action, times: 3 })).id),
});

const TERMINATE = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('zikui-api', 'zikui-worker')`;
const ROUNDS = 20;
const EACH_MS = 15;
const terminated: Fault = {
  id: 'pg.backends_terminated',
  group: 'pg',
  begin: async ({ stack: { database } }) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      // The server may be away by another fault: then there is nothing to terminate.
      await database.read((tx) => tx.query(TERMINATE)).catch(() => undefined);
      await pause(EACH_MS);
    }
  },
};

/** Everything that goes wrong. A new fault joins by one line here. */
export const FAULT_TABLE: readonly Fault[] = [
  crash('api', 'api.killed', (world) => either(world, 'api1', 'api2')),
  at('api.before_commit', 'kill'),
  gateway('commit_then_timeout', { action: 'commit_then_timeout' }),
  crash('worker', 'worker.killed', (world) => either(world, 'worker1', 'worker2')),
  lostCommit('api-pg'),
  at('api.after_commit', 'kill'),
  gateway('webhook_duplicate', { action: 'webhook_duplicate', n: 4 }),
  crash('temporal', 'temporal.killed', () => 'temporal'),
  at('gw.after_claim', 'kill'),
  gateway('webhook_before_answer', { action: 'webhook_before_answer' }),
  crash('pg', 'pg.crashed', () => 'postgres', 'SIGQUIT'),
  at('gw.after_send', 'kill'),
  gateway('stored_500', { action: 'stored_500' }),
  worsened('api-temporal', 'hole'),
  at('note.after_number', 'kill'),
  gateway('settle_then_reverse', { action: 'settle_then_reverse', ms: 1_500 }),
  worsened('worker-gateway', 'refuse'),
  at('gw.after_record', 'kill'),
  gateway('declined', { action: 'decline' }),
  lostCommit('worker-pg'),
  at('project.before_commit', 'throw:53100'),
  gateway('webhook_delayed', { action: 'webhook_delay', ms: 4_000 }),
  terminated,
  at('note.after_commit', 'kill'),
  gateway('too_many_requests', { action: 'too_many_requests', times: 3, ms: 500 }),
  worsened('worker-pg', 'hole'),
  at('inbox.after_insert', 'kill'),
  gateway('pending', { action: 'pending', ms: 1_500 }),
  crash('pg', 'pg.killed', () => 'postgres', 'SIGKILL'),
  at('credit.after_commit', 'kill'),
  gateway(
    'unseen',
    { action: 'commit_then_500' },
    { action: 'webhook_never' },
    { action: 'lookup_empty_for_ms', ms: 3_000 },
  ),
  reset('worker-temporal'),
  at('project.after_commit', 'kill'),
  gateway('html_body', { action: 'html_body' }),
  worsened('gateway-api', 'refuse'),
  at('mail.after_accept', 'kill'),
  at('hook.after_send', 'kill'),
  gateway('truncated_body', { action: 'truncated_body' }),
  worsened('api-temporal', 'refuse'),
  at('relay.after_start', 'kill'),
  gateway('wrong_amount', { action: 'wrong_amount' }),
  reset('api-pg'),
  at('api.after_start', 'kill'),
  gateway('unlisted_status', { action: 'unlisted_status' }),
  worsened('worker-temporal', 'hole'),
  at('inbox.after_signal', 'kill'),
  gateway('reset_before_read', { action: 'reset_before_read' }),
  worsened('api-pg', 'lag'),
  at('api.before_commit', 'throw:53100'),
  gateway('webhooks_reordered', { action: 'webhook_reorder' }, { action: 'pending', ms: 800 }),
  outside('carrier', 'down'),
  at('gw.after_send', 'sleep:2500'),
  gateway('commit_then_reset', { action: 'commit_then_reset' }, { action: 'webhook_never' }),
  outside('mail', 'accept_then_reset'),
  worsened('worker-pg', 'lag'),
  gateway('slow_body', { action: 'slow_body', ms: 1_500 }),
  outside('carrier', 'commit_then_timeout'),
  worsened('worker-gateway', 'slice'),
  gateway('webhook_bad_signature', { action: 'webhook_bad_signature' }, { action: 'pending', ms: 800 }),
  outside('mail', 'defer'),
  reset('worker-gateway'),
  gateway('lookups_fail', { action: 'commit_then_500' }, { action: 'lookup_500', times: 2 }),
  worsened('worker-smtp', 'refuse'),
  worsened('worker-temporal', 'lag'),
  at('gw.overtaken', 'kill'),
  halt('worker', 'worker.paused', 'worker1'),
  zombie('gw.after_claim'),
  halt('api', 'api.paused', 'api1'),
  zombie('gw.after_send'),
  halt('temporal', 'temporal.paused', 'temporal'),
];
