import { ROLES, type Role } from '@zikui/domain';
import { AmountField, ChoiceField, EmailField, NameField, NoteField } from '../body/fields';

/** Body of `POST /v1/staff`. */
export class NewStaffDto {
  @EmailField({ about: 'As the identity provider knows and has verified it; at most 120 characters.' })
  readonly email!: string;
  @NameField() readonly name!: string;
}

/** Body of `POST /v1/staff/{id}/powers`. */
export class PowerDto {
  @ChoiceField(ROLES, { presence: 'optional', about: 'A role to hold besides those held already.' })
  readonly role?: Role;
  @AmountField({ presence: 'optional', about: 'The highest payout that the person may decide, in minor units.' })
  readonly amountLimit?: number;
  @NoteField({ about: 'Why, for whoever confirms it and whoever reads it later.' }) readonly reason!: string;
}
