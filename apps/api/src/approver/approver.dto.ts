import { ChoiceField, EmailField, FlagField, InstantField, NameField, PhoneField, RefsField } from '../body/fields';
import { ObjectField } from '../body/field.decorator';

export class AbsenceDto {
  @InstantField() readonly from!: string;
  @InstantField() readonly until!: string;
}

/** Body of `PUT /v1/approvers`. What is left out stays as it is. */
export class ApproverDto {
  @NameField({ about: 'As he is named as owner of a key.', example: 'noa' }) readonly person!: string;
  @RefsField({
    presence: 'optional',
    max: 20,
    about: 'Only an administrator puts somebody into teams, and never himself.',
  })
  readonly teams?: readonly string[];
  @ChoiceField(['he', 'en'], { presence: 'optional', about: 'The language of messages to him.' })
  readonly locale?: 'he' | 'en';
  @FlagField({ presence: 'optional', about: 'One message a day instead of one for each step.' })
  readonly digest?: boolean;
  @EmailField({ presence: 'nullable' }) readonly email?: string | null;
  @PhoneField({ presence: 'nullable' }) readonly phone?: string | null;
  @ObjectField(() => AbsenceDto, {
    presence: 'nullable',
    about:
      'Meanwhile steps do not wait for him: one that nobody else may decide is offered to the next role. Null: he is here.',
  })
  readonly absence?: AbsenceDto | null;
}
