import { setTimeout as pause } from 'node:timers/promises';
import type { ProposalView } from '@zikui/persistence';
import { carriedOut, idOf, opened, SOFA, type Counter, type Item } from './item';
import { OutOfTime } from './storm-client';
import type { ShownRefund } from '../../e2e/client/merchant.client';

const LOOK_AGAIN_MS = 500;
const EVIDENCE = 'Letter of the acquirer of this day';

const isOver = ({ status, completedAt }: ShownRefund): boolean => completedAt !== null || status === 'cancelled';
const isHeld = ({ transfers }: ShownRefund): boolean => transfers.some(({ holdReason }) => holdReason !== null);
const holds = ({ transfers }: ShownRefund, reason: string): boolean =>
  transfers.some(({ holdReason }) => holdReason === reason);

/** A second person agrees to what finance proposed. Refused when others decided first. */
const confirm = (at: Counter, { id, payloadHash }: ProposalView) =>
  at.client.act({
    as: 'approver',
    path: `/v1/proposals/${id}/decisions`,
    key: at.key(`confirm-${id}`),
    body: { outcome: 'confirm', payloadHash },
  });

/** A dispute that the merchant registers holds what is due; two people end it. */
async function disputed(at: Counter, outcome: 'won' | 'lost'): Promise<void> {
  const { saleRef } = at.sold;
  const told = { saleRef, payment: 'pay-1', disputeRef: `dp-${saleRef}`, amount: 1_000, currency: 'ILS' };
  const opened = await at.client.act<{ id: string }>({
    as: 'backend',
    path: '/v1/disputes',
    key: at.key('dispute'),
    body: told,
  });
  if (opened.outcome === 'fail') throw new Error(`A dispute of ${saleRef} was refused: ${opened.code}`);
  const id = idOf(await at.ask());
  if (id !== undefined) {
    const seen = await at.client.until(id, 'its money to be held', (one) => isHeld(one) || isOver(one));
    if (holds(seen, 'dispute')) at.reach('held_by_a_dispute');
  }
  const proposed = await at.client.act<ProposalView>({
    as: 'finance',
    path: `/v1/disputes/${opened.body.id}/outcome`,
    key: at.key('outcome'),
    body: { outcome, evidence: EVIDENCE },
  });
  if (proposed.outcome === 'fail') throw new Error(`The end of a dispute was refused: ${proposed.code}`);
  const agreed = await confirm(at, proposed.body);
  if (agreed.outcome === 'fail') throw new Error(`Nobody could end a dispute: ${agreed.code}`);
  if (id !== undefined) await at.untilEnded(id);
}

/** Proposes and confirms until money flows again, whoever else stops and starts it meanwhile. */
async function untilItFlows(at: Counter): Promise<void> {
  for (let no = 1; ; no += 1) {
    const lift = await switchTo(at, false, at.key(`lift-${no}`));
    if (lift.status === FLOWS) return;
    if (lift.outcome === 'ok') await confirm(at, lift.body);
    else await pause(LOOK_AGAIN_MS);
    if (Date.now() > at.client.deadline) throw new OutOfTime('The kill switch could not be lifted');
  }
}
const FLOWS = 200;
const switchTo = (at: Counter, on: boolean, key: string) =>
  at.client.act<ProposalView>({
    as: 'finance',
    method: 'PUT',
    path: '/v1/kill-switches',
    key,
    body: { on, reason: 'Somebody asks for strange refunds' },
  });

/** What people do beside asking and approving. */
export const PEOPLE: readonly Item[] = [
  {
    name: 'cancellation just before approval',
    weight: 4,
    needs: ['gateway'],
    sale: SOFA,
    run: async (at) => {
      const open = await opened(at);
      if (open === undefined) return;
      // The approver had it open when it was cancelled. Who is first where both come at once, 'approval against cancellation' leaves open.
      const cancelled = await at.client.cancel(open.id, at.key('cancel'));
      const approved = await at.client.decide(open, at.key('approve'));
      if (approved.outcome === 'fail' && cancelled.outcome === 'ok') at.reach('approve_lost_against_cancel');
      await at.untilEnded(open.id);
    },
  },
  { name: 'dispute that is won', weight: 3, needs: ['gateway'], sale: {}, run: (at) => disputed(at, 'won') },
  { name: 'dispute that is lost', weight: 3, needs: ['gateway'], sale: {}, run: (at) => disputed(at, 'lost') },
  {
    name: 'refund of the dashboard',
    weight: 4,
    needs: ['gateway'],
    sale: { parts: 2, price: 8_000 },
    run: async (at) => {
      const { saleRef, payments } = at.sold;
      // Faults of the gateway strike the first payment; whoever works at the gateway itself sees what he did.
      await at.sandbox.refundAtDashboard(at.slug, payments[1] ?? '', 2_000);
      const told = await at.ask({ lines: [{ ref: 'l1', amount: 6_000 }] });
      await at.client.untilListed(saleRef, 'the refund of the dashboard', ({ origin }) => origin === 'external');
      at.reach('refund_of_the_dashboard_recorded');
      await carriedOut(at, told);
    },
  },
  {
    name: 'kill switch',
    weight: 3,
    needs: ['gateway'],
    sale: {},
    run: async (at) => {
      const stopped = await switchTo(at, true, at.key('stop'));
      if (stopped.outcome === 'fail') throw new Error(`Nobody could stop money: ${stopped.code}`);
      const id = idOf(await at.ask());
      if (id !== undefined) {
        const seen = await at.client.until(id, 'its money to be held', (one) => isHeld(one) || isOver(one));
        if (holds(seen, 'kill_switch')) at.reach('held_by_a_kill_switch');
      }
      await untilItFlows(at);
      if (id !== undefined) await at.untilEnded(id);
    },
  },
  {
    name: 'store credit instead of a declined card',
    weight: 4,
    needs: ['gateway'],
    sale: {},
    run: async (at) => {
      const [gatewayRef = ''] = at.sold.payments;
      // The card is closed: it declines whoever tries again. One person sees to it from here to the end.
      await at.sandbox.order({ action: 'decline', times: 9, match: { gatewayRef } });
      at.seeToIt();
      const id = idOf(await at.ask());
      if (id !== undefined) await payAnotherWay(at, id);
    },
  },
];

/** Looks again and acts again, under a new key each time, until it is over: what is refused came too late or too early. */
async function payAnotherWay(at: Counter, id: string): Promise<void> {
  for (let no = 1; ; no += 1) {
    const seen = await at.client.until(id, 'a person', (one) => WAITS_FOR_PEOPLE.includes(one.status) || isOver(one));
    if (isOver(seen)) return;
    if (seen.status === 'awaiting_approval') await at.client.decide(seen, at.key(`approve-${no}`));
    else await changeDestination(at, seen, at.key(`change-${no}`));
    if (Date.now() > at.client.deadline) throw new OutOfTime(`${id} is ${seen.status} and cannot be paid another way`);
    await pause(LOOK_AGAIN_MS);
  }
}
const WAITS_FOR_PEOPLE: readonly string[] = ['needs_review', 'awaiting_approval'];

async function changeDestination(at: Counter, { id, transfers }: ShownRefund, key: string): Promise<void> {
  const transfer = transfers.find(({ status }) => status === 'declined')?.id;
  const agreed = { destination: 'store_credit', customerAgrees: true, evidence: EVIDENCE };
  if (transfer) await at.client.resolve(id, key, { action: 'change_destination', transfer, ...agreed });
}
