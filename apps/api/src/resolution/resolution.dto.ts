import {
  NEW_DESTINATIONS,
  RESOLUTION_ACTIONS,
  RESOLUTION_RULES,
  type NewDestination,
  type ResolutionAction,
} from '@zikui/domain';
import { AmountField, ChoiceField, FlagField, NoteField, RefField } from '../body/fields';
import { PublicIdField } from '../body/public-id.field';

/** Asking the gateway has its own route: it states nothing. */
const ACTIONS = RESOLUTION_ACTIONS.filter((action) => action !== 'look_up');
const ENDS: readonly unknown[] = ['close_short', 'fail', 'accept_surplus'];

const actionOf = (owner: object): ResolutionAction | undefined =>
  'action' in owner ? RESOLUTION_ACTIONS.find((action) => action === owner.action) : undefined;
const isAboutTransfer = (owner: object): boolean => {
  const action = actionOf(owner);
  return action !== undefined && RESOLUTION_RULES[action].about === 'transfer';
};

const changesDestination = (owner: object): boolean => actionOf(owner) === 'change_destination';
const goesTo = (owner: object, to: NewDestination): boolean => 'destination' in owner && owner.destination === to;

/** Body of `POST /v1/refunds/{id}/resolutions`. */
export class ResolutionDto {
  @ChoiceField(ACTIONS, {
    example: 'retry',
    about:
      'What states a fact about money, or ends what is owed (`mark_settled`, `mark_declined`, `close_short`, `fail`, `accept_surplus`), is proposed; a second person confirms it.',
  })
  readonly action!: Exclude<ResolutionAction, 'look_up'>;
  @PublicIdField('transfer', {
    presence: 'optional',
    neededIf: isAboutTransfer,
    about: 'Which transfer; left out where the act is about the refund.',
  })
  readonly transfer?: string;
  @NoteField({ about: 'What you know it by: statement line, call with the gateway, screenshot kept where.' })
  readonly evidence!: string;
  @NoteField({ presence: 'optional', neededIf: (owner) => ENDS.includes(actionOf(owner)), about: 'Why it ends so.' })
  readonly reason?: string;
  @RefField({ presence: 'optional', max: 120, about: "With `mark_settled`: the movement's id at the gateway." })
  readonly gatewayRefundId?: string;
  @AmountField({
    presence: 'optional',
    about: 'With `mark_settled`: what moved, where it is less than the transfer. The rest is planned anew.',
  })
  readonly moved?: number;
  @ChoiceField(NEW_DESTINATIONS, {
    presence: 'optional',
    neededIf: changesDestination,
    about: 'With `change_destination`: where the money goes instead. The approval ladder is asked again.',
  })
  readonly destination?: NewDestination;
  @PublicIdField('payee', {
    presence: 'optional',
    neededIf: (owner) => changesDestination(owner) && goesTo(owner, 'manual'),
    about: 'With `manual`: whom to pay, as given at `/payees`.',
  })
  readonly payee?: string;
  @FlagField({
    presence: 'optional',
    neededIf: (owner) => changesDestination(owner) && goesTo(owner, 'store_credit'),
    about:
      'With `store_credit`: the customer agreed to credit instead of money; `evidence` says how. Anything but true is refused.',
  })
  readonly customerAgrees?: boolean;
}

/** Body of `POST /v1/refunds/{id}/lookups`. */
export class LookUpDto {
  @PublicIdField('transfer', { about: 'Which transfer the gateway is asked about.' }) readonly transfer!: string;
  @NoteField({ presence: 'optional', about: 'Why, for the people who read it later.' }) readonly note?: string;
}
