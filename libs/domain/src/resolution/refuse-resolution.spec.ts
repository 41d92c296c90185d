import fc from 'fast-check';
import { ROLES } from '../access/principal';
import { REFUND_STATUSES } from '../refund/refund-status';
import { RETURN_STATUSES } from '../return/return-status';
import { ATTEMPT_STATUSES, TRANSFER_STATUSES } from '../transfer/transfer-status';
import { RESOLUTION_ACTIONS, RESOLUTION_RULES, type ResolutionAction } from './resolution-action';
import {
  allowedResolutions,
  refuseResolution,
  refuseResolver,
  type ResolutionFacts,
  type ResolvedTransfer,
} from './refuse-resolution';

const transfer = (over: Partial<ResolvedTransfer> = {}): ResolvedTransfer => ({
  id: 't1',
  status: 'in_doubt',
  destination: 'payment',
  amount: 500,
  attempt: 'unknown',
  isReplaced: false,
  isHeld: false,
  ...over,
});
const facts = (transfers: readonly ResolvedTransfer[], over: Partial<ResolutionFacts> = {}): ResolutionFacts => ({
  status: 'needs_review',
  owed: transfers.reduce((sum, { amount }) => sum + amount, 0),
  surplus: 0,
  transfers,
  awaitedGoods: null,
  steps: 0,
  ...over,
});

describe('what may be done about a transfer', () => {
  it.each<[string, Partial<ResolvedTransfer>, readonly ResolutionAction[]]>([
    ['in doubt', {}, ['look_up', 'retry', 'mark_settled', 'mark_declined']],
    ['pending', { status: 'pending', attempt: 'pending' }, ['look_up', 'mark_settled']],
    ['being sent', { status: 'sending', attempt: 'sent' }, ['look_up']],
    ['declined', { status: 'declined', attempt: 'refused' }, ['retry', 'change_destination']],
    ['declined and about to be sent anew', { status: 'declined', attempt: 'prepared' }, ['change_destination']],
    ['settled', { status: 'settled', attempt: 'succeeded' }, []],
    ['planned', { status: 'planned', attempt: 'prepared' }, ['change_destination']],
    ['reversed', { status: 'reversed', attempt: 'succeeded' }, ['retry', 'change_destination']],
    ['reversed and paid anew by another', { status: 'reversed', attempt: 'succeeded', isReplaced: true }, []],
    ['released', { status: 'released', attempt: 'not_sent' }, []],
    ['in a bank file', { destination: 'manual', status: 'pending', attempt: null }, ['mark_settled', 'mark_declined']],
    ['by hand and declined', { destination: 'manual', status: 'declined', attempt: null }, ['change_destination']],
    ['of store credit', { destination: 'store_credit', status: 'planned', attempt: null }, ['change_destination']],
  ])('that is %s', (_what, over, actions) =>
    expect(allowedResolutions(facts([transfer(over)]), 't1')).toEqual(actions),
  );

  it('that came back is nothing once another one was planned in its place', () => {
    const reversed = transfer({ status: 'reversed', attempt: 'succeeded' });
    const instead = transfer({ id: 't2', destination: 'store_credit', status: 'planned', attempt: null });
    expect(allowedResolutions(facts([reversed, instead], { owed: 500 }), 't1')).toEqual([]);
    const givenUp = [reversed, { ...instead, status: 'released' as const }];
    expect(allowedResolutions(facts(givenUp, { owed: 500 }), 't1')).toEqual(['retry', 'change_destination']);
    expect(allowedResolutions(facts([reversed, instead], { owed: 1_000 }), 't1')).toEqual([
      'retry',
      'change_destination',
    ]);
  });

  it('that is declined goes nowhere else while another one is on its way', () => {
    const declined = transfer({ status: 'declined', attempt: 'refused' });
    for (const status of ['sending', 'pending', 'in_doubt'] as const) {
      expect(allowedResolutions(facts([declined, transfer({ id: 't2', status })]), 't1')).toEqual(['retry']);
    }
  });

  it('that belongs to another refund is nothing', () =>
    expect(allowedResolutions(facts([transfer()]), 't9')).toEqual([]));
});

describe('what may be done about a refund', () => {
  const settled = transfer({ id: 't1', status: 'settled', attempt: 'succeeded' });
  const declined = transfer({ id: 't2', status: 'declined', attempt: 'refused' });
  const planned = transfer({ id: 't1', status: 'planned', attempt: null });

  it('of which a part was paid and a part declined: it ends short', () =>
    expect(allowedResolutions(facts([settled, declined]), null)).toEqual(['close_short']));

  it('of which a part came back: it ends with what is left, unless other transfers pay it anew', () => {
    const reversed = transfer({ id: 't2', status: 'reversed', attempt: 'succeeded' });
    const anew = transfer({ id: 't3', status: 'settled', attempt: 'succeeded' });
    expect(allowedResolutions(facts([settled, reversed]), null)).toEqual(['close_short']);
    expect(allowedResolutions(facts([settled, reversed, anew], { owed: 1_000 }), 't2')).toEqual([]);
    expect(allowedResolutions(facts([settled, reversed], { status: 'completed' }), 't2')).toEqual([]);
  });

  it('of which all came back: it fails', () =>
    expect(allowedResolutions(facts([transfer({ status: 'reversed', attempt: 'succeeded' })]), null)).toEqual([
      'fail',
    ]));

  it('of which nothing was paid: it fails', () =>
    expect(allowedResolutions(facts([declined]), null)).toEqual(['fail']));

  it('that stands still before its money: people and goods are asked for again', () => {
    const waiting = facts([planned], { awaitedGoods: 'expected', steps: 1 });
    expect(allowedResolutions(waiting, null)).toEqual(['await_goods', 'ask_approval', 'fail']);
    expect(allowedResolutions(facts([planned]), null)).toEqual(['fail']);
  });

  it('that was due to be paid and is held: nobody approves it again', () => {
    const held = { ...planned, destination: 'store_credit' as const, isHeld: true };
    expect(allowedResolutions(facts([held], { awaitedGoods: 'expected', steps: 1 }), null)).toEqual(['fail']);
  });

  it('of which too much was paid: that was seen to, once all that is owed was paid and nothing else waits', () => {
    const reversed = transfer({ id: 't0', status: 'reversed', attempt: 'succeeded', isReplaced: true });
    const paid = facts([reversed, settled], { owed: 500, surplus: 500 });
    expect(allowedResolutions(paid, null)).toEqual(['accept_surplus']);
    expect(allowedResolutions({ ...paid, status: 'completed' }, null)).toEqual([]);
    expect(allowedResolutions(facts([settled, declined], { surplus: 500 }), null)).toEqual(['close_short']);
    expect(allowedResolutions(facts([{ ...reversed, isReplaced: false }], { surplus: 500 }), null)).toEqual(['fail']);
  });

  it('of which nobody knows where its money is: nothing, until that is known', () => {
    const open = [transfer({ id: 't2', status: 'in_doubt' }), transfer({ id: 't2', status: 'pending' })];
    for (const unknown of [...open, transfer({ id: 't2', status: 'sending' })]) {
      expect(allowedResolutions(facts([settled, unknown]), null)).toEqual([]);
    }
  });

  it('nothing while no person has to look', () =>
    expect(allowedResolutions(facts([settled, declined], { status: 'in_doubt' }), null)).toEqual([]));
});

describe('every resolution', () => {
  it('that ends a refund, or has its money go elsewhere, needs all its money to be sure, and none that is paid is ever called failed', () => {
    const anyTransfer = fc.record({
      id: fc.constantFrom('t1', 't2', 't3'),
      status: fc.constantFrom(...TRANSFER_STATUSES),
      destination: fc.constantFrom('payment' as const, 'store_credit' as const),
      amount: fc.integer({ min: 1, max: 1_000 }),
      attempt: fc.option(fc.constantFrom(...ATTEMPT_STATUSES)),
      isReplaced: fc.boolean(),
      isHeld: fc.boolean(),
    });
    const anyFacts = fc.record({
      status: fc.constantFrom(...REFUND_STATUSES),
      transfers: fc.array(anyTransfer, { maxLength: 3 }),
      awaitedGoods: fc.option(fc.constantFrom(...RETURN_STATUSES)),
      steps: fc.nat(2),
      owed: fc.integer({ min: 1, max: 3_000 }),
      surplus: fc.nat(2),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...RESOLUTION_ACTIONS), (some, action) => {
        const transferId = RESOLUTION_RULES[action].about === 'refund' ? null : (some.transfers[0]?.id ?? null);
        if (transferId !== null && action !== 'change_destination') return;
        if (refuseResolution(some, { action, transferId }) !== null) return;
        const statuses = some.transfers.map(({ status }) => status);
        expect(some.status).toBe('needs_review');
        expect(statuses.filter((status) => ['sending', 'pending', 'in_doubt'].includes(status))).toEqual([]);
        if (action === 'fail') expect(statuses).not.toContain('settled');
        if (action === 'close_short') expect(statuses).toContain('settled');
        if (action === 'accept_surplus')
          expect(statuses.filter((one) => one === 'planned' || one === 'declined')).toEqual([]);
      }),
    );
  });

  it('that states a fact about money, or ends what is owed, takes two persons; asking and trying again takes one', () =>
    expect(RESOLUTION_ACTIONS.filter((action) => RESOLUTION_RULES[action].secondPerson)).toEqual([
      'mark_settled',
      'mark_declined',
      'close_short',
      'fail',
      'accept_surplus',
    ]));

  it.each(ROLES)('is for finance, and what operations may propose: %s', (role) => {
    const may = RESOLUTION_ACTIONS.filter((action) => refuseResolver(action, { role }) === null);
    const byOps = RESOLUTION_ACTIONS.filter((action) => action === 'look_up' || RESOLUTION_RULES[action].secondPerson);
    expect(may).toEqual(role === 'finance' ? RESOLUTION_ACTIONS : role === 'ops' ? byOps : []);
  });

  it('is for nobody without a role', () =>
    expect(refuseResolver('retry', { role: null })).toEqual({
      code: 'permission_missing',
      values: { permission: 'finance' },
    }));
});
