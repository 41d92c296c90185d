import type { Role } from '../access/principal';

/** What a person may do about a refund that does not go on by itself (domain.md section 2). */
export const RESOLUTION_ACTIONS = [
  /** Ask the gateway now. */ 'look_up',
  /** Send again: in doubt under the same key, declined under a new one, reversed as a new transfer. */ 'retry',
  /** The money moved. */ 'mark_settled',
  /** No money moved. */ 'mark_declined',
  /** The money goes another way, once the approvers agree. */ 'change_destination',
  /** What is paid is all there will be. */ 'close_short',
  /** Wait for the goods again. */ 'await_goods',
  /** Ask the approvers again. */ 'ask_approval',
  /** Nothing was paid, and nothing will be. */ 'fail',
  /** Too much was paid, and it was seen to: asked back, or left to the customer. */ 'accept_surplus',
] as const;
export type ResolutionAction = (typeof RESOLUTION_ACTIONS)[number];

type Rule = Readonly<{
  /** About one transfer, or about the refund. */ about: 'transfer' | 'refund';
  /** Whether it states a fact about money, or ends what is owed: then a second person confirms it. */
  secondPerson: boolean;
  /** Who may do it, or propose it. */ roles: readonly Role[];
}>;

export const RESOLUTION_RULES: Readonly<Record<ResolutionAction, Rule>> = {
  look_up: { about: 'transfer', secondPerson: false, roles: ['finance', 'ops'] },
  retry: { about: 'transfer', secondPerson: false, roles: ['finance'] },
  mark_settled: { about: 'transfer', secondPerson: true, roles: ['finance', 'ops'] },
  mark_declined: { about: 'transfer', secondPerson: true, roles: ['finance', 'ops'] },
  // Its second persons are those of the approval ladder.
  change_destination: { about: 'transfer', secondPerson: false, roles: ['finance'] },
  close_short: { about: 'refund', secondPerson: true, roles: ['finance', 'ops'] },
  await_goods: { about: 'refund', secondPerson: false, roles: ['finance'] },
  ask_approval: { about: 'refund', secondPerson: false, roles: ['finance'] },
  fail: { about: 'refund', secondPerson: true, roles: ['finance', 'ops'] },
  accept_surplus: { about: 'refund', secondPerson: true, roles: ['finance', 'ops'] },
};
/** Actions that say anew what became of the money: the gateway is asked by the very command. */
export const asksGateway = (action: ResolutionAction): boolean => action === 'look_up' || action === 'mark_declined';
