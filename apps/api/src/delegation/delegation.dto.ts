import { AmountOrZeroField, InstantField, NameField } from '../body/fields';

/** Body of `POST /v1/delegations`. */
export class DelegationDto {
  @NameField({
    presence: 'optional',
    about: 'Whose authority; left out, your own. Others are delegated for by an administrator.',
  })
  readonly from?: string;
  @NameField({ about: 'Who decides instead, as he is named as owner of a key.', example: 'noa' }) readonly to!: string;
  @AmountOrZeroField({
    presence: 'optional',
    about: 'A lower limit than that of the delegator, in minor units. A higher one widens nothing.',
  })
  readonly amountLimit?: number;
  @InstantField({ presence: 'optional', about: 'Left out: now.' }) readonly startsAt?: string;
  @InstantField({ about: 'At most 90 days after it starts.' }) readonly endsAt!: string;
}
