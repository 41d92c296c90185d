import { isNetwork } from '@zikui/persistence';
import { ROLES, SCOPES, type Role, type Scope } from '@zikui/domain';
import { ValuesField } from '../body/field.decorator';
import {
  AmountField,
  ChoiceField,
  EmailField,
  InstantField,
  NameField,
  NoteField,
  WholeNumberField,
} from '../body/fields';

const MOST_HOURS = 168;

/** Body of `POST /v1/api-keys`. */
export class NewApiKeyDto {
  @NameField({ about: 'What it is for.' }) readonly name!: string;
  @EmailField({ about: 'The person of the staff who answers for it.' }) readonly owner!: string;
  @ValuesField(
    (value) => (SCOPES.some((scope) => scope === value) ? null : { code: 'invalid_field', rule: 'one_of_the_listed' }),
    { type: String, enum: [...SCOPES] },
    { min: 1, max: SCOPES.length, about: '`refunds:create` and `refunds:decide` never stand on one key.' },
  )
  readonly scopes!: readonly Scope[];
  @ChoiceField(ROLES, { presence: 'optional', about: 'With `refunds:decide`: as what it decides.' })
  readonly role?: Role;
  @AmountField({ presence: 'optional', about: 'With `refunds:decide`: the highest payout, in minor units.' })
  readonly amountLimit?: number;
  @ValuesField(
    (value) =>
      typeof value === 'string' && value.length <= 64 && isNetwork(value)
        ? null
        : { code: 'invalid_field', rule: 'network' },
    { type: String },
    { min: 1, max: 50, presence: 'optional', about: 'From where it may be used: addresses or networks.' },
  )
  readonly addresses?: readonly string[];
  @InstantField({ presence: 'optional', about: 'When it ends by itself.' }) readonly expiresAt?: string;
  @NoteField({ about: 'Why, for whoever confirms it and whoever reads it later.' }) readonly reason!: string;
}

/** Body of `POST /v1/api-keys/{id}/rotations`. */
export class RotationDto {
  @WholeNumberField(MOST_HOURS, { presence: 'optional', about: 'How long the old key works on; 24 hours if left out.' })
  readonly overlapHours?: number;
  @NoteField({ about: 'Why, for whoever confirms it and whoever reads it later.' }) readonly reason!: string;
}
